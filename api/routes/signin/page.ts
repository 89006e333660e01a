import type { StaffMember } from '../../access/caller.ts';

/** The sign-in page of a development stack. */
export function signinPage(
  staff: readonly StaffMember[],
  signedIn: StaffMember | undefined,
  uiOrigins: readonly string[],
  codecUrl: string,
): string {
  const options = staff
    .map(({ staffId, role, divisionCode, displayName }) => {
      const chosen = role === 'administrator' ? ' selected' : '';
      return `<option value="${escape(staffId)}"${chosen}>${escape(`${role} · ${divisionCode} · ${displayName}`)}</option>`;
    })
    .join('\n');
  const state = signedIn
    ? `<p>已登录 Signed in: <strong>${escape(signedIn.displayName)}</strong> (${signedIn.role})</p>
<form method="post" action="/signout"><button>退出 Sign out</button></form>`
    : '<p>未登录 Not signed in</p>';
  const links = uiOrigins.map((origin) => `<a href="${escape(origin)}">${escape(origin)}</a>`).join(' · ');
  return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>登录 Sign in · Doudi</title>
<style>body{font:16px/1.6 sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem}select,button{font:inherit;padding:.4rem}</style>
<h1>开发环境登录 Development sign-in</h1>
${state}
<form method="post" action="/signin"><select name="staffId">
${options}
</select> <button>登录 Sign in</button></form>
<p>以 administrator 登录后，在 Temporal UI（${links}）点击右上角眼镜图标打开 Codec Server 设置（每个浏览器只需一次）：</p>
<ol>
<li>打开 “Include cross-origin credentials”；</li>
<li>点开 “Use Cluster-level setting, where available.”，选择 “Use my browser setting and ignore Cluster-level setting.”；</li>
<li>填入 <code>${escape(codecUrl)}</code>，点 Apply（如被遮挡，向下滚动）。</li>
</ol>
<p>每次查看均留痕。两处须用同一主机名（127.0.0.1 或 localhost）。</p>
<p>Signed in as administrator, click the glasses in the upper right corner of the Temporal UI to open its Codec Server settings
(once a browser):</p>
<ol>
<li>switch on “Include cross-origin credentials”;</li>
<li>open the box “Use Cluster-level setting, where available.” and choose “Use my browser setting and ignore Cluster-level
setting.”;</li>
<li>paste <code>${escape(codecUrl)}</code>, Apply (scroll down if it is covered).</li>
</ol>
<p>Every opening is recorded. Use the same host name (127.0.0.1 or localhost) for both.</p>
</html>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);

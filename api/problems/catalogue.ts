/** A kind of problem: its HTTP status and its title in the two languages. */
interface Kind {
  readonly status: number;
  readonly title: string;
  readonly titleEn: string;
}

/** Every kind of problem the API answers with; `type` is `urn:problem:<slug>`. */
export const catalogue = {
  'invalid-input': { status: 400, title: '输入有误', titleEn: 'The input is not valid' },
  unauthenticated: { status: 401, title: '请先登录', titleEn: 'Sign in first' },
  forbidden: { status: 403, title: '您的岗位无此权限', titleEn: 'Your role may not do this' },
  'not-found': { status: 404, title: '未找到', titleEn: 'Not found' },
  refused: { status: 409, title: '当前状态不允许此操作', titleEn: 'The present state does not allow this' },
  'payload-too-large': { status: 413, title: '提交内容过大', titleEn: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: '不支持的内容格式', titleEn: 'The media type is not supported' },
  'idempotency-key-reused': {
    status: 422,
    title: '同一请求编号已用于其他内容',
    titleEn: 'This Idempotency-Key was used with another body',
  },
  'too-many-requests': { status: 429, title: '请求过于频繁', titleEn: 'Too many requests' },
  internal: { status: 500, title: '系统内部错误', titleEn: 'Internal error' },
  'not-done': { status: 503, title: '暂时无法办理，本次操作未执行', titleEn: 'Not available now: nothing was done' },
  'outcome-unknown': {
    status: 503,
    title: '结果未知，请用同一请求编号再次查询',
    titleEn: 'Outcome unknown: ask again with the same Idempotency-Key',
  },
  'not-ready': { status: 503, title: '系统尚未就绪', titleEn: 'Not ready' },
} as const satisfies Record<string, Kind>;

/** The last part of a problem's `type`. */
export type ProblemSlug = keyof typeof catalogue;

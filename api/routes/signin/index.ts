import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { cookieToken, sessionCookie } from '../../access/session.ts';
import type { AppDeps } from '../../deps.ts';
import type { DevelopmentIssuer } from '../../development/issuer.ts';
import { resource } from '../../plugin.ts';
import { invalidField } from '../../problems/problem.ts';
import { signinPage } from './page.ts';

const SESSION_SECONDS = 8 * 3600;
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Sign-in of a development stack: its key set, and a page that opens a session as any member of the demo staff. */
export const signinRoutes = ({ staff, tokens, uiOrigins }: AppDeps, issuer: DevelopmentIssuer) =>
  resource('signin', (app) => {
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(body.toString())));
    });
    const hidden = { config: { permission: 'public', acts: false }, schema: { hide: true } } as const;
    const back = (reply: FastifyReply, cookie: string) => reply.header('set-cookie', cookie).redirect('/signin', 303);

    app.get('/development/jwks.json', hidden, () => issuer.keys);

    app.get('/signin', hidden, async (request, reply) => {
      const token = cookieToken(request.headers.cookie);
      // A cookie that has run out or was forged leaves nobody signed in: the page then offers to sign in.
      const staffId = token ? await tokens.verify(token).catch(() => undefined) : undefined;
      const signedIn = staffId ? await staff.find(staffId) : undefined;
      const page = signinPage(await staff.list(), signedIn, uiOrigins, `${request.protocol}://${request.host}/codec`);
      return reply.type('text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY).send(page);
    });

    app.post(
      '/signin',
      { config: hidden.config, schema: { hide: true, body: z.strictObject({ staffId: z.string().min(1).max(128) }) } },
      async (request, reply) => {
        const member = await staff.find(request.body.staffId);
        if (member?.active !== true)
          throw invalidField('body', 'staffId', { zh: '无此人员', en: 'No such member of staff' });
        return back(reply, sessionCookie(await issuer.sign(member.staffId, SESSION_SECONDS), SESSION_SECONDS));
      },
    );

    app.post('/signout', hidden, (_request, reply) => back(reply, sessionCookie('', 0)));
  });

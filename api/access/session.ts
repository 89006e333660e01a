import type { FastifyRequest } from 'fastify';

const COOKIE = 'doudi_session';

/**
 * The token in the session cookie. `SameSite=Strict` keeps the cookie from other sites; besides, a request that names an
 * origin must name one of the given ones, so that no page beside the Temporal UI can use the session.
 */
export function sessionToken(request: FastifyRequest, origins: readonly string[]): string | undefined {
  const { origin, cookie } = request.headers;
  if (origin === undefined || !origins.includes(origin)) return undefined;
  return cookieToken(cookie);
}

/** The token in a `Cookie` header. */
export function cookieToken(header: string | undefined): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
}

/** A `Set-Cookie` that opens a session of so many seconds; an empty token with 0 seconds ends it. */
export function sessionCookie(token: string, seconds: number): string {
  return `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}`;
}

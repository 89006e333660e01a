import { createHash } from 'node:crypto';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';

/** Checks access tokens. Rejects with `InvalidToken` for a bad one, with another error if the issuer's keys are out of reach. */
export interface TokenVerifier {
  /** The subject, which is the staff id. */
  verify(token: string): Promise<string>;
}

/** The token is not one of ours, not for us, or no longer good. The reason is for the log, never for the caller. */
export class InvalidToken extends Error {
  override name = 'InvalidToken';
}

/** Asymmetric signatures only: `none` and shared secrets are refused whatever the token's header says. */
const algorithms = ['EdDSA', 'ES256', 'ES384', 'PS256', 'RS256'];
const CLOCK_TOLERANCE_SECONDS = 30;
const MAX_SUBJECT = 128;

/** A token found good is taken as good for so long, never beyond its own end: a signature costs more than the rest of a reading. */
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 5_000;

/** Verifies signature, issuer, audience and times of a token by the issuer's keys. */
export function createTokenVerifier(issuer: string, audience: string, keys: JWTVerifyGetKey): TokenVerifier {
  /** By the token's hash, oldest first. */
  const good = new Map<string, { readonly subject: string; readonly until: number }>();
  return {
    async verify(token) {
      const hash = createHash('sha256').update(token).digest('base64');
      const known = good.get(hash);
      if (known !== undefined && known.until > Date.now()) return known.subject;
      good.delete(hash);
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer,
          audience,
          algorithms,
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          requiredClaims: ['sub', 'exp'],
        });
        if (!payload.sub || payload.sub.length > MAX_SUBJECT) throw new InvalidToken('no usable subject');
        remember(hash, payload.sub, payload.exp);
        return payload.sub;
      } catch (error) {
        throw isTokenFault(error) ? new InvalidToken(error.code) : error;
      }
    },
  };

  function remember(hash: string, subject: string, expires = 0): void {
    good.set(hash, { subject, until: Math.min(Date.now() + REMEMBERED_MS, expires * 1000) });
    const oldest = good.size > MOST_REMEMBERED ? good.keys().next() : undefined;
    if (oldest?.done === false) good.delete(oldest.value);
  }
}

/** The issuer's keys by URL: fetched when an unknown key id appears (at most every 30 s), kept ten minutes. */
export function remoteKeys(url: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(url), { cacheMaxAge: 600_000, cooldownDuration: 30_000, timeoutDuration: 5_000 });
}

/** Keys that are at hand, as those of the development stack. */
export function localKeys(keys: JSONWebKeySet): JWTVerifyGetKey {
  return createLocalJWKSet(keys);
}

function isTokenFault(error: unknown): error is errors.JOSEError {
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error instanceof errors.JWKInvalid)
    return false;
  return error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC';
}

import { createPrivateKey, createPublicKey } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, SignJWT, type JSONWebKeySet } from 'jose';

/** Issuer and audience of the tokens that a development stack signs for itself. */
export const developmentIssuerName = 'urn:doudi:development-issuer';
export const developmentAudience = 'urn:doudi:api';

const ALGORITHM = 'EdDSA';

/** Signs access tokens for demo staff. It exists in no production process. */
export interface DevelopmentIssuer {
  readonly keys: JSONWebKeySet;
  /** A token for that member of staff, good for so many seconds. */
  sign(staffId: string, seconds: number): Promise<string>;
}

/**
 * Opens the issuer with the stack's Ed25519 key (PKCS#8 DER).
 * Throws with `NODE_ENV=production`, whatever the configuration said.
 */
export async function openDevelopmentIssuer(pkcs8: Uint8Array): Promise<DevelopmentIssuer> {
  if (process.env['NODE_ENV'] === 'production')
    throw new Error('The development issuer is refused with NODE_ENV=production.');
  const privateKey = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  const jwk = await exportJWK(createPublicKey(privateKey));
  const kid = await calculateJwkThumbprint(jwk);
  return {
    keys: { keys: [{ ...jwk, kid, alg: ALGORITHM, use: 'sig' }] },
    sign: (staffId, seconds) =>
      new SignJWT()
        .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'at+jwt' })
        .setIssuer(developmentIssuerName)
        .setAudience(developmentAudience)
        .setSubject(staffId)
        .setIssuedAt()
        .setExpirationTime(`${seconds}s`)
        .sign(privateKey),
  };
}

import { openDevelopmentIssuer } from '../api/development/issuer.ts';
import type { Config } from '../platform/config.ts';

const LIFETIME_SECONDS = 3600;

/** Signs tokens as the development stack does. @throws if the stack has an issuer of its own */
export async function developmentTokens({ devIssuerKey }: Config): Promise<(staffId: string) => Promise<string>> {
  if (devIssuerKey === undefined) throw new Error('This stack signs no tokens of its own: ask its OIDC issuer.');
  const issuer = await openDevelopmentIssuer(devIssuerKey);
  return (staffId) => issuer.sign(staffId, LIFETIME_SECONDS);
}

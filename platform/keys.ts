import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { codecKeys, secret } from './config-variables.ts';

const keysFile = z.strictObject({
  note: z.string(),
  codecKeys,
  registerKey: secret,
  devIssuerKey: z.base64().transform((text) => Buffer.from(text, 'base64')),
  databasePassword: z.string().min(16),
});

/** The secrets of a development stack, made once for its data folder. */
export type DevelopmentKeys = z.output<typeof keysFile>;

const fileOf = (dataDir: string) => path.resolve(dataDir, 'keys.json');

/**
 * Reads the keys of a development stack; undefined if the folder has none yet.
 * @throws Error if the file is there but not usable: making new keys would lose everything encrypted under the old ones
 */
export function readDevelopmentKeys(dataDir: string): DevelopmentKeys | undefined {
  const file = fileOf(dataDir);
  if (!existsSync(file)) return undefined;
  const parsed = keysFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new Error(`${file} is damaged (${where}). Restore it: the data in ${dataDir} is encrypted under its keys.`);
}

/** Reads the keys of a development stack, and makes them (readable by this user only) if there are none. */
export function ensureDevelopmentKeys(dataDir: string): DevelopmentKeys {
  const existing = readDevelopmentKeys(dataDir);
  if (existing !== undefined) return existing;
  const { privateKey } = generateKeyPairSync('ed25519');
  const made = {
    note: 'Secrets of this development stack. What its databases hold is lost without them.',
    codecKeys: `dev-1:${randomBytes(32).toString('base64')}`,
    registerKey: randomBytes(32).toString('base64'),
    devIssuerKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    databasePassword: randomBytes(24).toString('hex'),
  };
  mkdirSync(path.resolve(dataDir), { recursive: true });
  writeFileSync(fileOf(dataDir), `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return keysFile.parse(made);
}

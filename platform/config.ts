import { z } from 'zod';
import { readDevelopmentKeys, type DevelopmentKeys } from './keys.ts';
import { variables, type Variables } from './config-variables.ts';

/** One key of the payload codec: its id travels with every payload, so that old payloads find their key again. */
export type CodecKey = { id: string; key: Buffer };

/** Where access tokens come from in production. */
export type OidcSettings = { issuer: string; audience: string; jwksUrl: string };

/** Everything a process of the product may be told from outside. */
export type Config = {
  production: boolean;
  /** Civil time is moved by the training calendar instead of by timers. Never in production. */
  training: boolean;
  logLevel: Variables['DOUDI_LOG_LEVEL'];
  /** Folder of the development stack's databases and keys, relative to the working directory. */
  dataDir: string;
  /** Seconds a stopping process has to finish what it holds. */
  shutdownGraceSeconds: number;
  api: { host: string; port: number };
  worker: { host: string; port: number; url: string };
  database: { url: string; poolSize: number; port: number };
  temporal: {
    address: string;
    port: number;
    namespace: string;
    taskQueue: string;
    tls: boolean;
    uiPort: number;
    /** Origins from which the Temporal UI may call the codec endpoint. */
    uiOrigins: string[];
  };
  /** The first key encrypts; all decrypt. */
  codecKeys: CodecKey[];
  /** 32 bytes: encrypts the register and keys its hashes. */
  registerKey: Buffer;
  /** Set when tokens come from an OIDC provider. */
  oidc: OidcSettings | undefined;
  /** Ed25519 private key (PKCS#8 DER) with which the development stack signs its own tokens; undefined when it may not. */
  devIssuerKey: Buffer | undefined;
};

/** Names of all environment variables that the product reads. */
export const variableNames: readonly string[] = Object.keys(variables);

/** The environment is wrong. The message names every faulty variable, what is wrong with it and what to do. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly faults: readonly string[];

  constructor(faults: string[]) {
    super(`The configuration is not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/**
 * Reads the configuration from environment variables. In development, keys that no variable gives come from the data
 * folder, where `npm start` once put them.
 * @throws ConfigError naming every fault at once
 */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const unknown = Object.keys(given).filter((name) => name.startsWith('DOUDI_') && !variableNames.includes(name));
  const faults = unknown.map((name) => `${name}: no such variable. Correct its name or remove it.`);

  const parsed = z.object(variables).safeParse(given);
  if (!parsed.success) {
    const named = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError([...faults, ...named]);
  }
  const read = parsed.data;
  const production = read.NODE_ENV === 'production';
  const keys = production ? undefined : readDevelopmentKeys(read.DOUDI_DATA_DIR);
  faults.push(...(production ? productionFaults(read) : developmentFaults(read, keys)), ...oidcFaults(read));
  if (faults.length > 0) throw new ConfigError(faults);
  return compose(read, production, keys);
}

function productionFaults(read: Variables): string[] {
  const faults: string[] = [];
  const must = (name: keyof Variables, why: string) => {
    if (read[name] === undefined) faults.push(`${name}: required with NODE_ENV=production. ${why}`);
  };
  must('DOUDI_DATABASE_URL', 'Give the PostgreSQL URL.');
  must('DOUDI_CODEC_KEYS', 'Give keyId:base64 of 32 random bytes, the encrypting key first.');
  must('DOUDI_REGISTER_KEY', 'Give base64 of 32 random bytes.');
  must('DOUDI_OIDC_ISSUER', 'Give the issuer of access tokens.');
  must('DOUDI_OIDC_AUDIENCE', 'Give the audience of access tokens.');
  must('DOUDI_OIDC_JWKS_URL', "Give the URL of the issuer's key set.");
  if (read.DOUDI_TRAINING) faults.push('DOUDI_TRAINING: refused with NODE_ENV=production. Remove it.');
  if (read.DOUDI_DEV_ISSUER !== undefined || read.DOUDI_DEV_ISSUER_KEY !== undefined) {
    faults.push('DOUDI_DEV_ISSUER: refused with NODE_ENV=production. Remove it and DOUDI_DEV_ISSUER_KEY.');
  }
  return faults;
}

function developmentFaults(read: Variables, keys: DevelopmentKeys | undefined): string[] {
  if (keys !== undefined) return [];
  const missing = (['DOUDI_CODEC_KEYS', 'DOUDI_REGISTER_KEY'] as const).filter((name) => read[name] === undefined);
  const advice = `Run npm start once with this DOUDI_DATA_DIR (${read.DOUDI_DATA_DIR}), or set it.`;
  return missing.map((name) => `${name}: neither given nor found in the data folder. ${advice}`);
}

function oidcFaults(read: Variables): string[] {
  const names = ['DOUDI_OIDC_ISSUER', 'DOUDI_OIDC_AUDIENCE', 'DOUDI_OIDC_JWKS_URL'] as const;
  const missing = names.filter((name) => read[name] === undefined);
  if (missing.length === 0 || missing.length === names.length) return [];
  return missing.map(
    (name) => `${name}: missing while the other DOUDI_OIDC_ variables are set. Set all three or none.`,
  );
}

function compose(read: Variables, production: boolean, keys: DevelopmentKeys | undefined): Config {
  const { DOUDI_OIDC_ISSUER: issuer, DOUDI_OIDC_AUDIENCE: audience, DOUDI_OIDC_JWKS_URL: jwksUrl } = read;
  const password = keys?.databasePassword ?? 'doudi';
  const devIssuer = !production && (read.DOUDI_DEV_ISSUER ?? true);
  return {
    production,
    training: read.DOUDI_TRAINING,
    logLevel: read.DOUDI_LOG_LEVEL,
    dataDir: read.DOUDI_DATA_DIR,
    shutdownGraceSeconds: read.DOUDI_SHUTDOWN_GRACE_SECONDS,
    api: { host: read.DOUDI_API_HOST, port: read.DOUDI_API_PORT },
    worker: {
      host: read.DOUDI_WORKER_HOST,
      port: read.DOUDI_WORKER_PORT,
      url: read.DOUDI_WORKER_URL ?? `http://127.0.0.1:${read.DOUDI_WORKER_PORT}`,
    },
    database: {
      url: read.DOUDI_DATABASE_URL ?? `postgresql://doudi:${password}@127.0.0.1:${read.DOUDI_POSTGRES_PORT}/doudi`,
      poolSize: read.DOUDI_DATABASE_POOL_SIZE,
      port: read.DOUDI_POSTGRES_PORT,
    },
    temporal: {
      address: read.DOUDI_TEMPORAL_ADDRESS ?? `127.0.0.1:${read.DOUDI_TEMPORAL_PORT}`,
      port: read.DOUDI_TEMPORAL_PORT,
      namespace: read.DOUDI_TEMPORAL_NAMESPACE,
      taskQueue: read.DOUDI_TASK_QUEUE,
      tls: read.DOUDI_TEMPORAL_TLS,
      uiPort: read.DOUDI_TEMPORAL_UI_PORT,
      uiOrigins: read.DOUDI_TEMPORAL_UI_ORIGINS ?? [
        `http://127.0.0.1:${read.DOUDI_TEMPORAL_UI_PORT}`,
        `http://localhost:${read.DOUDI_TEMPORAL_UI_PORT}`,
      ],
    },
    codecKeys: read.DOUDI_CODEC_KEYS ?? keys?.codecKeys ?? [],
    registerKey: read.DOUDI_REGISTER_KEY ?? keys?.registerKey ?? Buffer.alloc(0),
    oidc:
      issuer !== undefined && audience !== undefined && jwksUrl !== undefined
        ? { issuer, audience, jwksUrl }
        : undefined,
    devIssuerKey: devIssuer ? (read.DOUDI_DEV_ISSUER_KEY ?? keys?.devIssuerKey) : undefined,
  };
}

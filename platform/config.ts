import { z } from 'zod';
import { ensureDevelopmentKeys, readDevelopmentKeys, type DevelopmentKeys } from './keys.ts';
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
  /** The day on which the training calendar of a new data folder begins, at nine; today if undefined. */
  trainingStart: string | undefined;
  logLevel: Variables['DOUDI_LOG_LEVEL'];
  /** Folder of the development stack's databases and keys, relative to the working directory. */
  dataDir: string;
  /** Seconds a stopping process has to finish what it holds. */
  shutdownGraceSeconds: number;
  /** `fileLimitMb`: the largest paper or photo that is taken, in MB of 2^20 bytes. */
  api: { host: string; port: number; fileLimitMb: number };
  worker: { host: string; port: number; url: string };
  /** `port` is where the embedded server of `npm start` listens; `external` when a variable names another database. */
  database: { url: string; poolSize: number; port: number; external: boolean };
  temporal: {
    address: string;
    port: number;
    /** A variable names a server that is not the one of `npm start`. */
    external: boolean;
    /** The `temporal` CLI to use instead of looking for one. */
    cli: string | undefined;
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
 * Reads the configuration from environment variables. In development, keys that no variable gives come from the data folder;
 * `makeKeys`, for `npm start` alone, makes them there if there are none.
 * @throws ConfigError naming every fault at once
 */
export function loadConfig(env: NodeJS.ProcessEnv, { makeKeys = false } = {}): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const production = given['NODE_ENV'] === 'production';
  const parsed = z.object(variables).safeParse(given);
  const malformed = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const faults = [
    ...unknownFaults(given),
    ...malformed,
    ...oidcFaults(given),
    ...(production ? productionFaults(given) : []),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);

  const read = parsed.data;
  if (production) return compose(read, production, undefined);
  const keys = (makeKeys ? ensureDevelopmentKeys : readDevelopmentKeys)(read.DOUDI_DATA_DIR);
  const missing = keys === undefined ? keyNames.filter((name) => read[name] === undefined) : [];
  if (missing.length === 0) return compose(read, production, keys);
  const advice = `Run npm start once with this DOUDI_DATA_DIR (${read.DOUDI_DATA_DIR}), or set it.`;
  throw new ConfigError(missing.map((name) => `${name}: neither given nor found in the data folder. ${advice}`));
}

type Given = Partial<Record<string, string>>;

const keyNames = ['DOUDI_CODEC_KEYS', 'DOUDI_REGISTER_KEY'] as const;
const oidcNames = ['DOUDI_OIDC_ISSUER', 'DOUDI_OIDC_AUDIENCE', 'DOUDI_OIDC_JWKS_URL'] as const;

const requiredInProduction: Partial<Record<keyof Variables, string>> = {
  DOUDI_DATABASE_URL: 'Give the PostgreSQL URL.',
  DOUDI_CODEC_KEYS: 'Give keyId:base64 of 32 random bytes, the encrypting key first.',
  DOUDI_REGISTER_KEY: 'Give base64 of 32 random bytes.',
  DOUDI_OIDC_ISSUER: 'Give the issuer of access tokens.',
  DOUDI_OIDC_AUDIENCE: 'Give the audience of access tokens.',
  DOUDI_OIDC_JWKS_URL: "Give the URL of the issuer's key set.",
};

function unknownFaults(given: Given): string[] {
  const unknown = Object.keys(given).filter((name) => name.startsWith('DOUDI_') && !variableNames.includes(name));
  return unknown.map((name) => `${name}: no such variable. Correct its name or remove it.`);
}

function productionFaults(given: Given): string[] {
  const missing = Object.entries(requiredInProduction).filter(([name]) => given[name] === undefined);
  const refused = ['DOUDI_TRAINING', 'DOUDI_TRAINING_START', 'DOUDI_DEV_ISSUER', 'DOUDI_DEV_ISSUER_KEY'].filter(
    (name) => given[name] !== undefined && given[name] !== 'false',
  );
  return [
    ...missing.map(([name, advice]) => `${name}: required with NODE_ENV=production. ${advice}`),
    ...refused.map((name) => `${name}: refused with NODE_ENV=production. Remove it.`),
  ];
}

function oidcFaults(given: Given): string[] {
  const missing = oidcNames.filter((name) => given[name] === undefined);
  // All three missing is for productionFaults to judge.
  if (missing.length === oidcNames.length || given['NODE_ENV'] === 'production') return [];
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
    trainingStart: read.DOUDI_TRAINING_START,
    logLevel: read.DOUDI_LOG_LEVEL,
    dataDir: read.DOUDI_DATA_DIR,
    shutdownGraceSeconds: read.DOUDI_SHUTDOWN_GRACE_SECONDS,
    api: { host: read.DOUDI_API_HOST, port: read.DOUDI_API_PORT, fileLimitMb: read.DOUDI_FILE_LIMIT_MB },
    worker: {
      host: read.DOUDI_WORKER_HOST,
      port: read.DOUDI_WORKER_PORT,
      url: read.DOUDI_WORKER_URL ?? `http://127.0.0.1:${read.DOUDI_WORKER_PORT}`,
    },
    database: {
      url: read.DOUDI_DATABASE_URL ?? `postgresql://doudi:${password}@127.0.0.1:${read.DOUDI_POSTGRES_PORT}/doudi`,
      poolSize: read.DOUDI_DATABASE_POOL_SIZE,
      port: read.DOUDI_POSTGRES_PORT,
      external: read.DOUDI_DATABASE_URL !== undefined,
    },
    temporal: {
      address: read.DOUDI_TEMPORAL_ADDRESS ?? `127.0.0.1:${read.DOUDI_TEMPORAL_PORT}`,
      port: read.DOUDI_TEMPORAL_PORT,
      external: read.DOUDI_TEMPORAL_ADDRESS !== undefined,
      cli: read.TEMPORAL_CLI,
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

import { z } from 'zod';

const port = (standard: number) => {
  const message = `must be a port from 1 to 65535 (ordinarily ${standard}).`;
  return z.coerce.number(message).int(message).min(1, message).max(65_535, message).default(standard);
};

const count = (standard: number, most: number) => {
  const message = `must be a whole number from 1 to ${most} (ordinarily ${standard}).`;
  return z.coerce.number(message).int(message).min(1, message).max(most, message).default(standard);
};

const flag = z.enum(['true', 'false'], 'must be true or false.').transform((value) => value === 'true');

/** A secret of `length` bytes in base64. */
export const secret = z
  .base64('must be base64.')
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, 'must be base64 of exactly 32 bytes (openssl rand -base64 32).');

/** `keyId:base64` pairs, separated by commas; the first one encrypts. */
export const codecKeys = z
  .string()
  .transform((text, context) =>
    text.split(',').map((pair) => {
      const [, id, encoded] = /^([\w.-]{1,32}):(.+)$/.exec(pair.trim()) ?? [];
      const key = secret.safeParse(encoded);
      if (id === undefined || !key.success) {
        context.addIssue({ code: 'custom', message: 'must be keyId:base64-of-32-bytes, several separated by commas.' });
        return z.NEVER;
      }
      return { id, key: key.data };
    }),
  )
  .refine((keys) => new Set(keys.map((key) => key.id)).size === keys.length, 'names a key id twice.');

const url = z.url('must be a URL.');
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL.' });
const word = (what: string) => z.string().regex(/^[\w.-]{1,64}$/, `must be ${what} of letters, digits, dots, dashes.`);

/** Every environment variable of the product, with its form and what holds when it is not given. */
export const variables = {
  NODE_ENV: z
    .enum(['production', 'development', 'test'], 'must be production, development or test.')
    .default('development'),
  DOUDI_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'must be a level of pino, such as info.')
    .default('info'),
  DOUDI_DATA_DIR: z.string().default('.data'),
  DOUDI_TRAINING: flag.default(false),
  /** Where the training calendar of a new data folder begins. */
  DOUDI_TRAINING_START: z.iso.date('must be a day that exists, such as 2023-09-01.').optional(),
  DOUDI_SHUTDOWN_GRACE_SECONDS: count(20, 600),

  DOUDI_API_HOST: z.string().default('127.0.0.1'),
  DOUDI_API_PORT: port(3000),
  /** Largest paper or photo that is taken, in MB. */
  DOUDI_FILE_LIMIT_MB: count(10, 50),
  DOUDI_WORKER_HOST: z.string().default('127.0.0.1'),
  DOUDI_WORKER_PORT: port(3001),
  DOUDI_WORKER_URL: url.optional(),

  DOUDI_POSTGRES_PORT: port(5433),
  DOUDI_DATABASE_URL: postgresUrl.optional(),
  DOUDI_DATABASE_POOL_SIZE: count(10, 500),

  DOUDI_TEMPORAL_PORT: port(7233),
  DOUDI_TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^:\s]+:\d{1,5}$/, 'must be host:port.')
    .optional(),
  DOUDI_TEMPORAL_NAMESPACE: word('a namespace').default('default'),
  DOUDI_TEMPORAL_TLS: flag.default(false),
  DOUDI_TEMPORAL_UI_PORT: port(8233),
  DOUDI_TEMPORAL_UI_ORIGINS: z
    .string()
    .transform((text) => text.split(',').map((origin) => origin.trim()))
    .pipe(z.array(z.url('must be origins such as http://127.0.0.1:8233, separated by commas.')))
    .optional(),
  DOUDI_TASK_QUEUE: word('a task queue name').default('doudi'),

  DOUDI_CODEC_KEYS: codecKeys.optional(),
  DOUDI_REGISTER_KEY: secret.optional(),
  DOUDI_OIDC_ISSUER: url.optional(),
  DOUDI_OIDC_AUDIENCE: z.string().optional(),
  DOUDI_OIDC_JWKS_URL: url.optional(),
  DOUDI_DEV_ISSUER: flag.optional(),
  DOUDI_DEV_ISSUER_KEY: z
    .base64('must be base64 of a PKCS#8 private key.')
    .transform((text) => Buffer.from(text, 'base64'))
    .optional(),
  /** Path of a `temporal` CLI to use instead of looking for one. */
  TEMPORAL_CLI: z.string().optional(),
};

/** The variables after parsing. */
export type Variables = z.output<z.ZodObject<typeof variables>>;

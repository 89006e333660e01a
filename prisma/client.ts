import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';

/** A connection that is not free within this time is an overloaded database, and the caller is better told than kept. */
const ACQUIRE_TIMEOUT_MS = 5_000;

/** More different texts than the product has: lists of many lengths then go unnamed rather than fill the connections. */
const MOST_STATEMENTS = 500;

/** Names every text of SQL, so that a connection plans it once: the append takes longer to plan than to run. */
function statementNames(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= MOST_STATEMENTS) return '';
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}

/**
 * Opens a client with a pool of at most `poolSize` connections. Waiting longer than five seconds for a free one is an error.
 * `$disconnect()` closes the pool.
 */
export function createPrisma(url: string, poolSize: number): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: poolSize,
      connectionTimeoutMillis: ACQUIRE_TIMEOUT_MS,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
    },
    { statementNameGenerator: statementNames() },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: ACQUIRE_TIMEOUT_MS, timeout: 15_000 } });
}

export type { PrismaClient } from './generated/client.ts';

import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';

/** A connection that is not free within this time is an overloaded database, and the caller is better told than kept. */
const ACQUIRE_TIMEOUT_MS = 5_000;

/**
 * Opens a client with a pool of at most `poolSize` connections. Waiting longer than five seconds for a free one is an error.
 * `$disconnect()` closes the pool.
 */
export function createPrisma(url: string, poolSize: number): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: ACQUIRE_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: ACQUIRE_TIMEOUT_MS, timeout: 15_000 } });
}

export type { PrismaClient } from './generated/client.ts';

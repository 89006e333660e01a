import type { Division, Prisma } from '../generated/client.ts';

/** Every division, by code: about 1,100 rows a city. */
export function listDivisions(tx: Prisma.TransactionClient): Promise<Division[]> {
  return tx.division.findMany({ orderBy: { code: 'asc' } });
}

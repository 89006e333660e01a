import { createHash, randomBytes } from 'node:crypto';
import type { Sealer } from '../../platform/sealing.ts';
import type { Prisma } from '../generated/client.ts';

type Tx = Prisma.TransactionClient;

export interface SeedPlace {
  readonly district: string;
  readonly programme: string;
  /** First civil day whose arrivals it draws. */
  readonly from: string;
}

const seedContext = (id: string): string => `spotCheckSeed/${id}`;

/** Commits a seed for the draws of a district: its hash in clear, itself sealed. One committed before stays. */
export async function commitSeed(tx: Tx, sealer: Sealer, { district, programme, from }: SeedPlace): Promise<void> {
  const id = `${programme}-${district}-${from}`;
  const seed = randomBytes(32).toString('hex');
  const commitment = createHash('sha256').update(seed).digest('hex');
  const row = { id, districtCode: district, programme, fromDate: new Date(from), commitment };
  await tx.spotCheckSeed.createMany({
    data: [{ ...row, sealedSeed: sealer.seal(seed, seedContext(id)) }],
    skipDuplicates: true,
  });
}

/**
 * The seed committed last before `on`, opened.
 * @throws if none was committed for the district
 */
export async function seedInForce(
  tx: Tx,
  sealer: Sealer,
  { district, programme, on }: { readonly district: string; readonly programme: string; readonly on: string },
): Promise<{ readonly id: string; readonly seed: string }> {
  const row = await tx.spotCheckSeed.findFirst({
    where: { districtCode: district, programme, fromDate: { lte: new Date(on) } },
    orderBy: { fromDate: 'desc' },
  });
  if (!row)
    throw new Error(`No spot-check seed is committed for district ${district}: write the reference data first.`);
  return { id: row.id, seed: sealer.open(row.sealedSeed, seedContext(row.id)) };
}

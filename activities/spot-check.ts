import { createHmac } from 'node:crypto';
import type { Sealer } from '../platform/sealing.ts';
import type { PlainDate } from '../policy/dates.ts';
import type { Kind } from '../policy/kinds.ts';
import type { SpotCheckOrder } from '../policy/lifecycle/events.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import { civilDay, takeSeed } from '../prisma/repositories/spot-check-seeds.ts';

export interface Arrival {
  readonly caseId: string;
  readonly programme: Kind;
  readonly district: string;
  readonly on: PlainDate;
  readonly training: boolean;
}

/** Arrivals of which one is drawn, so that the share is at least `percent`: three for 30 [D220 §26: not below]. */
export const blockOf = (percent: number): number => Math.max(1, Math.floor(100 / percent));

/** Whether the seed draws an arrival: in each block the one at the place that the seed names for it (policy.md §5.2). */
export function isDrawn({ id, seed }: { readonly id: string; readonly seed: string }, block: number, arrival: number) {
  const position = createHmac('sha256', seed)
    .update(`${id}/${Math.floor((arrival - 1) / block)}`)
    .digest()
    .readUInt32BE(0);
  return (arrival - 1) % block === position % block;
}

/**
 * Gives the case its place among the arrivals of its district, kind and quarter and draws. A repeated call returns the first draw.
 * What is recorded only after its quarter has ended arrives in the quarter under way: the seed of the other is public by then.
 */
export async function drawSpotCheck(
  tx: Prisma.TransactionClient,
  sealer: Sealer,
  { caseId, programme, district, on, training }: Arrival,
  order: SpotCheckOrder,
): Promise<SpotCheckOrder> {
  const known = await tx.spotCheckDraw.findUnique({ where: { caseId }, include: { seed: true } });
  if (known) {
    const { seedId, seed, block, arrival, drawn } = known;
    return { ...order, seed: seedId, commitment: seed.commitment, block, arrival, drawn };
  }
  const today = await civilDay(tx, training);
  const place = { district, programme, on: today !== undefined && today > on ? today : on };
  const { commitment, ...seed } = await takeSeed(tx, sealer, place);
  const block = blockOf(order.percent);
  const arrival = (await tx.spotCheckDraw.count({ where: { seedId: seed.id, block } })) + 1;
  const drawn = isDrawn(seed, block, arrival);
  await tx.spotCheckDraw.create({ data: { seedId: seed.id, block, arrival, caseId, drawn } });
  return { ...order, seed: seed.id, commitment, block, arrival, drawn };
}

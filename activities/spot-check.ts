import { createHmac } from 'node:crypto';
import type { Sealer } from '../platform/sealing.ts';
import type { SpotCheckOrder } from '../policy/lifecycle/events.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import { seedInForce } from '../prisma/repositories/spot-check-seeds.ts';

/**
 * Gives the case its place among the arrivals of its district and draws: one in each block of `floor(100 / percent)`, at the
 * place that the committed seed names for the block (policy.md §5.2). A repeated call returns the first draw.
 * @throws if no seed was committed for the district before this day
 */
export async function drawSpotCheck(
  tx: Prisma.TransactionClient,
  sealer: Sealer,
  place: { readonly caseId: string; readonly programme: string; readonly district: string; readonly on: string },
  order: SpotCheckOrder,
): Promise<SpotCheckOrder> {
  const known = await tx.spotCheckDraw.findUnique({ where: { caseId: place.caseId } });
  if (known) return { ...order, arrival: known.arrival, drawn: known.drawn };
  const { id: seedId, seed } = await seedInForce(tx, sealer, place);
  // Arrivals of one district queue here, so that no place is given twice or left out.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`spot-check/${place.programme}/${place.district}`}))`;
  const count = await tx.spotCheckDraw.count({
    where: { districtCode: place.district, programme: place.programme },
  });
  const arrival = count + 1;
  const block = Math.max(1, Math.floor(100 / order.percent));
  const position = createHmac('sha256', seed)
    .update(`${seedId}/${Math.floor((arrival - 1) / block)}`)
    .digest()
    .readUInt32BE(0);
  const drawn = (arrival - 1) % block === position % block;
  await tx.spotCheckDraw.create({
    data: {
      districtCode: place.district,
      programme: place.programme,
      arrival,
      caseId: place.caseId,
      drawn,
      seedId,
    },
  });
  return { ...order, arrival, drawn };
}

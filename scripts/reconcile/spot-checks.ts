import { blockOf, isDrawn } from '../../activities/spot-check.ts';
import type { Sealer } from '../../platform/sealing.ts';
import { dateOf } from '../../policy/dates.ts';
import { evolve } from '../../policy/lifecycle/evolve.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { commitmentOf, openSeed } from '../../prisma/repositories/spot-check-seeds.ts';
import type { Difference } from './difference.ts';
import type { CaseRecordRows, DrawRow } from './read-record.ts';

/** What the spot check of a case says in its entries, in the queue of arrivals and by the seed that it was drawn with. */
export function drawFaults({ row, events, draws }: CaseRecordRows, sealer: Sealer): string[] {
  const at = events.findIndex(({ data }) => data.draw !== undefined);
  const event = events[at]?.data;
  const [draw] = draws;
  if (!event?.draw && !draw) return [];
  if (!event?.draw || !draw)
    return [
      `The draw of its spot check stands ${draw ? 'in the queue, but not in its entries' : 'in its entries only'}.`,
    ];
  const { percent, arrival, drawn, block = blockOf(percent), seed, commitment } = event.draw;
  const words: string[] = [];
  const same =
    arrival === draw.arrival &&
    drawn === draw.drawn &&
    block === draw.block &&
    (seed ?? draw.seedId) === draw.seedId &&
    (commitment ?? draw.commitment) === draw.commitment;
  if (!same) words.push('The draw of its spot check is another in its entries than in the queue of arrivals.');
  if (block !== blockOf(percent))
    words.push(`One in ${block} was drawn, where the share is ${percent} in the hundred.`);
  const before = events
    .slice(0, at)
    .reduce<CaseState | undefined>((folded, { data }) => evolve(folded, data, row.id), undefined);
  if (before?.kind !== draw.programme || before.district !== draw.district)
    words.push(`It was drawn with the seed ${draw.seedId}, which is not that of its district and kind.`);
  if (draw.to !== null && draw.to < dateOf(event.at))
    words.push(`It was drawn with the seed ${draw.seedId}, whose quarter was over.`);
  return [...words, ...outcomeFaults(draw, sealer)];
}

function outcomeFaults(draw: DrawRow, sealer: Sealer): string[] {
  const { seedId: id, sealedSeed, block, arrival } = draw;
  const seed = opened(sealer, { id, sealedSeed });
  if (seed === undefined || isDrawn({ id, seed }, block, arrival) === draw.drawn) return [];
  return [
    `Its spot check is recorded as ${draw.drawn ? 'drawn' : 'not drawn'}; by the seed ${id} arrival ${arrival}, one in ${block}, is ${draw.drawn ? 'not drawn' : 'drawn'}.`,
  ];
}

/** Seeds that are not what they were committed to, and queues in which a place is missing. */
export async function compareSpotChecks(prisma: PrismaClient, sealer: Sealer): Promise<Difference[]> {
  const seeds = await prisma.spotCheckSeed.findMany({ orderBy: { id: 'asc' } });
  const changed = seeds.flatMap((row) => {
    const seed = opened(sealer, row);
    if (seed !== undefined && commitmentOf(seed) === row.commitment) return [];
    return { about: aboutSeed(row.id), words: 'The seed cannot be opened or is not the one that was committed.' };
  });
  const queues = await prisma.spotCheckDraw.groupBy({
    by: ['seedId', 'block'],
    _count: true,
    _max: { arrival: true },
    orderBy: [{ seedId: 'asc' }, { block: 'asc' }],
  });
  const gaps = queues
    .filter(({ _count, _max }) => _max.arrival !== _count)
    .map(({ seedId, block, _count, _max }) => ({
      about: aboutSeed(seedId),
      words: `Of ${_max.arrival} places given to arrivals, one in ${block} drawn, only ${_count} are there.`,
    }));
  return [...changed, ...gaps];
}

const aboutSeed = (id: string): string => `spot-check/${id}`;

/** Undefined where it does not open: changed, or sealed under another key. */
function opened(sealer: Sealer, row: { readonly id: string; readonly sealedSeed: string }): string | undefined {
  try {
    return openSeed(sealer, row);
  } catch {
    return undefined;
  }
}

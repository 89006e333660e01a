import { createHash, createHmac, randomUUID } from 'node:crypto';
import { createCaseStore } from '../../activities/case-store.ts';
import { lawVersion } from '../../activities/law.ts';
import { createReferenceCache } from '../../activities/reference-cache.ts';
import { type Arrival, drawSpotCheck } from '../../activities/spot-check.ts';
import type { AppendOrder } from '../../contracts/case.ts';
import { createRegisterSecrets } from '../../platform/sealing.ts';
import type { CaseEvent, SpotCheckOrder } from '../../policy/lifecycle/events.ts';
import { evolve } from '../../policy/lifecycle/evolve.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import { createPrisma, type PrismaClient } from '../../prisma/client.ts';
import { link } from '../../prisma/repositories/case-log.ts';
import { project } from '../../prisma/repositories/case-projection.ts';
import { writePostings } from '../../prisma/repositories/postings.ts';
import { commitmentOf, listSeeds } from '../../prisma/repositories/spot-check-seeds.ts';
import { compareRecord } from '../../scripts/reconcile/record.ts';
import { elderlyCouple } from '../fixtures/households.ts';
import { ordinaryTown } from '../fixtures/staff.ts';
import { ACase } from '../policy/lifecycle/a-case.ts';
import { day } from '../policy/lifecycle/case-driver.ts';
import { ownDatabase, testConfig } from '../services.ts';

let prisma: PrismaClient;
let secrets: ReturnType<typeof createRegisterSecrets>;
beforeEach(async () => {
  const config = await ownDatabase(testConfig('spot-check'));
  prisma = createPrisma(config.database.url, 8);
  secrets = createRegisterSecrets(config.registerKey);
}, 60_000);
afterEach(() => prisma.$disconnect());

const xinbei = { programme: 'dibao', district: '320411', on: day('2030-05-04'), training: true } as const;

const arrive = (percent: number, where: Partial<Arrival> = {}, caseId: string = randomUUID()) =>
  prisma.$transaction((tx) => drawSpotCheck(tx, secrets.sealer, { caseId, ...xinbei, ...where }, { percent }), {
    maxWait: 20_000,
    timeout: 20_000,
  });

async function arriveInTurn(count: number, percent: number, where: Partial<Arrival> = {}): Promise<SpotCheckOrder[]> {
  const draws: SpotCheckOrder[] = [];
  while (draws.length < count) draws.push(await arrive(percent, where));
  return draws;
}

const arriveAtOnce = (count: number, percent: number) =>
  Promise.all(Array.from({ length: count }, () => arrive(percent)));

const byArrival = (draws: readonly SpotCheckOrder[]) =>
  draws.toSorted((one, other) => (one.arrival ?? 0) - (other.arrival ?? 0));

/** How many of each block of arrivals were drawn. */
function drawnPerBlock(draws: readonly SpotCheckOrder[], block: number): number[] {
  const outcomes = byArrival(draws).map(({ drawn }) => drawn);
  return Array.from(
    { length: outcomes.length / block },
    (_, index) => outcomes.slice(index * block, (index + 1) * block).filter(Boolean).length,
  );
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** The seed as the public finds it on a day; the list is read as anybody would. */
async function publicSeed(id: string | undefined, today = '2099-01-01') {
  const seeds = await listSeeds(prisma, secrets.sealer, { today: day(today), after: '', limit: 10_000 });
  const found = seeds.find((seed) => seed.id === id);
  if (!found) throw new Error(`The public finds no seed ${id}.`);
  return found;
}

/** The rule as docs/administrators.md gives it to an auditor, written without the product's own. */
function saysTheRule(seed: string, id: string, block: number, arrival: number): boolean {
  const hmac = createHmac('sha256', seed).update(`${id}/${Math.floor((arrival - 1) / block)}`);
  return Number.parseInt(hmac.digest('hex').slice(0, 8), 16) % block === (arrival - 1) % block;
}

describe('The draw of the spot check', () => {
  it('takes exactly one of each three arrivals where the share is thirty in the hundred, also when they come at once', async () => {
    const draws = [...(await arriveInTurn(6, 30)), ...(await arriveAtOnce(24, 30))];
    expect(byArrival(draws).map(({ arrival }) => arrival)).toEqual(numbered(30));
    expect(drawnPerBlock(draws, 3)).toEqual(Array.from({ length: 10 }, () => 1));
  }, 30_000);

  it('follows from the seed and the number of the arrival alone, so that anybody can compute it again', async () => {
    const draws = await arriveInTurn(30, 30);
    const id = 'dibao-320411-2030-04-01';
    const { seed, commitment } = await publicSeed(id);
    expect(createHash('sha256').update(String(seed)).digest('hex')).toBe(commitment);
    expect(draws).toEqual(
      numbered(30).map((arrival) => ({
        percent: 30,
        seed: id,
        commitment,
        block: 3,
        arrival,
        drawn: saysTheRule(String(seed), id, 3, arrival),
      })),
    );
  }, 30_000);

  it('gives a case the same place when it is asked again, and nobody else’s', async () => {
    const caseId = randomUUID();
    const first = await arrive(30, {}, caseId);
    expect(await arrive(30, {}, caseId)).toEqual(first);
    expect((await arrive(30)).arrival).toBe(2);
  });

  it('leaves no place out for an arrival that was not stored', async () => {
    await arrive(30);
    await expect(
      prisma.$transaction(async (tx) => {
        await drawSpotCheck(tx, secrets.sealer, { caseId: randomUUID(), ...xinbei }, { percent: 30 });
        throw new Error('the connection is lost');
      }),
    ).rejects.toThrow('the connection is lost');
    expect((await arrive(30)).arrival).toBe(2);
  });

  it('counts each district, kind and quarter from one, each with a seed of its own', async () => {
    const queues = [
      {},
      { district: '320402' },
      { programme: 'tekun' as const },
      { on: day('2030-06-30') },
      { on: day('2030-07-01') },
    ];
    const draws: SpotCheckOrder[] = [];
    for (const where of queues) draws.push(await arrive(30, where));
    expect(draws.map(({ seed, arrival }) => `${seed} ${arrival}`)).toEqual([
      'dibao-320411-2030-04-01 1',
      'dibao-320402-2030-04-01 1',
      'tekun-320411-2030-04-01 1',
      'dibao-320411-2030-04-01 2',
      'dibao-320411-2030-07-01 1',
    ]);
    expect(new Set(draws.map(({ commitment }) => commitment)).size).toBe(4);
  });

  it('takes the share that a place has set, each share exactly, also where towns of one district differ', async () => {
    const thirty: SpotCheckOrder[] = [];
    const fifty: SpotCheckOrder[] = [];
    const all: SpotCheckOrder[] = [];
    for (let turn = 0; turn < 12; turn += 1) {
      thirty.push(await arrive(30));
      fifty.push(await arrive(50));
      all.push(await arrive(100));
    }
    expect(drawnPerBlock(thirty, 3)).toEqual([1, 1, 1, 1]);
    expect(drawnPerBlock(fifty, 2)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(all.every(({ drawn }) => drawn)).toBe(true);
  }, 30_000);

  it('never draws fewer than the share: forty in the hundred is one in two', async () => {
    expect(drawnPerBlock(await arriveInTurn(10, 40), 2)).toEqual([1, 1, 1, 1, 1]);
  }, 30_000);
});

describe('The seed of the spot check', () => {
  it('is committed before the first draw where nobody has before, with its real moment beside the civil day', async () => {
    const before = Date.now();
    // Quarters before the stack was set up: its training calendar began in the past.
    const [first, second] = [await arrive(30, { on: day('2014-02-03') }), await arrive(30, { on: day('2014-03-03') })];
    expect(second.commitment).toBe(first.commitment);
    const seed = await publicSeed(first.seed);
    expect(seed).toMatchObject({ from: '2014-01-01', to: '2014-03-31', committedOn: '2014-02-03' });
    expect(Math.abs((seed.committedAt?.getTime() ?? 0) - before)).toBeLessThan(10_000);
  });

  it('is one, also when its first arrivals come at once', async () => {
    const draws = await Promise.all(numbered(8).map(() => arrive(30, { on: day('2014-02-03') })));
    expect(new Set(draws.map(({ commitment }) => commitment)).size).toBe(1);
    expect(byArrival(draws).map(({ arrival }) => arrival)).toEqual(numbered(8));
  });

  it('is not used once it is open: what is recorded late arrives in the quarter under way', async () => {
    await prisma.trainingCalendar.create({ data: { now: '2030-07-02T09:00:00' } });
    const late = await arrive(30, { on: day('2030-06-30') });
    expect(late.seed).toBe('dibao-320411-2030-07-01');
    expect((await publicSeed('dibao-320411-2030-04-01', '2030-07-02')).seed).not.toBeNull();
    expect((await publicSeed(late.seed, '2030-07-02')).seed).toBeNull();
  });

  it('stays as it was committed, and a draw as it was made', async () => {
    await arrive(30);
    for (const change of [
      prisma.$executeRaw`UPDATE spot_check_seed SET commitment = 'x'`,
      prisma.$executeRaw`DELETE FROM spot_check_draw`,
      prisma.$executeRaw`UPDATE spot_check_draw SET drawn = NOT drawn`,
    ])
      await expect(change).rejects.toThrow('never changed or deleted');
  });
});

/** The steps of a case of R2012, about people of its own, to its arrival at the district, which orders the draw; without documents. */
function stepsToTheDistrict(caseId: string): CaseEvent[] {
  const { events } = new ACase(ordinaryTown, elderlyCouple).untilPosted('2020-04-20').forward('2020-04-29');
  const ordered = events.map(({ documents: _documents, draw, ...event }) => ({
    ...event,
    ...(draw && { draw: { percent: draw.percent } }),
  }));
  const own = elderlyCouple.people.reduce(
    (text, { personId }) => text.replaceAll(`"${personId}"`, `"${personId}-${caseId}"`),
    JSON.stringify(ordered),
  );
  return JSON.parse(own) as CaseEvent[];
}

async function store() {
  const reference = createReferenceCache(prisma);
  const cases = createCaseStore({ prisma, secrets, reference });
  const version = lawVersion(await reference.read(), { ...ordinaryTown, year: 2020 });
  /** Brings a case before the district; what comes back is the append of its arrival, to be given as often as one likes. */
  return async (): Promise<() => ReturnType<typeof cases.appendToCase>> => {
    const caseId = randomUUID();
    const steps = stepsToTheDistrict(caseId);
    const order: AppendOrder = {
      caseId,
      training: true,
      expectedSeq: 0,
      lawVersion: version,
      events: steps.slice(0, -1),
    };
    expect(await cases.appendToCase(order)).toMatchObject({ outcome: 'stored' });
    const [events, commandId] = [steps.slice(-1), randomUUID()];
    return () => cases.appendToCase({ ...order, commandId, bodyHash: 'b', expectedSeq: steps.length - 1, events });
  };
}

const draws = () => prisma.spotCheckDraw.findMany({ orderBy: { arrival: 'asc' } });

/** What `npm run reconcile` says of the record. */
const differences = async () => (await compareRecord(prisma, secrets, () => undefined)).map(({ words }) => words);

describe('A case that arrives at the district', () => {
  it('takes one place, however often its append is repeated or given at the same time', async () => {
    const bring = await store();
    const [one, other] = [await bring(), await bring()];
    const outcomes = (await Promise.all([one(), one(), other(), other()])).map(({ outcome }) => outcome);
    expect(outcomes.toSorted()).toEqual(['settled', 'settled', 'stored', 'stored']);
    expect((await one()).outcome).toBe('settled');
    expect((await draws()).map(({ arrival }) => arrival)).toEqual([1, 2]);
    const third = await bring();
    await third();
    expect((await draws()).map(({ arrival }) => arrival)).toEqual([1, 2, 3]);
    expect((await draws()).filter(({ drawn }) => drawn)).toHaveLength(1);
  }, 30_000);

  it('holds in its entry all that the draw is computed again from', async () => {
    const arrival = await (await store())();
    const stored = await arrival();
    if (stored.outcome !== 'stored') throw new Error(`The append was ${stored.outcome}.`);
    const draw = stored.events[0]?.draw;
    const id = 'dibao-320411-2020-04-01';
    const { seed, commitment } = await publicSeed(id);
    expect(draw).toEqual({
      percent: 30,
      seed: id,
      commitment,
      block: 3,
      arrival: 1,
      drawn: saysTheRule(String(seed), id, 3, 1),
    });
  });
});

describe('Comparing the record', () => {
  const unguarded = async (table: 'spot_check_seed' | 'spot_check_draw', change: () => Promise<unknown>) => {
    await prisma.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_stays`);
    await change();
    await prisma.$executeRawUnsafe(`ALTER TABLE ${table} ENABLE TRIGGER ${table}_stays`);
  };

  beforeEach(async () => {
    const bring = await store();
    for (let turn = 0; turn < 3; turn += 1) await (await bring())();
    expect(await differences()).toEqual([]);
  }, 60_000);

  it('computes every draw again and names an outcome that the seed does not give', async () => {
    await unguarded(
      'spot_check_draw',
      () => prisma.$executeRaw`UPDATE spot_check_draw SET drawn = NOT drawn WHERE arrival = 2`,
    );
    expect(await differences()).toEqual([
      expect.stringContaining('another in its entries than in the queue'),
      expect.stringMatching(/by the seed dibao-320411-2020-04-01 arrival 2, one in 3, is/),
    ]);
  });

  it('names a seed that was exchanged, and the draws that were made with the one committed', async () => {
    await unguarded('spot_check_seed', () => {
      const sealed = secrets.sealer.seal('chosen', 'spotCheckSeed/dibao-320411-2020-04-01');
      return prisma.$executeRaw`UPDATE spot_check_seed SET sealed_seed = ${sealed} WHERE id = 'dibao-320411-2020-04-01'`;
    });
    expect(await differences()).toContain('The seed cannot be opened or is not the one that was committed.');
    // Also with the hash to match: the entries hold the one it was committed to.
    await unguarded('spot_check_seed', () => {
      const hash = createHash('sha256').update('chosen').digest('hex');
      return prisma.$executeRaw`UPDATE spot_check_seed SET commitment = ${hash} WHERE id = 'dibao-320411-2020-04-01'`;
    });
    const words = await differences();
    expect(words.filter((one) => one.includes('another in its entries than in the queue'))).toHaveLength(3);
  });

  it('names an arrival that is missing from the queue', async () => {
    await unguarded('spot_check_draw', () => prisma.$executeRaw`DELETE FROM spot_check_draw WHERE arrival = 2`);
    expect(await differences()).toEqual([
      'The draw of its spot check stands in its entries only.',
      'Of 3 places given to arrivals, one in 3 drawn, only 2 are there.',
    ]);
  });

  it('computes draws of before the seeds had quarters again, whose entries name no seed', async () => {
    const id = 'dibao-320411-2012-12-12';
    const [commitment, sealedSeed] = [commitmentOf('old'), secrets.sealer.seal('old', `spotCheckSeed/${id}`)];
    const fromDate = new Date('2012-12-12');
    await prisma.spotCheckSeed.create({
      data: { id, districtCode: '320411', programme: 'dibao', fromDate, commitment, sealedSeed, committedAt: null },
    });
    for (const [arrival, drawn] of [1, 2, 3].map((one) => [one, saysTheRule('old', id, 3, one)] as const)) {
      const caseId = randomUUID();
      const events = stepsToTheDistrict(caseId).map((event) => ({
        ...event,
        ...(event.draw && { draw: { percent: 30, arrival, drawn } }),
      })) as CaseEvent[];
      const state = events.reduce<CaseState | undefined>((before, event) => evolve(before, event, caseId), undefined);
      if (!state) throw new Error('The case has no events.');
      const linked = link(caseId, undefined, events);
      const step = { events: linked, headHash: linked.at(-1)?.hash ?? '', trackingHash: caseId, training: true };
      await prisma.$transaction(async (tx) => {
        await project(tx, undefined, state, step);
        await writePostings(tx, undefined, state, '');
      });
      await prisma.spotCheckDraw.create({ data: { seedId: id, block: 3, arrival, caseId, drawn } });
    }
    expect(await differences()).toEqual([]);
    await unguarded(
      'spot_check_draw',
      () => prisma.$executeRaw`UPDATE spot_check_draw SET drawn = NOT drawn WHERE seed_id = ${id}`,
    );
    expect((await differences()).filter((words) => words.includes(`by the seed ${id}`))).toHaveLength(3);
  }, 30_000);

  it('names a draw with the seed of another district, or of a quarter that was over', async () => {
    const moved = async (id: string) => {
      const { caseId } = await prisma.spotCheckDraw.findFirstOrThrow({ where: { arrival: 3 } });
      await unguarded(
        'spot_check_draw',
        () => prisma.$executeRaw`UPDATE spot_check_draw SET seed_id = ${id} WHERE case_id = ${caseId}`,
      );
      return (await differences()).join('\n');
    };
    await arrive(30, { district: '320402', on: day('2020-04-29') });
    await arrive(30, { on: day('2020-03-31') });
    expect(await moved('dibao-320402-2020-04-01')).toContain('not that of its district and kind');
    expect(await moved('dibao-320411-2020-01-01')).toContain('whose quarter was over');
  });
});

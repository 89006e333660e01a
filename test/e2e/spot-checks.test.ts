import { createHash } from 'node:crypto';
import { createRegisterSecrets } from '../../platform/sealing.ts';
import { addDays, civilInstant } from '../../policy/dates.ts';
import { createPrisma } from '../../prisma/client.ts';
import { drawSpotCheck } from '../../activities/spot-check.ts';
import { day } from '../policy/lifecycle/case-driver.ts';
import { testApp } from '../api/test-app.ts';
import { ownDatabase, testConfig } from '../services.ts';

interface Seed {
  readonly id: string;
  readonly kind: string;
  readonly district: string;
  readonly from: string;
  readonly to: string;
  readonly commitment: string;
  readonly committedAt: string;
  readonly beforehand: boolean;
  readonly seed: string | null;
}

let now = '2026-11-24T09:00:00';
let close: () => Promise<void>;
let inject: Awaited<ReturnType<typeof testApp>>['app']['inject'];
beforeAll(async () => {
  const config = await ownDatabase(testConfig('spot-checks'));
  const prisma = createPrisma(config.database.url, 2);
  const secrets = createRegisterSecrets(config.registerKey);
  await prisma.$transaction((tx) =>
    drawSpotCheck(
      tx,
      secrets.sealer,
      { caseId: 'case-of-somebody', programme: 'dibao', district: '320411', on: day('2020-02-03'), training: true },
      { percent: 30 },
    ),
  );
  const clock = () => Promise.resolve(civilInstant(now));
  const civilClock = {
    now: clock,
    during: async <T>(act: (at: Awaited<ReturnType<typeof clock>>) => Promise<T>) => act(await clock()),
  };
  const { app } = await testApp({ prisma, secrets, civilClock });
  inject = app.inject.bind(app);
  close = async () => {
    await app.close();
    await prisma.$disconnect();
  };
}, 60_000);
afterAll(() => close());

/** Without sign-in: every page of the list on a civil day. */
async function seedsOn(today: string, filter = ''): Promise<Seed[]> {
  now = `${today}T09:00:00`;
  const seeds: Seed[] = [];
  for (let cursor = ''; ;) {
    const answer = await inject({ url: `/v1/public/spot-checks?limit=200${filter}${cursor}` });
    expect(answer.statusCode).toBe(200);
    const { items, next } = answer.json<{ items: Seed[]; next: string | null }>();
    seeds.push(...items);
    if (next === null) return seeds;
    cursor = `&cursor=${next}`;
  }
}

describe('What the spot check is committed to', () => {
  it('is public at once for every district, every kind that is drawn, this quarter and ten years ahead', async () => {
    const seeds = await seedsOn('2026-11-24');
    const ahead = seeds.filter(({ beforehand }) => beforehand);
    expect(new Set(ahead.map(({ district }) => district)).size).toBe(7);
    expect([...new Set(ahead.map(({ kind }) => kind))].toSorted()).toEqual([
      'dibao',
      'dibaoEdge',
      'dibaoSinglePerson',
      'tekun',
    ]);
    expect(ahead).toHaveLength(7 * 4 * 40);
    expect(new Set(seeds.map(({ commitment }) => commitment)).size).toBe(seeds.length);
    for (const { commitment, committedAt } of seeds) {
      expect(commitment).toMatch(/^[0-9a-f]{64}$/);
      expect(committedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    }
  });

  it('is opened on the day after the quarter, and not before', async () => {
    const [{ from, to, id } = { from: '', to: '', id: '' }] = (
      await seedsOn('2026-11-24', '&district=320411&kind=tekun')
    ).filter(({ beforehand }) => beforehand);
    const seedOn = async (today: string) =>
      (await seedsOn(today, '&district=320411&kind=tekun')).find((seed) => seed.id === id);
    expect(await seedOn(from)).toMatchObject({ seed: null });
    expect(await seedOn(to)).toMatchObject({ seed: null });
    const open = await seedOn(addDays(day(to), 1));
    expect(
      createHash('sha256')
        .update(open?.seed ?? '')
        .digest('hex'),
    ).toBe(open?.commitment);
  });

  it('says so where a seed was not committed before its quarter, and names nobody', async () => {
    const seeds = await seedsOn('2026-11-24', '&district=320411&kind=dibao');
    expect(seeds.find(({ from }) => from === '2020-01-01')).toMatchObject({
      to: '2020-03-31',
      committedOn: '2020-02-03',
      beforehand: false,
    });
    expect(JSON.stringify(seeds)).not.toContain('case-of-somebody');
  });
});

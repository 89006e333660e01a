import { randomUUID } from 'node:crypto';
import { runSimulation } from '../../api/simulations/run-simulation.ts';
import { plainDate, yearMonth } from '../../policy/dates.ts';
import type { HouseholdFacts } from '../../policy/eligibility/facts.ts';
import type { Kind } from '../../policy/kinds.ts';
import type { Stage } from '../../policy/lifecycle/stages.ts';
import { yuan } from '../../policy/money.ts';
import { createPrisma, type PrismaClient } from '../../prisma/client.ts';
import { listDivisions } from '../../prisma/repositories/divisions.ts';
import { readRoll } from '../../prisma/repositories/roll.ts';
import { head, household, member } from '../policy/invented-household.ts';
import { ownDatabase, testConfig } from '../services.ts';

describe('the roll in the database', () => {
  let prisma: PrismaClient;
  beforeAll(async () => {
    const config = await ownDatabase(testConfig('roll'));
    prisma = createPrisma(config.database.url, 1);
  });
  afterAll(() => prisma.$disconnect());

  const put = (
    stage: Stage,
    facts: HouseholdFacts,
    given: { kind?: Kind; subject?: string; training?: boolean } = {},
  ) =>
    prisma.assistanceCase.create({
      data: {
        id: randomUUID(),
        applicationId: randomUUID(),
        kind: given.kind ?? 'dibao',
        trackingHash: randomUUID(),
        villageCode: '320402001001',
        townCode: '320402001',
        districtCode: '320402',
        stage,
        training: given.training ?? false,
        headSeq: 1,
        headHash: '',
        state: JSON.parse(JSON.stringify({ subject: given.subject, facts })) as object,
        openedOn: new Date(plainDate('2020-01-01')),
        updatedAt: new Date(plainDate('2020-01-01')),
      },
    });

  const alone = household([head()]);
  const two = household([head(), member('p2', { relation: 'spouse' })]);

  it('holds who has a right that lasts, read batch by batch, and a new standard is tried on it', async () => {
    await put('inPayment', alone);
    await put('suspended', two);
    await put('gradualExit', alone);
    await put('inPayment', alone, { kind: 'dibaoEdge' });
    await put(
      'inPayment',
      household([head({ birthDate: plainDate('1950-01-01'), supporters: [], selfCareFailed: [] })]),
      {
        kind: 'tekun',
        subject: 'p1',
      },
    );
    // None of these: refused, ended, help given once, a training case.
    await put('refused', alone);
    await put('ended', alone);
    await put('inPayment', alone, { kind: 'temporaryAssistance' });
    await put('inPayment', alone, { training: true });

    const batches: number[] = [];
    await readRoll(prisma, { training: false, size: 2 }, (rows) => {
      batches.push(rows.length);
      return Promise.resolve();
    });
    expect(batches).toEqual([2, 2, 1]);

    const figures = await runSimulation(
      { prisma, training: false, divisions: await listDivisions(prisma) },
      {
        month: yearMonth('2020-07'),
        changes: [{ name: 'dibao.standard', from: plainDate('2020-07-01'), value: yuan(900) }],
      },
      { households: 'inPayment' },
    );
    expect(figures.looked).toBe(5);
    expect(figures.rows.find(({ kind, district }) => kind === 'dibao' && district === '320402')).toMatchObject({
      before: { households: 4, persons: 5, budget: yuan(5 * 850) },
      after: { households: 4, persons: 5, budget: yuan(5 * 900) },
      winners: 4,
    });
    expect(figures.rows.find(({ kind }) => kind === 'tekun')).toMatchObject({ before: { persons: 1 }, winners: 0 });
  });
});

import fc from 'fast-check';
import { yearMonth, addToMonth } from '../../../policy/dates.ts';
import { createPrisma, type PrismaClient } from '../../../prisma/client.ts';
import { ownDatabase, testConfig } from '../../services.ts';
import { Roll, type Span } from './roll.ts';

let prisma: PrismaClient;
beforeAll(async () => {
  prisma = createPrisma((await ownDatabase(testConfig('payment-draw-up'))).database.url, 8);
});
afterAll(() => prisma.$disconnect());
const district = () => new Roll(prisma);

describe('a run draws up', () => {
  test('its own month once, and nothing for other districts', async () => {
    const roll = district();
    const elsewhere = await district().household([['2026-01', undefined, 700]]);
    const household = await roll.household([['2026-01', undefined, 500]]);
    expect(await roll.drawUp('2026-01')).toMatchObject({ stage: 'drawnUp', nextDue: '2026-01-04T00:00:00' });
    expect(await roll.lines(household)).toEqual(['2026-01/1 regular 500 due']);
    expect(await roll.lines(elsewhere)).toEqual([]);
    const run = await prisma.paymentRun.findUniqueOrThrow({ where: { id: roll.runId('2026-01') } });
    expect([run.lines, run.totalFen]).toEqual([1, 50_000n]);
  });

  test('a household without account too, and holds its line', async () => {
    const roll = district();
    const household = await roll.household([['2026-01', undefined, 500]], null);
    await roll.drawUp('2026-01');
    await roll.toBank('2026-01');
    expect(await roll.lines(household)).toEqual(['2026-01/1 regular 500 due']);
    await prisma.assistanceCase.update({ where: { id: household }, data: { payeeAccountId: 'opened-later' } });
    const [line] = await roll.runLines('2026-01');
    const repay = { type: 'repay' as const, lineIds: [line?.id ?? ''] };
    await roll.give('2026-01', 'districtOfficer', repay, { staffId: 'other' });
    expect((await roll.runLines('2026-01'))[0]).toMatchObject({
      status: 'sent',
      accountId: 'opened-later',
      attempt: 1,
    });
  });

  test('no more after the last month of a gradual exit', async () => {
    const roll = district();
    const household = await roll.household([['2026-01', '2026-02', 500]]);
    for (const month of ['2026-01', '2026-02', '2026-03']) await roll.drawUp(month);
    expect(await roll.lines(household)).toEqual(['2026-01/1 regular 500 due', '2026-02/1 regular 500 due']);
  });

  test('nothing while payment is held, and the arrears with the month of the release', async () => {
    const roll = district();
    const household = await roll.household([['2026-01', undefined, 500]]);
    await roll.hold(household, '2026-02');
    for (const month of ['2026-01', '2026-02', '2026-03']) await roll.drawUp(month);
    await roll.release(household);
    await roll.drawUp('2026-04');
    expect(await roll.lines(household)).toEqual([
      '2026-01/1 regular 500 due',
      '2026-02/1 arrears 500 due',
      '2026-03/1 arrears 500 due',
      '2026-04/1 regular 500 due',
    ]);
  });

  test('never the months of a suspension released without arrears', async () => {
    const roll = district();
    const household = await roll.household([['2026-01', undefined, 500]]);
    await roll.hold(household, '2026-01', '2026-02');
    for (const month of ['2026-01', '2026-02', '2026-03']) await roll.drawUp(month);
    expect(await roll.lines(household)).toEqual(['2026-03/1 regular 500 due']);
  });

  test('nothing at all, and is settled, when nobody has a right', async () => {
    expect(await district().drawUp('2026-01')).toMatchObject({ stage: 'settled' });
  });
});

describe('after a correction', () => {
  test('upwards, each month paid too low gets the difference', async () => {
    const roll = district();
    const household = await roll.household([['2026-01', undefined, 500]]);
    await roll.drawUp('2026-01');
    await roll.pay('2026-01');
    await roll.grant(household, [['2026-01', undefined, 620]], 2);
    await roll.drawUp('2026-02');
    expect(await roll.lines(household)).toEqual([
      '2026-01/1 regular 500 settled',
      '2026-01/2 difference 120 due',
      '2026-02/1 regular 620 due',
    ]);
  });

  test('downwards, what was paid too much is recorded for recovery, once', async () => {
    const roll = district();
    const household = await roll.household([['2026-01', undefined, 500]]);
    await roll.drawUp('2026-01');
    await roll.pay('2026-01');
    await roll.grant(household, [['2026-01', undefined, 380]], 2);
    for (const month of ['2026-02', '2026-03']) await roll.drawUp(month);
    expect(await roll.recoveries(household)).toEqual(['2026-01/1 120']);
    await roll.grant(household, [], 3);
    await roll.drawUp('2026-04');
    expect(await roll.recoveries(household)).toEqual(['2026-01/1 120', '2026-01/2 380']);
  });

  test('money the household never had is not asked back: its line is cancelled by two persons', async () => {
    const roll = district();
    const household = await roll.household([['2026-01', undefined, 500]]);
    await roll.drawUp('2026-01');
    await roll.toBank('2026-01');
    const [line] = await roll.runLines('2026-01');
    const lineId = line?.id ?? '';
    await roll.give('2026-01', 'bank', { type: 'recordResults', lines: [{ lineId, attempt: 1, outcome: 'returned' }] });
    await roll.grant(household, [], 2);
    await roll.drawUp('2026-02');
    expect(await roll.recoveries(household)).toEqual([]);
    await roll.give('2026-01', 'districtOfficer', { type: 'cancelLine', lineId, ground: '户主死亡' });
    const answer = await roll.give('2026-01', 'districtApprover', { type: 'approveCancellation', lineId });
    expect(answer).toEqual({ status: 'settled' });
    await roll.drawUp('2026-03');
    expect([await roll.lines(household), await roll.recoveries(household)]).toEqual([
      ['2026-01/1 regular 500 cancelled'],
      [],
    ]);
  });

  test('a month whose line was cancelled while the right remains is drawn anew', async () => {
    const roll = district();
    const household = await roll.household([['2026-01', '2026-01', 500]]);
    await roll.drawUp('2026-01');
    const [line] = await roll.runLines('2026-01');
    const lineId = line?.id ?? '';
    await roll.give('2026-01', 'districtOfficer', { type: 'cancelLine', lineId, ground: '账户有误' });
    await roll.give('2026-01', 'districtApprover', { type: 'approveCancellation', lineId });
    await roll.drawUp('2026-02');
    expect(await roll.lines(household)).toEqual(['2026-01/1 regular 500 cancelled', '2026-01/2 difference 500 due']);
  });
});

describe('drawing up again', () => {
  test('by several workers at once writes every line once', async () => {
    const roll = district();
    for (let i = 0; i < 20; i += 1) await roll.household([['2025-11', undefined, 500]]);
    await Promise.all([roll.drawUp('2026-01'), roll.drawUp('2026-01', 2), roll.drawUp('2026-02', 1)]);
    const count = await prisma.paymentLine.groupBy({
      by: ['benefitMonth'],
      where: { run: { districtCode: roll.district } },
      _count: true,
      orderBy: { benefitMonth: 'asc' },
    });
    expect(count.map((row) => row._count)).toEqual([20, 20, 20, 20]);
  });

  test('after a crash between two shards goes on with the rest', async () => {
    const roll = district();
    for (let i = 0; i < 12; i += 1) await roll.household([['2026-01', undefined, 500]]);
    const input = roll.input('2026-01');
    await roll.activities.openPaymentRun(input);
    const first = await roll.activities.drawUpPaymentShard(input, 0, 3);
    expect(first.lines).toBeLessThan(12);
    await roll.drawUp('2026-01');
    expect(await roll.runLines('2026-01')).toHaveLength(12);
  });

  test('is not asked for where nobody is on the roll, and in one shard for a small one', async () => {
    const empty = district();
    expect(await empty.activities.openPaymentRun(empty.input('2026-01'))).toMatchObject({ stage: 'settled' });
    const roll = district();
    await roll.household([['2026-01', undefined, 500]]);
    const opened = await roll.activities.openPaymentRun(roll.input('2026-01'));
    expect(opened).toMatchObject({ stage: 'drawingUp', shards: 1 });
  });

  test('by a worker that comes back too late changes nothing', async () => {
    const roll = district();
    await roll.household([['2026-01', undefined, 500]]);
    await roll.drawUp('2026-01');
    await roll.household([['2026-01', undefined, 700]]);
    expect(await roll.activities.drawUpPaymentShard(roll.input('2026-01'), 0, 1)).toEqual({ lines: 0, recoveries: 0 });
  });
});

test('twelve months in any order, with corrections and holds between: never twice, never missed', async () => {
  const months = Array.from({ length: 12 }, (_, i) => addToMonth(yearMonth('2026-01'), i));
  const change = fc.record({ yuan: fc.integer({ min: 0, max: 900 }), held: fc.boolean() });
  const order = fc.shuffledSubarray(months, { minLength: 12 });
  await fc.assert(
    fc.asyncProperty(order, fc.array(change, { minLength: 12, maxLength: 12 }), async (shuffled, changes) => {
      const roll = district();
      const household = await roll.household([]);
      for (const [i, month] of shuffled.entries()) {
        const { yuan = 0, held = false } = changes[i] ?? {};
        const spans: Span[] = yuan === 0 ? [] : [['2026-01', '2026-12', yuan]];
        await roll.grant(household, spans, i);
        if (held) await roll.hold(household, '2026-03', '2026-05');
        await roll.drawUp(month);
        await roll.release(household);
        await roll.pay(month);
      }
      const last = changes[11]?.yuan ?? 0;
      await roll.drawUp('2027-01');
      await roll.pay('2027-01');
      const paid = await prisma.paymentLine.groupBy({
        by: ['benefitMonth'],
        where: { caseId: household, status: 'settled' },
        _sum: { amountFen: true },
      });
      const reclaimed = await prisma.recovery.groupBy({
        by: ['benefitMonth'],
        where: { caseId: household },
        _sum: { amountFen: true },
      });
      for (const month of months) {
        const of = (rows: typeof paid) =>
          rows.find((row) => row.benefitMonth.toISOString().startsWith(month))?._sum.amountFen ?? 0;
        expect([month, of(paid) - of(reclaimed)]).toEqual([month, last * 100]);
      }
    }),
    { numRuns: 8 },
  );
}, 60_000);

import { paymentRunId } from '../../../contracts/ids.ts';
import { yearMonth } from '../../../policy/dates.ts';
import { programmes } from '../../../policy/payment-run/programmes.ts';
import { createPrisma, type PrismaClient } from '../../../prisma/client.ts';
import { listRuns } from '../../../prisma/repositories/payment-run-lists.ts';
import { ownDatabase, testConfig } from '../../services.ts';
import { Roll } from './roll.ts';

let prisma: PrismaClient;
beforeAll(async () => {
  prisma = createPrisma((await ownDatabase(testConfig('payment-programmes'))).database.url, 8);
});
afterAll(() => prisma.$disconnect());

test.each(programmes)('the run of %s pays its own cases in a district and no others', async (programme) => {
  const roll = new Roll(prisma, programme);
  const household = await roll.household([['2026-01', '2026-01', 500]]);
  const others = await Promise.all(
    programmes
      .filter((other) => other !== programme)
      .map((other) => new Roll(prisma, other, roll.district).household([['2026-01', '2026-01', 700]])),
  );
  await roll.drawUp('2026-01');
  expect(await roll.lines(household)).toEqual(['2026-01/1 regular 500 due']);
  for (const other of others) expect(await roll.lines(other)).toEqual([]);
});

test('edge and rigid-expenditure households have no run: they get no money', () => {
  expect(programmes).not.toContain('dibaoEdge');
  expect(programmes).not.toContain('rigidExpenditure');
});

describe('temporary assistance, given once', () => {
  test('is paid by the run of its month, and by no later one', async () => {
    const roll = new Roll(prisma, 'temporaryAssistance');
    const household = await roll.household([['2026-02', '2026-02', 1_155]]);
    for (const month of ['2026-01', '2026-02', '2026-03', '2026-04']) await roll.drawUp(month);
    expect(await roll.lines(household)).toEqual(['2026-02/1 regular 1155 due']);
  });

  test('granted after the run of its month was drawn up, is paid by the next run and is no arrears', async () => {
    const roll = new Roll(prisma, 'temporaryAssistance');
    await roll.drawUp('2026-02');
    const household = await roll.household([['2026-02', '2026-02', 1_155]]);
    await Promise.all([roll.drawUp('2026-03'), roll.drawUp('2026-03', 2)]);
    await roll.drawUp('2026-04');
    expect(await roll.lines(household)).toEqual(['2026-02/1 regular 1155 due']);
    expect((await roll.runLines('2026-03')).map(({ caseId }) => caseId)).toEqual([household]);
  });

  test('corrected upwards after it was paid, is made up by the difference, once', async () => {
    const roll = new Roll(prisma, 'temporaryAssistance');
    const household = await roll.household([['2026-02', '2026-02', 1_000]]);
    await roll.drawUp('2026-02');
    await roll.pay('2026-02');
    await roll.grant(household, [['2026-02', '2026-02', 1_155]], 2);
    for (const month of ['2026-03', '2026-04']) await roll.drawUp(month);
    expect(await roll.lines(household)).toEqual(['2026-02/1 regular 1000 settled', '2026-02/2 difference 155 due']);
  });
});

describe('full support', () => {
  test('is drawn as two lines a month, basic living and care, each balanced by itself', async () => {
    const roll = new Roll(prisma, 'tekun');
    const person = await roll.household([]);
    await roll.grant(person, [['2026-01', undefined, 1_662]], 1, 'basicLivingStandard');
    await roll.grant(person, [['2026-01', undefined, 404]], 1, 'careStandard');
    await roll.drawUp('2026-01');
    await roll.pay('2026-01');
    await roll.grant(person, [['2026-01', undefined, 808]], 2, 'careStandard');
    await roll.drawUp('2026-02');
    const lines = await prisma.paymentLine.findMany({
      where: { caseId: person },
      orderBy: [{ component: 'asc' }, { benefitMonth: 'asc' }, { instalment: 'asc' }],
    });
    expect(lines.map((line) => `${line.component} ${line.reason} ${line.amountFen / 100}`)).toEqual([
      'basicLivingStandard regular 1662',
      'basicLivingStandard regular 1662',
      'careStandard regular 404',
      'careStandard difference 404',
      'careStandard regular 808',
    ]);
    expect(await roll.recoveries(person)).toEqual([]);
  });
});

test('the list of runs shows the latest month first whatever its programme, and pages on without gap or repetition', async () => {
  const rolls = (['tekun', 'dibao', 'orphan'] as const).map((programme) => new Roll(prisma, programme, '320499'));
  for (const month of ['2026-01', '2026-02']) for (const roll of rolls) await roll.drawUp(month);
  const seen: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await listRuns(prisma, { divisions: ['320499'], after, limit: 2 });
    if (page.length === 0) break;
    seen.push(...page.map(({ id }) => id));
    after = seen.at(-1);
  }
  const runOf = (programme: 'tekun' | 'dibao' | 'orphan', month: string) =>
    paymentRunId({ programme, month: yearMonth(month), district: '320499' });
  expect(seen).toEqual(
    ['2026-02', '2026-01'].flatMap((month) => [runOf('dibao', month), runOf('orphan', month), runOf('tekun', month)]),
  );
});

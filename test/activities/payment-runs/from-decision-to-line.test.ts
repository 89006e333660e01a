import { randomUUID } from 'node:crypto';
import { kinds } from '../../../policy/kinds.ts';
import type { CaseState } from '../../../policy/lifecycle/state.ts';
import { type Programme, programmes } from '../../../policy/payment-run/programmes.ts';
import { createPrisma, type PrismaClient } from '../../../prisma/client.ts';
import { project } from '../../../prisma/repositories/case-projection.ts';
import { confirmed } from '../../documents/kinds.ts';
import { ownDatabase, testConfig } from '../../services.ts';
import { Roll } from './roll.ts';

let prisma: PrismaClient;
beforeAll(async () => {
  prisma = createPrisma((await ownDatabase(testConfig('decision-to-line'))).database.url, 4);
}, 60_000);
// The invented persons are the same in every case.
afterEach(() => prisma.caseMember.deleteMany());
afterAll(() => prisma.$disconnect());

/** A case of the kind confirmed on 15 November 2026, as its row, grants and members follow from its events. */
async function confirmedCase(kind: Programme, district: string): Promise<CaseState> {
  const { state } = confirmed(kind);
  if (state === undefined) throw new Error('nothing was confirmed');
  const stored = { ...state, caseId: randomUUID(), district, postings: [] };
  const step = { events: [], headHash: 'h', trackingHash: stored.caseId, training: false };
  await prisma.$transaction((tx) => project(tx, undefined, stored, step));
  return stored;
}

const monthly = programmes.filter((programme) => kinds[programme].payment === 'monthly');

test.each(monthly)(
  '%s confirmed in November is paid from December on, the amount of its decision each month',
  async (kind) => {
    const roll = new Roll(prisma, kind);
    const { caseId, decisions } = await confirmedCase(kind, roll.district);
    for (const month of ['2026-11', '2026-12', '2027-01']) await roll.drawUp(month);
    const sums = await prisma.paymentLine.groupBy({
      by: ['benefitMonth'],
      where: { caseId },
      _sum: { amountFen: true },
      orderBy: { benefitMonth: 'asc' },
    });
    const amount = decisions[0]?.amount ?? 0;
    expect(amount).toBeGreaterThan(0);
    expect(sums.map((row) => [row.benefitMonth.toISOString().slice(0, 7), row._sum.amountFen])).toEqual([
      ['2026-12', amount],
      ['2027-01', amount],
    ]);
  },
);

test('the money of full support is drawn as basic living and care', async () => {
  const roll = new Roll(prisma, 'tekun');
  await confirmedCase('tekun', roll.district);
  await roll.drawUp('2026-12');
  const lines = (await roll.runLines('2026-12')).map(({ component, amountFen }) => `${component} ${amountFen / 100}`);
  expect(lines.toSorted()).toEqual(['basicLivingStandard 2267', 'careStandard 498']);
});

test('temporary assistance confirmed after the run of its month is paid by the next run, once', async () => {
  const roll = new Roll(prisma, 'temporaryAssistance');
  await roll.drawUp('2026-11');
  const { caseId, decisions } = await confirmedCase('temporaryAssistance', roll.district);
  for (const month of ['2026-12', '2027-01']) await roll.drawUp(month);
  expect(await roll.lines(caseId)).toEqual([`2026-11/1 regular ${(decisions[0]?.amount ?? 0) / 100} due`]);
});

import { civilInstant } from '../../../policy/dates.ts';
import { createPrisma, type PrismaClient } from '../../../prisma/client.ts';
import { findRun, listLines } from '../../../prisma/repositories/payment-run-lists.ts';
import { ownDatabase, testConfig } from '../../services.ts';
import { Roll } from './roll.ts';

let prisma: PrismaClient;
beforeAll(async () => {
  prisma = createPrisma((await ownDatabase(testConfig('payment-accounts'))).database.url, 6);
}, 60_000);
afterAll(() => prisma.$disconnect());

const month = '2026-01';
const clerk = { staffId: 'clerk' };

/** One household on the roll, drawn up for January with that account. */
async function drawn(account: string | null) {
  const roll = new Roll(prisma);
  const caseId = await roll.household([[month, undefined, 500]], account);
  await roll.drawUp(month);
  return { roll, caseId };
}

/** Its transfers so far: to which account, and how they stand. */
const transfers = async (caseId: string) =>
  (
    await prisma.paymentAttempt.findMany({
      where: { line: { caseId } },
      orderBy: [{ line: { benefitMonth: 'asc' } }, { attempt: 'asc' }],
    })
  ).map(({ accountId, status }) => `${accountId} ${status}`);

const repay = async (roll: Roll, staffId: string) => {
  const lineIds = (await roll.runLines(month)).map(({ id }) => id);
  return roll.give(month, 'districtOfficer', { type: 'repay', lineIds }, { staffId });
};

async function arrives(roll: Roll) {
  const sent = await prisma.paymentLine.findMany({ where: { runId: roll.runId(month), status: 'sent' } });
  const lines = sent.map(({ id, attempt }) => ({ lineId: id, attempt, outcome: 'settled' as const }));
  return roll.give(month, 'bank', { type: 'recordResults', lines });
}

describe('The account changes between drawing up and sending to the bank', () => {
  test('the line is held, shown with its reason, and paid again to the new account, once', async () => {
    const { roll, caseId } = await drawn('old');
    roll.now = civilInstant('2026-01-06T09:00:00');
    await roll.changeAccount(caseId, 'new', clerk);
    const id = roll.runId(month);
    expect(await findRun(prisma, id)).toMatchObject({ withoutAccount: 0, accountChanged: 1 });
    await roll.toBank(month);
    expect(await transfers(caseId)).toEqual([]);
    expect(await roll.lines(caseId)).toEqual(['2026-01/1 regular 500 due']);
    expect(await findRun(prisma, id)).toMatchObject({ run: { status: 'sentToBank' }, accountChanged: 1 });
    expect(await listLines(prisma, { runId: id, limit: 10 })).toMatchObject([
      { status: 'due', accountId: 'old', caseAccountId: 'new' },
    ]);
    // The month is not drawn a second time while its line is held.
    await roll.drawUp('2026-02');
    expect(await roll.lines(caseId)).toEqual(['2026-01/1 regular 500 due', '2026-02/1 regular 500 due']);
    expect(await repay(roll, 'other')).toEqual({ status: 'sentToBank' });
    expect(await transfers(caseId)).toEqual(['new sent']);
    expect(await repay(roll, 'other')).toMatchObject({ refused: { code: 'lineNotHeld' } });
    expect(await arrives(roll)).toEqual({ status: 'settled' });
    expect(await findRun(prisma, id)).toMatchObject({ accountChanged: 0 });
    expect(await transfers(caseId)).toEqual(['new settled']);
  });

  test('changed twice and back to the one that was checked: it is sent', async () => {
    const { roll, caseId } = await drawn('old');
    await roll.changeAccount(caseId, 'new', clerk);
    await roll.changeAccount(caseId, 'old', clerk);
    await roll.pay(month);
    expect(await transfers(caseId)).toEqual(['old settled']);
  });

  test('changed back after the sending: it stays held until it is paid again', async () => {
    const { roll, caseId } = await drawn('old');
    await roll.changeAccount(caseId, 'new', clerk);
    await roll.toBank(month);
    await roll.changeAccount(caseId, 'old', clerk);
    expect(await transfers(caseId)).toEqual([]);
    await repay(roll, 'other');
    expect(await arrives(roll)).toEqual({ status: 'settled' });
    expect(await transfers(caseId)).toEqual(['old settled']);
  });

  test('a household without an account gets one: the line is paid again to it', async () => {
    const { roll, caseId } = await drawn(null);
    await roll.changeAccount(caseId, 'first', clerk);
    await roll.toBank(month);
    expect(await findRun(prisma, roll.runId(month))).toMatchObject({ withoutAccount: 1, accountChanged: 0 });
    expect(await transfers(caseId)).toEqual([]);
    await repay(roll, 'other');
    expect(await transfers(caseId)).toEqual(['first sent']);
  });

  test('a held line that is cancelled is drawn anew by the next run, to the new account', async () => {
    const { roll, caseId } = await drawn('old');
    await roll.changeAccount(caseId, 'new', clerk);
    await roll.toBank(month);
    const lineId = (await roll.runLines(month))[0]?.id ?? '';
    await roll.give(month, 'districtOfficer', { type: 'cancelLine', lineId, ground: '次月一并发放' });
    await roll.give(month, 'districtApprover', { type: 'approveCancellation', lineId });
    await roll.drawUp('2026-02');
    await roll.pay('2026-02');
    expect(await roll.lines(caseId)).toEqual([
      '2026-01/1 regular 500 cancelled',
      '2026-01/2 difference 500 settled',
      '2026-02/1 regular 500 settled',
    ]);
    expect(await transfers(caseId)).toEqual(['new settled', 'new settled']);
  });
});

describe('Four eyes on the account', () => {
  test('whoever changed it since the month began does not pay again to it, nor does whoever stands in for them', async () => {
    const { roll, caseId } = await drawn('old');
    await roll.toBank(month);
    const lineId = (await roll.runLines(month))[0]?.id ?? '';
    const returned = { lineId, attempt: 1, outcome: 'returned' as const };
    await roll.give(month, 'bank', { type: 'recordResults', lines: [returned] });
    await roll.changeAccount(caseId, 'new', { staffId: 'deputy', onBehalfOf: 'absent' });
    for (const who of ['deputy', 'absent'])
      expect(await repay(roll, who)).toMatchObject({ refused: { code: 'sameEyes' } });
    expect(await repay(roll, 'other')).toEqual({ status: 'sentToBank' });
    expect(await transfers(caseId)).toEqual(['old returned', 'new sent']);
  });

  test('whoever changed it before the month of the run may: that account was checked and approved', async () => {
    const roll = new Roll(prisma);
    const caseId = await roll.household([[month, undefined, 500]], 'oldest');
    roll.now = civilInstant('2025-12-31T16:00:00');
    await roll.changeAccount(caseId, 'old', { staffId: 'other' });
    roll.now = civilInstant('2026-01-01T06:00:00');
    await roll.drawUp(month);
    await roll.toBank(month);
    const lineId = (await roll.runLines(month))[0]?.id ?? '';
    await roll.give(month, 'bank', {
      type: 'recordResults',
      lines: [{ lineId, attempt: 1, outcome: 'returned' }],
    });
    expect(await repay(roll, 'other')).toEqual({ status: 'sentToBank' });
  });
});

describe('A household moves to another district', () => {
  test('whichever of the two has drawn up the month, it is paid once, and none is left out', async () => {
    const [left, entered] = [new Roll(prisma), new Roll(prisma)];
    // Drawn up where it lived; the new district does not draw January again.
    const early = await left.household([[month, undefined, 500]], 'a');
    // Moves after the new district has drawn up January and before the old one does: February's run makes up for it.
    const late = await left.household([['2026-02', undefined, 700]], 'b');
    await left.drawUp(month);
    await left.move(early, entered);
    await entered.drawUp(month);
    await entered.drawUp('2026-02');
    await left.move(late, entered);
    await left.drawUp('2026-02');
    await entered.drawUp('2026-03');
    expect(await left.lines(early)).toEqual([
      '2026-01/1 regular 500 due',
      '2026-02/1 regular 500 due',
      '2026-03/1 regular 500 due',
    ]);
    expect(await left.lines(late)).toEqual(['2026-02/1 arrears 700 due', '2026-03/1 regular 700 due']);
    // What the district left has drawn it also sends.
    await left.pay(month);
    expect(await transfers(early)).toEqual(['a settled']);
  });
});

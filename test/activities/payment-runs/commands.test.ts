import { randomUUID } from 'node:crypto';
import { civilInstant } from '../../../policy/dates.ts';
import { createPrisma, type PrismaClient } from '../../../prisma/client.ts';
import { ownDatabase, testConfig } from '../../services.ts';
import { Roll } from './roll.ts';

let prisma: PrismaClient;
beforeAll(async () => {
  prisma = createPrisma((await ownDatabase(testConfig('payment-commands'))).database.url, 8);
});
afterAll(() => prisma.$disconnect());

async function drawnRoll(): Promise<Roll> {
  const roll = new Roll(prisma);
  await roll.household([['2026-01', undefined, 500]]);
  await roll.household([['2026-01', undefined, 700]]);
  await roll.drawUp('2026-01');
  return roll;
}

test('every step is kept with who took it', async () => {
  const roll = await drawnRoll();
  await roll.pay('2026-01');
  const steps = await prisma.paymentRunStep.findMany({
    where: { runId: roll.runId('2026-01') },
    orderBy: { no: 'asc' },
  });
  expect(steps.map(({ no, step, staffId }) => `${no} ${step} ${staffId}`)).toEqual([
    '1 drawUp system',
    '2 check districtOfficer',
    '3 approve districtApprover',
    '4 sendToFinance districtOfficer',
    '5 sendToBank financeOfficer',
    '6 recordResults bank',
    '7 settle system',
  ]);
});

test('a command sent again gets its first answer and does nothing more', async () => {
  const roll = await drawnRoll();
  const commandId = randomUUID();
  const answers = await Promise.all(
    [1, 2, 3].map(() => roll.give('2026-01', 'districtOfficer', { type: 'check' }, { commandId })),
  );
  expect(answers).toEqual([{ status: 'checked' }, { status: 'checked' }, { status: 'checked' }]);
  expect(await prisma.paymentRunStep.count({ where: { commandId } })).toBe(1);
  await roll.give('2026-01', 'districtApprover', { type: 'approve' });
  expect(await roll.give('2026-01', 'districtOfficer', { type: 'check' }, { commandId })).toEqual({
    status: 'checked',
  });
});

test('the same key with another body is refused', async () => {
  const roll = await drawnRoll();
  const commandId = randomUUID();
  await roll.give('2026-01', 'districtOfficer', { type: 'check' }, { commandId });
  const answer = await roll.give('2026-01', 'districtOfficer', { type: 'check', note: '另一' }, { commandId });
  expect(answer).toMatchObject({ refused: { code: 'keyReused' } });
});

test('a refused command leaves no trace, so that its key still works when it is allowed', async () => {
  const roll = await drawnRoll();
  const commandId = randomUUID();
  const early = await roll.give('2026-01', 'districtApprover', { type: 'approve' }, { commandId });
  expect(early).toMatchObject({ refused: { code: 'notNow' } });
  await roll.give('2026-01', 'districtOfficer', { type: 'check' });
  expect(await roll.give('2026-01', 'districtApprover', { type: 'approve' }, { commandId })).toEqual({
    status: 'districtApproved',
  });
});

test('of two officers who check at once one wins', async () => {
  const roll = await drawnRoll();
  const answers = await Promise.all(
    ['a', 'b'].map((staffId) => roll.give('2026-01', 'districtOfficer', { type: 'check' }, { staffId })),
  );
  expect(answers.filter((answer) => 'status' in answer)).toHaveLength(1);
});

test('a returned line is paid again as a second transfer, and half a batch is never recorded', async () => {
  const roll = await drawnRoll();
  await roll.toBank('2026-01');
  const [a, b] = (await roll.runLines('2026-01')).map((line) => line.id);
  if (a === undefined || b === undefined) throw new Error('two lines were drawn');
  const returned = { lineId: a, attempt: 1, outcome: 'returned' as const, reason: '账户已销户' };
  const settled = { lineId: b, attempt: 1, outcome: 'settled' as const };
  const wrong = { ...settled, lineId: 'unknown' };
  expect(await roll.give('2026-01', 'bank', { type: 'recordResults', lines: [returned, wrong] })).toMatchObject({
    refused: { code: 'unknownLine' },
  });
  await roll.give('2026-01', 'bank', { type: 'recordResults', lines: [returned, settled] });
  const repay = { type: 'repay' as const, lineIds: [a] };
  expect(await roll.give('2026-01', 'districtOfficer', repay)).toMatchObject({ refused: { code: 'sameEyes' } });
  expect(await roll.give('2026-01', 'districtOfficer', repay, { staffId: 'other' })).toEqual({ status: 'sentToBank' });
  expect(await roll.give('2026-01', 'bank', { type: 'recordResults', lines: [returned] })).toEqual({
    status: 'sentToBank',
  });
  const again = { lineId: a, attempt: 2, outcome: 'settled' as const };
  expect(await roll.give('2026-01', 'bank', { type: 'recordResults', lines: [again] })).toEqual({ status: 'settled' });
  const attempts = await prisma.paymentAttempt.findMany({ where: { lineId: a }, orderBy: { attempt: 'asc' } });
  expect(attempts.map(({ attempt, status, reason }) => [attempt, status, reason])).toEqual([
    [1, 'returned', '账户已销户'],
    [2, 'settled', ''],
  ]);
});

test('limits that pass move the run up, each level by itself, before a later command is decided', async () => {
  const roll = await drawnRoll();
  const runId = roll.runId('2026-01');
  expect(await roll.activities.escalatePaymentRun(runId, civilInstant('2026-01-05T00:00:00'))).toMatchObject({
    level: 1,
  });
  roll.now = civilInstant('2026-02-20T09:00:00');
  await roll.give('2026-01', 'districtOfficer', { type: 'check' });
  const steps = await prisma.paymentRunStep.findMany({ where: { runId }, orderBy: { no: 'asc' } });
  expect(steps.map(({ step }) => step)).toEqual(['drawUp', 'escalate', 'escalate', 'check']);
  expect(await prisma.paymentRun.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({
    status: 'checked',
    level: 0,
    nextDue: '2026-02-23T00:00:00',
  });
});

import { randomUUID } from 'node:crypto';
import { serverClock } from '../../../api/civil-clock.ts';
import { paymentRunGateway } from '../../../api/payment-runs/gateway.ts';
import { orderRun } from '../../../api/payment-runs/order-run.ts';
import { paymentRunWorkflowId } from '../../../contracts/ids.ts';
import {
  advancePaymentRunTo,
  type PaymentRunInput,
  type ScheduledPaymentRunInput,
  scheduledPaymentRunWorkflow,
} from '../../../contracts/payment-run.ts';
import { caseKind, caseStage, division, dueDate } from '../../../contracts/search-attributes.ts';
import { civilInstant, yearMonth } from '../../../policy/dates.ts';
import { Roll } from '../../activities/payment-runs/roll.ts';
import { startWorkerStack, until, type WorkerStack } from '../worker-stack.ts';
import { give, inputFor, stageOf, startRun } from './runs.ts';

const queue = 'payment-run-workflow';
let stack: WorkerStack;
beforeAll(async () => {
  stack = await startWorkerStack(queue);
}, 120_000);
afterAll(() => stack.stop());

const households = async (count: number): Promise<Roll> => {
  const roll = new Roll(stack.prisma);
  for (let i = 0; i < count; i += 1) await roll.household([['2026-01', undefined, 500]]);
  return roll;
};

test('a run goes from drawing up to settled by what staff, finance and bank do, and ends', async () => {
  const roll = await households(3);
  const input = inputFor(roll.district);
  const run = await startRun(stack.client, input, queue);
  await until(async () => (await stageOf(stack.prisma, input)) === 'drawnUp');
  expect(await give(run, 'districtApprover', { type: 'approve' })).toMatchObject({ refused: { code: 'notNow' } });
  expect(await give(run, 'districtOfficer', { type: 'check' })).toEqual({ status: 'checked' });
  expect(await give(run, 'districtApprover', { type: 'approve' })).toEqual({ status: 'districtApproved' });
  await give(run, 'districtOfficer', { type: 'sendToFinance' });
  await give(run, 'financeOfficer', { type: 'sendToBank' });
  const sent = await roll.runLines('2026-01');
  const lines = sent.map(({ id }) => ({ lineId: id, attempt: 1, outcome: 'settled' as const }));
  expect(await give(run, 'bank', { type: 'recordResults', lines })).toEqual({ status: 'settled' });
  expect(await run.result()).toBe('settled');
});

test('administrators see stage, kind and last day, and nothing personal', async () => {
  const roll = await households(1);
  const input = inputFor(roll.district, {
    month: yearMonth('2036-01'),
    training: true,
    at: civilInstant('2036-01-01T06:00:00'),
  });
  await roll.household([['2036-01', undefined, 500]]);
  await stack.prisma.assistanceCase.updateMany({ where: { districtCode: roll.district }, data: { training: true } });
  const run = await startRun(stack.client, input, queue);
  await until(async () => (await stageOf(stack.prisma, input)) === 'drawnUp');
  await run.executeUpdate(advancePaymentRunTo, { args: [civilInstant('2036-01-02T00:00:00')] });
  const { typedSearchAttributes } = await run.describe();
  expect(typedSearchAttributes.get(caseKind)).toBe('paymentRun');
  expect(typedSearchAttributes.get(division)).toBe(roll.district);
  expect(typedSearchAttributes.get(caseStage)).toBe('drawnUp');
  expect(typedSearchAttributes.get(dueDate)).toBe('2036-01-03');
  await run.terminate();
});

test('a training run escalates when the calendar reaches the limit, and knows no timer', async () => {
  const roll = await households(1);
  await stack.prisma.assistanceCase.updateMany({ where: { districtCode: roll.district }, data: { training: true } });
  const input = inputFor(roll.district, { training: true, at: civilInstant('2026-01-01T06:00:00') });
  const run = await startRun(stack.client, input, queue);
  const before = await run.executeUpdate(advancePaymentRunTo, { args: [civilInstant('2026-01-03T12:00:00')] });
  expect(before).toEqual({ nextDue: '2026-01-04T00:00:00' });
  const after = await run.executeUpdate(advancePaymentRunTo, { args: [civilInstant('2026-01-04T00:00:00')] });
  expect(after).toEqual({ nextDue: '2026-01-07T00:00:00' });
  expect(await stack.prisma.paymentRun.findFirst({ where: { districtCode: roll.district } })).toMatchObject({
    level: 1,
  });
  await run.terminate();
});

test('a step that is late already is moved up by its timer', async () => {
  const roll = await households(1);
  const run = await startRun(stack.client, inputFor(roll.district), queue);
  await until(async () => (await stageOf(stack.prisma, inputFor(roll.district))) === 'drawnUp');
  await stack.prisma.paymentRun.updateMany({
    where: { districtCode: roll.district },
    data: { nextDue: '2026-01-04T00:00:00' },
  });
  await give(run, 'townClerk', { type: 'check' });
  const escalations = { where: { run: { districtCode: roll.district }, step: 'escalate' } };
  await until(async () => (await stack.prisma.paymentRunStep.count(escalations)) === 2);
  await run.terminate();
});

test('a Cancel from the Temporal UI is not heeded', async () => {
  const roll = await households(1);
  const run = await startRun(stack.client, inputFor(roll.district), queue);
  await until(async () => (await stageOf(stack.prisma, inputFor(roll.district))) === 'drawnUp');
  await run.cancel();
  expect(await give(run, 'districtOfficer', { type: 'check' })).toEqual({ status: 'checked' });
  expect((await run.describe()).status.name).toBe('RUNNING');
  await run.terminate();
});

test('a terminated run started anew goes on from the record, and the same key gets its first answer', async () => {
  const roll = await households(1);
  const input = inputFor(roll.district);
  const first = await startRun(stack.client, input, queue);
  const commandId = randomUUID();
  await give(first, 'districtOfficer', { type: 'check' }, { commandId });
  await first.terminate();
  const second = await startRun(stack.client, input, queue);
  expect(await give(second, 'districtOfficer', { type: 'check' }, { commandId })).toEqual({ status: 'checked' });
  expect(await give(second, 'districtApprover', { type: 'approve' })).toEqual({ status: 'districtApproved' });
  expect(await roll.runLines('2026-01')).toHaveLength(1);
  await second.terminate();
});

test('a worker that dies while drawing up is replaced, and every line is written once', async () => {
  const roll = await households(20);
  const input = inputFor(roll.district);
  const died = new Set<number>();
  await stack.restart({
    async drawUpPaymentShard(given: PaymentRunInput, shard: number, of: number) {
      const drawn = await stack.activities.drawUpPaymentShard(given, shard, of);
      if (died.has(shard)) return drawn;
      died.add(shard);
      throw new Error('the connection was lost after the commit');
    },
  });
  await startRun(stack.client, input, queue);
  await until(async () => (await stageOf(stack.prisma, input)) === 'drawnUp');
  await stack.restart();
  expect(await roll.runLines('2026-01')).toHaveLength(20);
  await stack.client.workflow.getHandle(paymentRunWorkflowId(input)).terminate();
}, 60_000);

test('what a Schedule starts begins the run of its month under the run’s own id, and a second start changes nothing', async () => {
  const roll = await households(1);
  const month = yearMonth('2026-01');
  const input: ScheduledPaymentRunInput = { programme: 'dibao', district: roll.district, training: false, month };
  for (let i = 0; i < 2; i += 1) {
    const workflowId = `scheduled-${roll.district}-${i}`;
    const started: unknown = await stack.client.workflow.execute(scheduledPaymentRunWorkflow, {
      taskQueue: queue,
      workflowId,
      args: [input],
    });
    expect(started).toBe(`payment-run/dibao/2026-01/${roll.district}`);
  }
  await until(async () => (await stageOf(stack.prisma, inputFor(roll.district))) === 'drawnUp');
  const run = stack.client.workflow.getHandle(`payment-run/dibao/2026-01/${roll.district}`);
  await run.terminate();
});

test('a run ordered by hand is drawn up under the run’s own id, and a second order finds it as it is', async () => {
  const roll = await households(2);
  const deps = {
    prisma: stack.prisma,
    paymentRuns: paymentRunGateway(stack.client, queue, false),
    civilClock: serverClock(),
  };
  const { training: _none, ...key } = inputFor(roll.district);
  const order = (staffId: string) =>
    orderRun(deps, {
      key,
      commandId: randomUUID(),
      bodyHash: 'an order',
      actor: { staffId, role: 'districtOfficer', division: roll.district },
    });
  expect(await order('officer-1')).toEqual({ isNew: true });
  await until(async () => (await stageOf(stack.prisma, inputFor(roll.district))) === 'drawnUp');
  expect(await order('officer-2')).toEqual({ isNew: false });
  expect(await roll.runLines('2026-01')).toHaveLength(2);
  const run = stack.client.workflow.getHandle(paymentRunWorkflowId(key));
  const checks = {
    commandId: randomUUID(),
    bodyHash: 'a check',
    command: { type: 'check' },
    at: civilInstant('2026-01-02T09:00:00'),
  } as const;
  const actor = { staffId: 'officer-1', role: 'districtOfficer', division: roll.district } as const;
  expect(await deps.paymentRuns.deliver(key, { ...checks, actor })).toMatchObject({ refused: { code: 'sameEyes' } });
  await run.terminate();
});

test('after five hundred commands it continues as a new run, and nothing is lost in between', async () => {
  const roll = await households(1);
  const input = inputFor(roll.district);
  const run = await startRun(stack.client, input, queue);
  const first = (await run.describe()).runId;
  for (let i = 0; i < 51; i += 1) {
    const ten = Array.from({ length: 10 }, () => give(run, 'townClerk', { type: 'check' }));
    for (const answer of await Promise.all(ten)) expect(answer).toMatchObject({ refused: { code: 'wrongRole' } });
  }
  expect(await give(run, 'districtOfficer', { type: 'check' })).toEqual({ status: 'checked' });
  expect((await run.describe()).runId).not.toBe(first);
  await run.terminate();
}, 120_000);

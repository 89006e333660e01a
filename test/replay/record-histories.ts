/**
 * Records the histories that `replay.test.ts` replays, by leading invented households through the main paths on the test servers:
 * `npm run record-histories`. Record anew only with a change to running cases that is made with `patched`, and keep the old ones
 * as long as such runs may exist.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { WorkflowHandle } from '@temporalio/client';
import proto from '@temporalio/proto';
import type { AppendOrder } from '../../contracts/case.ts';
import { paymentRunId, paymentRunWorkflowId } from '../../contracts/ids.ts';
import { advancePaymentRun, paymentRunWorkflow, type PaymentRunInput } from '../../contracts/payment-run.ts';
import { civilInstantOf } from '../../contracts/shanghai-time.ts';
import { civilInstant, yearMonth } from '../../policy/dates.ts';
import type { Role } from '../../policy/lifecycle/actors.ts';
import type { RunCommand } from '../../policy/payment-run/commands.ts';
import {
  coupleWithChild,
  earning,
  inventHousehold,
  manAlone,
  withMember,
  type InventedHousehold,
} from '../fixtures/households.ts';
import { delegatedTown, ordinaryTown } from '../fixtures/staff.ts';
import { startCaseStack, StackCase, type CaseStack } from '../workflows/case/case-stack.ts';
import { HouseholdCases, staff } from '../workflows/case/household-cases.ts';
import { until } from '../workflows/worker-stack.ts';
import { publicKey } from './public-key.ts';
import { Transcript } from './transcript.ts';

jest.setTimeout(120_000);

const queue = 'record-histories';
let stack: CaseStack;
beforeAll(async () => {
  stack = await startCaseStack(queue, { codecKeys: [publicKey], shortWaits: true });
}, 120_000);
afterAll(() => stack.stop());

async function store(handle: WorkflowHandle, type: string, behaviour: string): Promise<void> {
  const folder = path.join(__dirname, 'histories', type);
  mkdirSync(folder, { recursive: true });
  const history = proto.temporal.api.history.v1.History.toObject(
    proto.temporal.api.history.v1.History.fromObject(await handle.fetchHistory()),
    {
      longs: String,
      bytes: String,
      enums: String,
    },
  );
  // Which process on which machine it was is nobody's concern.
  const anonymous = (name: string, value: unknown): unknown =>
    name === 'identity' || (typeof value === 'string' && /^\d+@[\w.-]+$/.test(value)) ? 'worker' : value;
  writeFileSync(path.join(folder, `${behaviour}.json`), JSON.stringify(history, anonymous));
}

const record = async (
  behaviour: string,
  household: InventedHousehold,
  lead: (c: Transcript) => unknown,
  place: typeof delegatedTown | typeof ordinaryTown = delegatedTown,
) => {
  const transcript = new Transcript(place, await stack.register(household));
  lead(transcript);
  const it = new StackCase(stack);
  await transcript.playOn(it);
  await store(it.handle, 'caseLifecycle', behaviour);
  await it.handle.terminate().catch((error: unknown) => error);
};

test('the straight way to payment', () =>
  record('payment', coupleWithChild, (c) => c.untilPayment('2026-09-01', '2026-09-10')));

test('an objection in an ordinary town, investigated, then decided by the district', () =>
  record(
    'objection',
    manAlone,
    (c) => {
      c.accept('2026-09-01').verify('2026-09-02').visit('2026-09-03').opine('2026-09-04').post('2026-09-07');
      c.object('2026-09-09').answerObjection('2026-09-10').passTo('2026-09-17');
      c.opine('2026-09-17').forward('2026-09-18').confirm('2026-10-19');
    },
    ordinaryTown,
  ));

test('a refusal', () =>
  record('refusal', richCouple, (c) => {
    c.accept('2026-09-01').verify('2026-09-02').visit('2026-09-03').opine('2026-09-04', { proposal: 'refuse' });
    c.give(c.decider, '2026-09-08', { type: 'refuse', ground: '人均收入超过标准。' });
  }));

const richCouple = inventHousehold(
  'rich',
  [
    { name: '俞世安', born: '1979-09-09', relation: 'head', ...earning(200_000) },
    { name: '冯若兰', born: '1980-10-10', relation: 'spouse' },
  ],
  301,
);

test('work taken up, a recheck, gradual exit and its end', () =>
  record('recheck-and-gradual-exit', exiting, (c) => {
    const atWork = withMember(c.household, c.household.head, earning(12 * 1_400 + 4_374));
    c.untilPayment('2026-07-01', '2026-07-20').report('2026-09-07', { kind: 'tookUpWork', personId: c.household.head });
    c.verify('2026-09-08').propose('2026-09-09', 'gradualExit', { facts: atWork }).hear('2026-09-10');
    c.adjust('2026-09-18', 'gradualExit', 6).passTo('2027-04-01');
  }));

const exiting = inventHousehold('exit', [{ name: '顾长风', born: '1976-03-03', relation: 'head' }], 401);

test('clocks by Temporal timers, without a training calendar', async () => {
  const it = await new HouseholdCases(() => stack, { training: false, firstFamily: 50 }).posted(
    civilInstantOf(Date.now()),
  );
  await until(async () => (await it.state()).stage === 'confirming');
  await store(it.handle, 'caseLifecycle', 'clocks');
  await it.handle.terminate();
});

test('an outage of the database, waited out by durable timers', async () => {
  const it = await new HouseholdCases(() => stack, { firstFamily: 60 }).accepted('2026-09-01');
  let failures = 0;
  await stack.restart({
    appendToCase(order: AppendOrder) {
      if (++failures <= 8) throw Object.assign(new Error('connect ECONNREFUSED'), { stack: '' });
      return stack.activities.appendToCase(order);
    },
  });
  await it.take(staff.clerk, '2026-09-01', { type: 'requestVerification' });
  await store(it.handle, 'caseLifecycle', 'outage');
  await it.handle.terminate();
});

test('a payment run from drawing up to settled', async () => {
  const input: PaymentRunInput = {
    programme: 'dibao',
    district: '320411',
    month: yearMonth('2026-12'),
    training: true,
    at: civilInstant('2026-12-01T06:00:00'),
  };
  const runId = paymentRunId(input);
  // Without an account a line is held.
  await stack.prisma.assistanceCase.updateMany({ data: { payeeAccountId: 'account-1' } });
  const run = await stack.client.workflow.start(paymentRunWorkflow, {
    taskQueue: queue,
    workflowId: paymentRunWorkflowId(input),
    args: [input],
  });
  const step = (role: Role, command: RunCommand) =>
    run.executeUpdate(advancePaymentRun, {
      args: [
        {
          commandId: `record-${command.type}`,
          bodyHash: command.type,
          command,
          actor: { staffId: role, role, division: input.district },
          at: civilInstant('2026-12-02T09:00:00'),
        },
      ],
    });
  await until(async () => (await stack.prisma.paymentRun.count({ where: { id: runId, status: 'drawnUp' } })) === 1);
  await step('districtOfficer', { type: 'check' });
  await step('districtApprover', { type: 'approve' });
  await step('districtOfficer', { type: 'sendToFinance' });
  await step('financeOfficer', { type: 'sendToBank' });
  const lines = await stack.prisma.paymentLine.findMany({ where: { runId } });
  await step('bank', {
    type: 'recordResults',
    lines: lines.map(({ id }) => ({ lineId: id, attempt: 1, outcome: 'settled' })),
  });
  await run.result();
  await store(run, 'paymentRun', 'settled');
});

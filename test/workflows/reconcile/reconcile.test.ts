import proto from '@temporalio/proto';
import { paymentRunWorkflowId } from '../../../contracts/ids.ts';
import { paymentRunWorkflow, type PaymentRunInput } from '../../../contracts/payment-run.ts';
import { createRegisterSecrets } from '../../../platform/sealing.ts';
import { civilInstant, yearMonth } from '../../../policy/dates.ts';
import { reconcile } from '../../../scripts/reconcile/reconcile.ts';
import { startCaseStack, type CaseStack, type StackCase } from '../case/case-stack.ts';
import { HouseholdCases, staff } from '../case/household-cases.ts';
import { until } from '../worker-stack.ts';
import { startOwnTemporal } from '../own-temporal.ts';

jest.setTimeout(60_000);

let server: Awaited<ReturnType<typeof startOwnTemporal>>;
let stack: CaseStack;
beforeAll(async () => {
  server = await startOwnTemporal();
  stack = await startCaseStack('reconcile', { temporalAddress: server.address });
}, 120_000);
afterAll(async () => {
  await stack.stop();
  await server.stop();
});

const { RESET_REAPPLY_EXCLUDE_TYPE_UPDATE: UPDATE } = proto.temporal.api.enums.v1.ResetReapplyExcludeType;

const cases = new HouseholdCases(() => stack);
const on = '2026-09-01';
let lines: string[];

/** Runs it as `npm run reconcile` does; returns how many differences remain. */
async function run({ repair = false, every = false } = {}): Promise<number> {
  lines = [];
  const { prisma, client, config } = stack;
  const left = await reconcile(
    { prisma, client, taskQueue: config.temporal.taskQueue },
    createRegisterSecrets(config.registerKey),
    { repair, every, runsOnly: false, report: (line) => lines.push(line) },
  );
  return left.length;
}

/** The list of workflows lags behind: waits until it tells what the test has done. */
const agrees = () => until(async () => (await run()) === 0);
const differs = () => until(async () => (await run()) > 0);

const goesOn = async (it: StackCase) => {
  const before = (await it.state()).seq;
  await it.take(staff.public, '2026-12-01', { type: 'recordComplaint', complaintId: `late-${it.caseId}` });
  expect((await it.state()).seq).toBeGreaterThan(before);
};

test('record and workflows of a working stack agree', async () => {
  await cases.confirmable(on);
  const over = await cases.submitted(on);
  await over.take(staff.clerk, on, { type: 'withdraw', reason: '本人撤回。' });
  await agrees();
});

test('terminated and cancelled workflows: the missing one is named and started from the record, the other was never gone', async () => {
  const [terminated, cancelled] = [await cases.accepted(on), await cases.accepted(on)];
  await terminated.handle.terminate();
  await cancelled.handle.cancel();
  await differs();
  expect(lines).toEqual([
    `case/${terminated.caseId}: The record says "investigating" (entry 5), but the case has a workflow that is terminated.`,
  ]);
  await run({ repair: true });
  await agrees();
  await goesOn(terminated);
  await goesOn(cancelled);
});

/** Resets a workflow to one of its early tasks, as an operator may; `forget`: without the updates that it was given since. */
async function resetToBeginning(it: StackCase, forget: boolean): Promise<void> {
  const { runId } = await it.handle.describe();
  const { events } = await it.handle.fetchHistory();
  const finished = (events ?? []).filter(({ workflowTaskCompletedEventAttributes: completed }) => completed);
  const third = finished[2]?.eventId;
  await stack.client.workflowService.resetWorkflowExecution({
    namespace: stack.config.temporal.namespace,
    workflowExecution: { workflowId: it.handle.workflowId, runId },
    ...(third && { workflowTaskFinishEventId: third }),
    requestId: `reset-${it.caseId}`,
    reason: 'a test',
    resetReapplyExcludeTypes: forget ? [UPDATE] : [],
  });
  await until(async () => (await it.handle.describe()).runId !== runId);
}

test('a workflow reset to its beginning is given its commands again, and none is carried out twice', async () => {
  const it = await cases.posted(on);
  const before = (await it.events()).length;
  await resetToBeginning(it, false);
  await until(async () => (await it.view()).seq === before);
  expect(await it.events()).toHaveLength(before);
  await agrees();
});

test('a reset workflow that has forgotten its commands is named, and started anew from the record', async () => {
  const it = await cases.posted(on);
  const before = (await it.events()).length;
  await resetToBeginning(it, true);
  await differs();
  expect(lines).toEqual([
    expect.stringMatching(
      `case/${it.caseId}: The record has ${before} entries \\("posting"\\), its workflow knows \\d+ `,
    ),
  ]);
  await run({ repair: true });
  await agrees();
  expect(await it.events()).toHaveLength(before);
  expect(await it.view()).toMatchObject({ seq: before, stage: 'posting' });
  await it.advanceTo('2026-09-09T00:00:00');
  expect((await it.state()).stage).toBe('confirming');
});

test('what is folded from the entries is written anew from them; entries that were tampered with are only named', async () => {
  const [projected, tampered] = [await cases.confirmable(on), await cases.accepted(on)];
  const { prisma } = stack;
  const state = await projected.state();
  await prisma.assistanceCase.update({
    where: { id: projected.caseId },
    data: { stage: 'inPayment', state: JSON.parse(JSON.stringify({ ...state, stage: 'inPayment' })) as object },
  });
  await prisma.task.deleteMany({ where: { caseId: projected.caseId } });
  await prisma.posting.deleteMany({ where: { caseId: projected.caseId } });
  await prisma.caseMember.deleteMany({ where: { caseId: projected.caseId } });
  await prisma.$executeRaw`
    INSERT INTO grant_span (case_id, component, from_month, amount_fen, decision_no)
    VALUES (${projected.caseId}, 'dibao', '2026-10-01', 100, 1)`;
  await prisma.$transaction([
    prisma.$executeRaw`ALTER TABLE case_event DISABLE TRIGGER case_event_stays`,
    prisma.$executeRaw`
      UPDATE case_event SET data = jsonb_set(data, '{by,staffId}', '"somebody-else"') WHERE case_id = ${tampered.caseId} AND seq = 2`,
    prisma.$executeRaw`ALTER TABLE case_event ENABLE TRIGGER case_event_stays`,
  ]);
  expect(await run({ repair: true })).toBe(1);
  const of = (it: StackCase) =>
    lines.filter((line) => line.startsWith(`case/${it.caseId}`)).map((line) => line.split(': ')[1]);
  for (const what of ['state', 'row (stage', 'tasks', 'rights to payment', 'persons covered', 'postings'])
    expect(of(projected).some((words) => words?.startsWith(`Its ${what}`))).toBe(true);
  expect(of(tampered)).toEqual([expect.stringContaining('breaks at entry 2')]);
  expect(await projected.state()).toEqual(state);
  await projected.take(staff.approver, '2026-09-09', { type: 'confirm' });
  await prisma.$executeRaw`DELETE FROM command_receipt WHERE case_id = ${projected.caseId} AND (outcome->>'seq')::int > 1`;
  expect(await run()).toBe(2);
  expect(lines.join('\n')).toContain('came by a command that has no receipt');
});

test('Temporal loses everything: all open cases and payment runs go on from the record', async () => {
  const input: PaymentRunInput = {
    programme: 'dibao',
    month: yearMonth('2026-10'),
    district: '320411',
    training: true,
    at: civilInstant('2026-10-01T06:00:00'),
  };
  await stack.client.workflow.start(paymentRunWorkflow, {
    workflowId: paymentRunWorkflowId(input),
    taskQueue: stack.config.temporal.taskQueue,
    args: [input],
  });
  const posted = await cases.posted(on);
  const open = await stack.prisma.assistanceCase.count({ where: { closed: false } });
  await until(async () => (await stack.prisma.paymentRun.count({ where: { status: 'drawnUp' } })) === 1);
  await stack.end();
  await server.forgetEverything();
  await stack.begin();
  await run();
  expect(lines.filter((line) => line.includes('has no workflow'))).toHaveLength(open + 1);
  await run({ repair: true });
  await until(async () => {
    await run();
    return !lines.some((line) => line.includes('workflow'));
  });
  expect(await posted.advanceTo('2026-09-09T00:00:00')).not.toHaveProperty('nextDue', '2026-09-09T00:00:00');
  expect((await posted.state()).stage).toBe('confirming');
  await goesOn(posted);
});

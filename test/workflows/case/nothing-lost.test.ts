import { randomUUID } from 'node:crypto';
import { createActivities } from '../../../activities/index.ts';
import type { AppendOrder } from '../../../contracts/case.ts';
import { epochMillisecondsOf, civilInstantOf } from '../../../contracts/shanghai-time.ts';
import { civilInstant } from '../../../policy/dates.ts';
import { highestLevel, nextDeadline } from '../../../policy/lifecycle/deadlines.ts';
import type { CaseEvent } from '../../../policy/lifecycle/events.ts';
import { evolve } from '../../../policy/lifecycle/evolve.ts';
import type { CaseState } from '../../../policy/lifecycle/state.ts';
import { brokenLink } from '../../../prisma/repositories/case-log.ts';
import { delegatedTown } from '../../fixtures/staff.ts';
import { authorisationOf, draftOf } from '../../policy/lifecycle/a-case.ts';
import { day } from '../../policy/lifecycle/case-driver.ts';
import { startCaseStack, StackCase, type CaseStack } from './case-stack.ts';
import { HouseholdCases, staff } from './household-cases.ts';
import { until } from '../worker-stack.ts';

jest.setTimeout(30_000);

let stack: CaseStack;
beforeAll(async () => {
  stack = await startCaseStack('case-nothing-lost', { shortWaits: true });
}, 120_000);
afterAll(() => stack.stop());

const cases = new HouseholdCases(() => stack);
const on = '2026-09-01';

/** The worker anew, with a database that refuses connections to whatever appends, until it comes back. */
async function databaseAway() {
  const database = { asked: 0, away: true, comesBack: () => void (database.away = false) };
  await stack.restart({
    appendToCase(order: AppendOrder) {
      database.asked += 1;
      if (!database.away) return stack.activities.appendToCase(order);
      throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:23514'), { code: 'ECONNREFUSED' });
    },
  });
  return database;
}

const hasEvent = ({ events }: { events?: object[] | null }, attributesName: string): boolean =>
  (events ?? []).some((event) => (event as Record<string, unknown>)[attributesName] != null);

/** The stuck reasons a run has shown, in order; null where it was taken back. */
async function shownReasons(it: StackCase): Promise<unknown[]> {
  const { events } = await it.handle.fetchHistory();
  return (events ?? []).flatMap(({ upsertWorkflowSearchAttributesEventAttributes: upsert }) => {
    const reason = upsert?.searchAttributes?.indexedFields?.['StuckReason']?.data;
    return reason ? [JSON.parse(Buffer.from(reason).toString()) as unknown] : [];
  });
}

test('a Cancel from the Temporal UI changes nothing, and whoever waits for an answer gets it', async () => {
  const it = await cases.accepted(on);
  const database = await databaseAway();
  const waiting = it.give(staff.clerk, on, { type: 'requestVerification' });
  await until(() => Promise.resolve(database.asked > 0));
  await it.handle.cancel();
  await until(async () => hasEvent(await it.handle.fetchHistory(), 'workflowExecutionCancelRequestedEventAttributes'));
  database.comesBack();
  expect(await waiting).toEqual({ seq: (await it.state()).seq });
  expect((await it.state()).rounds).toHaveLength(1);
  await it.take(staff.public, on, { type: 'recordComplaint', complaintId: randomUUID() });
  expect((await it.handle.describe()).status.name).toBe('RUNNING');
  expect(await it.stuckReason()).toBeUndefined();
  await stack.restart();
});

test('what a rule of the database forbids is refused for good, with its reason, and the case stays as it was', async () => {
  const it = await cases.submitted(on);
  const before = await it.state();
  await stack.prisma.$executeRaw`ALTER TABLE task ADD CONSTRAINT no_visits CHECK (name <> 'recordHomeVisit') NOT VALID`;
  const answer = await it.give(staff.clerk, on, { type: 'acceptApplication' });
  expect(answer).toEqual({ refused: expect.objectContaining({ code: 'constraint-23514' }) as unknown });
  expect(await it.state()).toEqual(before);
  await stack.prisma.$executeRaw`ALTER TABLE task DROP CONSTRAINT no_visits`;
  await it.take(staff.clerk, on, { type: 'acceptApplication' });
  expect((await it.state()).stage).toBe('investigating');
});

test('a limit whose consequence the database forbids says why, holds up nothing else, and is tried again after the next change', async () => {
  const it = await cases.posted(on);
  await stack.prisma.$executeRaw`ALTER TABLE task ADD CONSTRAINT no_confirming CHECK (name <> 'confirm') NOT VALID`;
  await it.advanceTo('2026-09-09T00:00:00');
  expect(await it.state()).toMatchObject({ stage: 'posting' });
  expect(await it.view()).toMatchObject({ stuck: 'clock-refused:constraint-23514' });
  expect(await it.stuckReason()).toBe('clock-refused:constraint-23514');
  await stack.prisma.$executeRaw`ALTER TABLE task DROP CONSTRAINT no_confirming`;
  const complaint = { type: 'recordComplaint', complaintId: randomUUID() } as const;
  await it.take(staff.public, '2026-09-09', complaint);
  await it.advanceTo('2026-09-09T10:00:00');
  expect(await it.state()).toMatchObject({ stage: 'confirming' });
  expect(await it.stuckReason()).toBeUndefined();
});

test('with the database away a command waits, the case says so after the third failure, and the command is carried out once', async () => {
  const it = await cases.accepted(on);
  const database = await databaseAway();
  const answer = it.give(staff.clerk, on, { type: 'requestVerification' });
  await until(async () => (await it.stuckReason()) === 'record-unreachable');
  expect(await it.view()).toMatchObject({ stuck: 'record-unreachable', waiting: 1 });
  expect((await it.state()).rounds).toHaveLength(0);
  database.comesBack();
  expect(await answer).toEqual({ seq: (await it.state()).seq });
  expect((await it.state()).rounds).toHaveLength(1);
  expect(await it.stuckReason()).toBeUndefined();
  expect(await shownReasons(it)).toEqual(['record-unreachable', null]);
  await stack.restart();
});

test('a command that waits behind another is judged by what that one leads to', async () => {
  const it = await cases.accepted(on);
  const database = await databaseAway();
  const asked = it.give(staff.clerk, on, { type: 'requestVerification' });
  await until(() => Promise.resolve(database.asked > 0));
  const started = it.give(staff.centre, on, { type: 'startVerification', round: 1 });
  await until(async () => (await it.view()).waiting === 2);
  database.comesBack();
  for (const answer of await Promise.all([asked, started])) expect(Object.keys(answer)).toEqual(['seq']);
  expect((await it.state()).rounds).toMatchObject([{ status: 'running' }]);
  await stack.restart();
});

test('of two approvers who decide at once, one decides and the other is told that the decision is made', async () => {
  const it = await cases.confirmable(on);
  const answers = await Promise.allSettled(
    [staff.approver, staff.otherApprover].map((who) => it.give(who, '2026-09-09', { type: 'confirm' })),
  );
  const stored = answers.filter((one) => one.status === 'fulfilled' && 'seq' in one.value);
  expect(stored).toHaveLength(1);
  expect((await it.state()).decisions).toHaveLength(1);
  expect((await it.state()).stage).toBe('inPayment');
});

test('every answer is either the number of the stored step or a refusal, and the same key gets the same one', async () => {
  const it = await cases.accepted(on);
  const verification = { type: 'requestVerification' } as const;
  const complaint = { type: 'recordComplaint', complaintId: randomUUID() } as const;
  const answers = await Promise.all(
    [verification, complaint, verification, complaint, verification].map((command) =>
      it.give(staff.clerk, on, command, `${it.caseId}-${command.type}`),
    ),
  );
  for (const answer of answers) expect(Object.keys(answer)).toEqual(['seq']);
  expect(answers[2]).toEqual(answers[0]);
  expect(answers[4]).toEqual(answers[0]);
  expect(answers[3]).toEqual(answers[1]);
  expect((await it.state()).rounds).toHaveLength(1);
});

test('a record restored from an older backup is the truth: the run folds it, says so, and goes on from there', async () => {
  const it = await cases.accepted(on);
  const accepted = await it.state();
  // What a restore of the backup taken before the acceptance leaves behind.
  await stack.prisma.$transaction([
    stack.prisma.$executeRaw`ALTER TABLE case_event DISABLE TRIGGER case_event_stays`,
    stack.prisma.$executeRaw`ALTER TABLE document DISABLE TRIGGER document_stays`,
    stack.prisma
      .$executeRaw`DELETE FROM command_receipt WHERE (outcome->>'seq')::int = ${accepted.seq} AND case_id = ${it.caseId}`,
    stack.prisma.$executeRaw`DELETE FROM document WHERE case_id = ${it.caseId} AND seq = ${accepted.seq}`,
    stack.prisma.$executeRaw`DELETE FROM case_event WHERE case_id = ${it.caseId} AND seq = ${accepted.seq}`,
    stack.prisma.$executeRaw`
      UPDATE assistance_case SET head_seq = ${accepted.seq - 1}, stage = 'submitted',
        state = state || ${JSON.stringify({ seq: accepted.seq - 1, stage: 'submitted', deadlines: [] })}::jsonb,
        head_hash = (SELECT hash FROM case_event WHERE case_id = ${it.caseId} ORDER BY seq DESC LIMIT 1)
      WHERE id = ${it.caseId}`,
    stack.prisma.$executeRaw`ALTER TABLE case_event ENABLE TRIGGER case_event_stays`,
    stack.prisma.$executeRaw`ALTER TABLE document ENABLE TRIGGER document_stays`,
  ]);
  expect(await it.give(staff.clerk, on, { type: 'requestVerification' })).toMatchObject({
    refused: { code: 'not-in-this-stage' },
  });
  expect(await it.view()).toMatchObject({ seq: accepted.seq - 1, stage: 'submitted', stuck: 'store-behind' });
  expect(await it.stuckReason()).toBe('store-behind');
  await it.take(staff.clerk, on, { type: 'acceptApplication' });
  expect(await it.state()).toMatchObject({ seq: accepted.seq, stage: 'investigating' });
  expect(await it.stuckReason()).toBeUndefined();
  expect(await brokenLink(stack.prisma, it.caseId)).toBeUndefined();
});

test('a step decided on a law that has changed meanwhile is decided anew, and stored once', async () => {
  const it = await cases.submitted(on);
  const another = createActivities({ prisma: stack.prisma, registerKey: stack.config.registerKey });
  const outcomes: string[] = [];
  await stack.restart({
    async appendToCase(order: AppendOrder) {
      if (outcomes.length === 0)
        await stack.prisma.calendarNotice.create({
          data: {
            year: 2027,
            notice: { daysOff: ['2027-01-01'], daysWorked: [] },
            loadedBy: staff.administrator.staffId,
          },
        });
      // A worker that has just read the law afresh.
      const appended = await (outcomes.length === 0 ? another : stack.activities).appendToCase(order);
      outcomes.push(appended.outcome);
      return appended;
    },
  });
  await it.take(staff.clerk, on, { type: 'acceptApplication' });
  expect(outcomes).toEqual(['lawChanged', 'stored']);
  const types = (await it.events()).map(({ type }) => type);
  expect(types.filter((type) => type === 'applicationAccepted')).toHaveLength(1);
  await stack.restart();
});

test('a case over ends its workflow, and a late correction starts it again from the record', async () => {
  const it = await cases.submitted(on);
  await it.take(staff.clerk, on, { type: 'declineApplication', reason: '材料不实。' });
  await it.take(staff.clerk, on, {
    type: 'recordService',
    document: (await it.state()).documents.at(-1)?.number ?? '',
    servedOn: day(on),
    method: 'inPerson',
  });
  expect(await it.handle.result()).toBeUndefined();
  const first = (await it.handle.describe()).runId;
  const late = await it.give(staff.public, '2026-10-01', { type: 'recordComplaint', complaintId: randomUUID() });
  expect(late).toEqual({ seq: (await it.state()).seq });
  expect((await it.handle.describe()).runId).not.toBe(first);
  expect(await brokenLink(stack.prisma, it.caseId)).toBeUndefined();
});

test('a draft that is refused leaves neither a record nor a workflow', async () => {
  const household = await cases.twoPeople();
  const it = new StackCase(stack);
  const wrong = { ...draftOf(household, delegatedTown), head: 'nobody' };
  expect(await it.give(staff.clerk, on, wrong)).toMatchObject({ refused: { code: 'head-not-member' } });
  expect(await it.handle.result()).toBeUndefined();
  expect(await it.events()).toHaveLength(0);
});

describe('without a training calendar', () => {
  const real = new HouseholdCases(() => stack, { training: false, firstFamily: 100 });

  test('a posting ends by its own timer, which is armed again only when the next limit is another one', async () => {
    const now = civilInstantOf(Date.now());
    const it = await real.posted(now);
    await until(async () => (await it.state()).stage === 'confirming');
    const record = await it.events();
    const ended = civilInstant(record.find(({ type }) => type === 'postingEnded')?.at ?? '');
    expect(ended).toMatch(/T00:00:00$/);
    expect(epochMillisecondsOf(ended)).toBeGreaterThan(Date.now());
    // The instants that came next, one after another: as many timers at most, though many more commands were given.
    const nexts: (string | undefined)[] = [];
    let folded: CaseState | undefined;
    for (const { data } of record) {
      folded = evolve(folded, data as unknown as CaseEvent, it.caseId);
      const due = nextDeadline(folded)?.due;
      if (nexts.length === 0 || due !== nexts.at(-1)) nexts.push(due);
    }
    const history = (await it.handle.fetchHistory()).events ?? [];
    const armed = history.filter(({ timerStartedEventAttributes: timer }) => timer).length;
    const commands = history.filter(({ workflowExecutionUpdateAcceptedEventAttributes: update }) => update).length;
    expect(armed).toBeLessThanOrEqual(nexts.length);
    expect(armed).toBeLessThan(commands);
    await it.handle.terminate();
  });

  test('the training calendar is refused where civil time moves by the clock', async () => {
    const it = new StackCase(stack, false);
    const household = await real.twoPeople();
    const now = civilInstantOf(Date.now());
    await it.take(staff.clerk, now, draftOf(household, delegatedTown));
    await it.take(staff.clerk, now, authorisationOf(household.head, household, now));
    await expect(it.advanceTo('2030-01-01T00:00:00')).rejects.toThrow();
  });
});

test('a task that was late at every level stays overdue, and the run does not call that stuck', async () => {
  const it = await cases.accepted(on);
  await it.advanceTo('2027-02-01T09:00:00');
  const { deadlines } = await it.state();
  expect(deadlines.map(({ level }) => level)).toEqual(deadlines.map(() => highestLevel));
  expect(await it.view()).toMatchObject({ waiting: 0 });
  expect((await it.view()).stuck).toBeUndefined();
  await it.take(staff.clerk, '2027-02-01', { type: 'requestVerification' });
});

import { randomUUID } from 'node:crypto';
import type { AppendOrder } from '../../../contracts/case.ts';
import * as attributes from '../../../contracts/search-attributes.ts';
import { brokenLink } from '../../../prisma/repositories/case-log.ts';
import { startOwnTemporal } from '../own-temporal.ts';
import { startCaseStack, type CaseStack, type StackCase } from './case-stack.ts';
import { HouseholdCases, staff } from './household-cases.ts';
import { until } from '../worker-stack.ts';

jest.setTimeout(30_000);

let server: Awaited<ReturnType<typeof startOwnTemporal>>;
let stack: CaseStack;
beforeAll(async () => {
  // Temporal asks for a new run after 4,096 events; here after 60.
  server = await startOwnTemporal(['limit.historyCount.suggestContinueAsNew=60']);
  stack = await startCaseStack('case-continued-runs', { shortWaits: true, temporalAddress: server.address });
}, 120_000);
afterAll(async () => {
  await stack.stop();
  await server.stop();
});

const cases = new HouseholdCases(() => stack);
const on = '2026-09-01';

const runOf = async (it: StackCase): Promise<string> => (await it.handle.describe()).runId;
const complain = (it: StackCase, key: string = randomUUID()) =>
  it.give(staff.public, on, { type: 'recordComplaint', complaintId: key }, key);

/** Gives commands until the case goes on in another run. */
async function untilContinued(it: StackCase): Promise<void> {
  const first = await runOf(it);
  for (let given = 0; (await runOf(it)) === first; given += 1) {
    if (given > 50) throw new Error('The run was not continued.');
    await complain(it);
  }
}

test('a run that has become long is continued as a new one, and everybody who waits gets the one answer', async () => {
  const it = await cases.accepted(on);
  const first = await runOf(it);
  const before = (await it.state()).seq;
  const keys = Array.from({ length: 40 }, () => randomUUID());
  const answers: unknown[] = [];
  for (let from = 0; from < keys.length; from += 8)
    answers.push(...(await Promise.all(keys.slice(from, from + 8).map((key) => complain(it, key)))));
  expect(await runOf(it)).not.toBe(first);
  expect(answers.map((answer) => (answer as { seq: number }).seq).sort((a, b) => a - b)).toEqual(
    keys.map((_, index) => before + index + 1),
  );
  expect((await it.state()).complaints).toHaveLength(40);
  expect(await brokenLink(stack.prisma, it.caseId)).toBeUndefined();
});

test('the same key gets its first answer in a later run and after a terminated one, though the case would refuse by now', async () => {
  const it = await cases.submitted(on);
  const accept = () => it.give(staff.clerk, on, { type: 'acceptApplication' }, `${it.caseId}-accept`);
  const first = await accept();
  await untilContinued(it);
  expect(await accept()).toEqual(first);
  await it.handle.terminate();
  expect(await accept()).toEqual(first);
  expect((await it.events()).filter(({ type }) => type === 'applicationAccepted')).toHaveLength(1);
});

test('a Cancel is left behind with the run it was meant for', async () => {
  const it = await cases.accepted(on);
  await it.handle.cancel();
  await untilContinued(it);
  await it.take(staff.clerk, on, { type: 'requestVerification' });
  expect((await it.state()).rounds).toHaveLength(1);
  expect((await it.handle.describe()).status.name).toBe('RUNNING');
});

test('an outage that outlasts the run is waited out by the next, and the same key then learns the outcome', async () => {
  const it = await cases.accepted(on);
  const first = await runOf(it);
  let away = true;
  await stack.restart({
    appendToCase(order: AppendOrder) {
      if (away) throw new Error('connect ECONNREFUSED');
      return stack.activities.appendToCase(order);
    },
  });
  const verify = () => it.give(staff.clerk, on, { type: 'requestVerification' }, `${it.caseId}-verify`);
  const unknown = await verify().catch((error: unknown) => error);
  expect(unknown).toMatchObject({ cause: { type: 'OutcomeUnknown' } });
  await until(async () => (await runOf(it)) !== first);
  away = false;
  expect(await verify()).toEqual({ seq: (await it.state()).seq });
  expect((await it.state()).rounds).toHaveLength(1);
});

test('where the case stands is to be seen in later runs too', async () => {
  const it = await cases.accepted(on);
  await untilContinued(it);
  const shown = (await it.handle.describe()).typedSearchAttributes;
  expect(shown.get(attributes.caseStage)).toBe('investigating');
  expect(shown.get(attributes.caseKind)).toBe('dibao');
  expect(shown.get(attributes.division)).toBe((await it.state()).town);
  expect(shown.get(attributes.dueDate)).toMatch(/^2026-\d\d-\d\d$/);
  const heading =
    '最低生活保障个案 / case of minimum living allowance · **核对与入户调查 / verification and home visit**';
  await until(async () => {
    const { currentDetails } = await it.handle.query<{ currentDetails: string }>('__temporal_workflow_metadata');
    return currentDetails.startsWith(heading);
  });
});

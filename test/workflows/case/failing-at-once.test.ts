import { startCaseStack, type CaseStack } from './case-stack.ts';
import { HouseholdCases, staff } from './household-cases.ts';
import { until } from '../worker-stack.ts';

jest.setTimeout(30_000);

let stack: CaseStack;
beforeAll(async () => {
  // With the waits of production.
  stack = await startCaseStack('case-failing-at-once');
}, 120_000);
afterAll(() => stack.stop());

const cases = new HouseholdCases(() => stack);
const on = '2026-09-01';

test('a database that refuses every attempt at once is waited out by a timer, and the command is carried out when it is well', async () => {
  const it = await cases.submitted(on);
  let full = true;
  let attempts = 0;
  await stack.restart({
    appendToCase: (order: Parameters<CaseStack['activities']['appendToCase']>[0]) => {
      attempts += 1;
      if (full) return Promise.reject(new Error('disk full'));
      return stack.activities.appendToCase(order);
    },
  });
  const answer = it.give(staff.clerk, on, { type: 'acceptApplication' });
  const waits = async () =>
    ((await it.handle.fetchHistory()).events ?? []).filter((event) => event.timerStartedEventAttributes).length;
  await until(async () => (await waits()) === 1);
  expect(attempts).toBeLessThanOrEqual(7);
  full = false;
  expect(await answer).not.toHaveProperty('refused');
  expect((await it.state()).stage).toBe('investigating');
});

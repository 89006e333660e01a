import { Client, Connection } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import { alertingMetrics } from '../../api/alerting.ts';
import { stuckReason } from '../../contracts/search-attributes.ts';
import { civilInstant } from '../../policy/dates.ts';
import { startCaseStack, type CaseStack } from '../workflows/case/case-stack.ts';
import { HouseholdCases } from '../workflows/case/household-cases.ts';
import { until } from '../workflows/worker-stack.ts';

let stack: CaseStack;
beforeAll(async () => {
  stack = await startCaseStack('alerting');
}, 120_000);
afterAll(() => stack.stop());

const cases = new HouseholdCases(() => stack);
const clockAt = (at: string) => ({
  now: () => Promise.resolve(civilInstant(at)),
  during: <T>(act: (instant: ReturnType<typeof civilInstant>) => Promise<T>) => act(civilInstant(at)),
});
const read = (name: string, at = '2026-09-01T09:00:00', client = stack.client): Promise<string> => {
  const { [name]: part } = alertingMetrics({ prisma: stack.prisma, client, civilClock: clockAt(at) });
  if (part === undefined) throw new Error(`no metrics named ${name}`);
  return part();
};
const numberIn = (text: string, name: string): number => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);

test('tasks count as overdue from the day after their last day', async () => {
  await cases.accepted('2026-09-01');
  expect(numberIn(await read('overdue'), 'doudi_overdue_tasks')).toBe(0);
  expect(numberIn(await read('overdue', '2027-01-04T09:00:00'), 'doudi_overdue_tasks')).toBeGreaterThan(0);
});

test('running workflows that are stuck are counted', async () => {
  const count = async () => numberIn(await read('stuck'), 'doudi_stuck_workflows');
  const before = await count();
  const handle = await stack.client.workflow.start('stuck', {
    taskQueue: 'nobody-polls',
    workflowId: 'alerting-stuck',
    typedSearchAttributes: new TypedSearchAttributes([{ key: stuckReason, value: 'record-unreachable' }]),
  });
  await until(async () => (await count()) > before);
  await handle.terminate();
}, 60_000);

test('while Temporal is away its figure is refused, not given as zero', async () => {
  const connection = Connection.lazy({ address: '127.0.0.1:1' });
  const away = new Client({ connection });
  await expect(read('stuck', undefined, away)).rejects.toThrow();
  await connection.close();
}, 30_000);

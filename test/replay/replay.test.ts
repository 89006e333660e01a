import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import proto from '@temporalio/proto';
import {
  bundleWorkflowCode,
  DefaultLogger,
  Runtime,
  Worker,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { bundleOptions } from '../../worker/bundle-options.ts';
import { publicDataConverter } from './public-key.ts';

jest.setTimeout(60_000);
Runtime.install({ logger: new DefaultLogger('ERROR') });

const root = path.resolve(__dirname, '../..');
const folder = path.join(__dirname, 'histories');
const stored = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .toSorted();

const bundle = (workflowInterceptorModules: string[] = []) =>
  bundleWorkflowCode({
    ...bundleOptions(root),
    workflowInterceptorModules,
    logger: new DefaultLogger('ERROR'),
  });

const replay = (workflowBundle: WorkflowBundleWithSourceMap, name: string): Promise<void> =>
  Worker.runReplayHistory(
    { workflowBundle, dataConverter: publicDataConverter },
    proto.temporal.api.history.v1.History.fromObject(
      JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Record<string, unknown>,
    ),
  );

let current: WorkflowBundleWithSourceMap;
let broken: WorkflowBundleWithSourceMap;
beforeAll(async () => {
  current = await bundle();
  broken = await bundle([path.join(__dirname, 'breaking-change.ts')]);
});

test.each(stored)('a case recorded as %s goes on with the workflows as they are now', async (name) => {
  await replay(current, name);
});

test('the main paths are there, and small', () => {
  for (const behaviour of ['payment', 'refusal', 'objection', 'recheck-and-gradual-exit', 'clocks', 'outage'])
    expect(stored).toContain(`caseLifecycle/${behaviour}.json`);
  expect(stored).toContain('paymentRun/settled.json');
  for (const name of stored) expect(statSync(path.join(folder, name)).size).toBeLessThan(150_000);
});

test.each(stored)('a change that would break a case recorded as %s is noticed', async (name) => {
  await expect(replay(broken, name)).rejects.toThrow(DeterminismViolationError);
});

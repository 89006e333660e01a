/** `npm run bench`: lifecycles a second through the whole product beside the floor of a bare workflow, on one stack in one run. */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { caseWorkflowId } from '../contracts/ids.ts';
import { createDataConverter } from '../platform/codec.ts';
import { loadConfig } from '../platform/config.ts';
import { connectClient } from '../platform/temporal.ts';
import { addDays, civilInstant, dateOf } from '../policy/dates.ts';
import { bundleSize, workflowBundle } from '../worker/bundle.ts';
import { startFloor } from './bench/floor/floor.ts';
import { lifecycles, percentile } from './bench/lifecycles.ts';
import { developmentTokens } from './development-tokens.ts';
import { startStack } from './stack/start-stack.ts';
import { ApiClient } from './walk/api-client.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '40' },
    width: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '3' },
  },
});
const count = Number(values.cases);
const width = Number(values.width);
const rounds = Number(values.rounds);
const say = (line: string) => console.log(line);

const dataDir = await mkdtemp(path.join(tmpdir(), 'doudi-bench-'));
const stack = await startStack({
  dataDir,
  training: true,
  output: 'file',
  env: { DOUDI_TRAINING_START: '2026-09-01', DOUDI_LOG_LEVEL: 'warn' },
  report: say,
});
try {
  const config = loadConfig({ ...process.env, ...stack.env });
  const api = new ApiClient({ url: stack.urls.api, token: await developmentTokens(config) });
  const floor = await startFloor(stack);
  const memory = async () => {
    const text = await (await fetch(`${stack.urls.worker}/metrics`)).text();
    return Number(/^\w*process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? Number.NaN);
  };
  let from = civilInstant('2026-09-01T09:00:00');
  let family = 0;
  const product = async (households: number) => {
    const begun = performance.now();
    const run = await lifecycles(api, { count: households, width, from, firstFamily: family });
    const seconds = (performance.now() - begun) / 1000;
    family += households;
    from = civilInstant(`${addDays(dateOf(from), 8)}T09:00:00`);
    return { ...run, rate: run.updates / seconds };
  };

  say('Warming up ...');
  const warm = await product(10);
  const updates = Math.round(warm.updates / 10);
  await floor.run(10, width, updates);

  const before = await memory();
  const rates: { floor: number; product: number }[] = [];
  const latencies: number[] = [];
  const cases = [];
  for (let round = 1; round <= rounds; round += 1) {
    const begun = performance.now();
    await floor.run(count, width, updates);
    const floorRate = (count * updates) / ((performance.now() - begun) / 1000);
    const run = await product(count);
    rates.push({ floor: floorRate, product: run.rate });
    latencies.push(...run.latencies);
    cases.push(...run.cases);
    say(`round ${round}: floor ${floorRate.toFixed(0)}, product ${run.rate.toFixed(0)} updates a second`);
  }
  const grown = (await memory()) - before;
  await floor.stop();

  const client = await connectClient(config.temporal, createDataConverter(config.codecKeys));
  let events = 0;
  let bytes = 0;
  // The last ones have had nothing but their lifecycle.
  for (const { caseId } of cases.slice(-10)) {
    const described = await client.workflow.getHandle(caseWorkflowId(caseId)).describe();
    events += described.historyLength;
    bytes += described.historySize ?? 0;
  }
  await client.connection.close();
  const sampled = Math.min(10, cases.length) * updates;
  const ratios = rates.map((rate) => rate.product / rate.floor);
  const median = (numbers: number[]) => percentile(numbers, 0.5);
  const perSecond = (measured: number[]) =>
    `${(median(measured) / updates).toFixed(2)} lifecycles/s (${median(measured).toFixed(0)} updates/s)`;
  const { code } = await workflowBundle();

  say('');
  say(
    `machine ${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores; ${new Date().toISOString().slice(0, 10)}`,
  );
  say(`a lifecycle: ${updates} updates; ${width} at once; ${rounds} rounds of ${count}`);
  say(`floor      ${perSecond(rates.map((rate) => rate.floor))}`);
  say(`product    ${perSecond(rates.map((rate) => rate.product))}`);
  say(`ratio ${median(ratios).toFixed(2)}`);
  say(`action     p50 ${percentile(latencies, 0.5).toFixed(0)} ms, p95 ${percentile(latencies, 0.95).toFixed(0)} ms`);
  say(`history    ${(events / sampled).toFixed(1)} events, ${(bytes / sampled / 1024).toFixed(2)} KB a command`);
  say(`memory     ${(grown / 1_048_576 / cases.length).toFixed(2)} MB a cached case (resident, ${cases.length} cases)`);
  say(`bundle     ${(bundleSize(code) / 1024).toFixed(0)} KB`);
} finally {
  await stack.stop();
  await rm(dataDir, { recursive: true, force: true });
}

import { availableParallelism, cpus } from 'node:os';
import { caseWorkflowId } from '../../contracts/ids.ts';
import { createDataConverter } from '../../platform/codec.ts';
import type { Config } from '../../platform/config.ts';
import { connectClient } from '../../platform/temporal.ts';
import { addDays, civilInstant, dateOf } from '../../policy/dates.ts';
import { bundleSize, workflowBundle } from '../../worker/bundle.ts';
import type { Stack } from '../stack/start-stack.ts';
import type { ApiClient } from '../walk/api-client.ts';
import { startFloor } from './floor/floor.ts';
import { lifecycles, percentile } from './lifecycles.ts';
import { type ProcessorSeconds, processorSeconds, usedBetween } from './processes.ts';
import { heapReader } from './worker-memory.ts';

/** How much is measured, and where the worker's inspector may listen. */
export interface RatesOrder {
  readonly count: number;
  readonly width: number;
  readonly rounds: number;
  readonly inspectorPort: number;
  readonly say: (line: string) => void;
}

/** Lifecycles a second through the whole product beside the floor of a bare workflow, round by round on one stack. */
export async function benchRates(stack: Stack, config: Config, api: ApiClient, order: RatesOrder): Promise<void> {
  const { count, width, rounds, inspectorPort, say } = order;
  const floor = await startFloor(stack);
  const heap = heapReader(stack.parts.worker?.pid ?? Number.NaN, inspectorPort);
  const memory = async () => {
    const text = await (await fetch(`${stack.urls.worker}/metrics`)).text();
    const resident = Number(/^\w*process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? Number.NaN);
    return { resident: resident / 1_048_576, used: await heap.usedMegabytes() };
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
  const spent: ProcessorSeconds = {};
  let commands = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const begun = performance.now();
    await floor.run(count, width, updates);
    const floorRate = (count * updates) / ((performance.now() - begun) / 1000);
    const earlier = await processorSeconds(stack);
    const run = await product(count);
    for (const [name, seconds] of Object.entries(usedBetween(earlier, await processorSeconds(stack))))
      spent[name] = (spent[name] ?? 0) + seconds;
    commands += run.updates;
    rates.push({ floor: floorRate, product: run.rate });
    latencies.push(...run.latencies);
    cases.push(...run.cases);
    say(`round ${round}: floor ${floorRate.toFixed(0)}, product ${run.rate.toFixed(0)} updates a second`);
  }
  const after = await memory();
  const each = (name: 'resident' | 'used') => ((after[name] - before[name]) / cases.length).toFixed(2);
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
  const milliseconds = Object.entries(spent).map(
    ([name, seconds]) => `${name} ${((seconds * 1000) / commands).toFixed(1)} ms`,
  );
  say(`CPU        ${milliseconds.join(', ')} a command`);
  say(`history    ${(events / sampled).toFixed(1)} events, ${(bytes / sampled / 1024).toFixed(2)} KB a command`);
  say(
    `memory     ${each('used')} MB a cached case in use after garbage collection, ${each('resident')} MB resident (${cases.length} cases)`,
  );
  say(`bundle     ${(bundleSize(code) / 1024).toFixed(0)} KB`);
}

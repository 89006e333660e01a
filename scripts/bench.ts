/**
 * `npm run bench`: lifecycles a second through the whole product beside the floor of a bare workflow, on one stack in one run.
 * Before it, households a second of a simulation; `npm run bench -- --simulation`: nothing else.
 * `npm run bench -- --calendar`: 300 cases in payment, and how long the training calendar takes to move three years; with `--worked`
 * staff serve notices and do the rechecks in between.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig } from '../platform/config.ts';
import { benchCalendar, calendarBegins } from './bench/calendar.ts';
import { benchRates } from './bench/rates.ts';
import { benchSimulation } from './bench/simulation.ts';
import { developmentTokens } from './development-tokens.ts';
import { freePort } from './stack/ports.ts';
import { startStack } from './stack/start-stack.ts';
import { ApiClient } from './walk/api-client.ts';

const { values } = parseArgs({
  options: {
    calendar: { type: 'boolean', default: false },
    worked: { type: 'boolean', default: false },
    simulation: { type: 'boolean', default: false },
    households: { type: 'string', default: '1000000' },
    cases: { type: 'string' },
    width: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '3' },
  },
});
const width = Number(values.width);
const say = (line: string) => console.log(line);

if (!values.calendar) await benchSimulation(Number(values.households), say);
if (values.simulation) process.exit();

const inspectorPort = await freePort();
const dataDir = await mkdtemp(path.join(tmpdir(), 'doudi-bench-'));
const stack = await startStack({
  dataDir,
  training: true,
  output: 'file',
  env: {
    DOUDI_TRAINING_START: values.calendar ? calendarBegins : '2026-09-01',
    DOUDI_LOG_LEVEL: 'warn',
    NODE_OPTIONS: `--inspect-port=${inspectorPort} ${process.env['NODE_OPTIONS'] ?? ''}`,
  },
  report: say,
});
try {
  const config = loadConfig({ ...process.env, ...stack.env });
  const api = new ApiClient({ url: stack.urls.api, token: await developmentTokens(config) });
  if (values.calendar)
    await benchCalendar(stack, api, { count: Number(values.cases ?? 300), width, worked: values.worked, say });
  else
    await benchRates(stack, config, api, {
      count: Number(values.cases ?? 40),
      width,
      rounds: Number(values.rounds),
      inspectorPort,
      say,
    });
} finally {
  await stack.stop();
  await rm(dataDir, { recursive: true, force: true });
}

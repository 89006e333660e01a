/**
 * `npm run chaos`: leads cases from application to their end on a scratch training stack while worker, API, Temporal and
 * PostgreSQL are killed with SIGKILL in turn, and prints whether anything was lost, doubled or left hanging.
 * `--cases N` (50), `--kills N` (20), `--seed N` to repeat a run's draws.
 */
import { randomInt } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { figureLines } from './chaos/figures.ts';
import { firstDay } from './chaos/lives.ts';
import { runChaos } from './chaos/run-chaos.ts';
import { startStack } from './stack/start-stack.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '50' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(randomInt(1_000_000)) },
  },
});
const [cases, kills, seed] = [values.cases, values.kills, values.seed].map(Number);
if (!isCount(cases) || !isCount(kills) || !isCount(seed)) {
  console.error('Usage: npm run chaos -- [--cases N] [--kills N] [--seed N]');
  process.exit(1);
}

const begun = Date.now();
const say = (line: string) => {
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  console.log(`${seconds.padStart(6)} s  ${line}`);
};
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'doudi-chaos-'));
const interrupted = new AbortController();
process.once('SIGINT', () => interrupted.abort(new Error('Interrupted.')));
process.once('SIGTERM', () => interrupted.abort(new Error('Interrupted.')));

try {
  const stack = await startStack({
    dataDir,
    training: true,
    output: 'file',
    env: { DOUDI_TRAINING_START: firstDay },
    temporalCli: process.env['TEMPORAL_CLI'],
    report: say,
    signal: interrupted.signal,
  });
  try {
    const memory = (os.totalmem() / 2 ** 30).toFixed(0);
    say(`${os.cpus().length} x ${os.cpus()[0]?.model ?? 'CPU'}, ${memory} GB, ${os.type()}, Node ${process.version}`);
    say(`${cases} cases, ${kills} kills, seed ${seed}`);
    const figures = await Promise.race([runChaos(stack, { cases, kills, seed, report: say }), stop()]);
    say('done\n');
    for (const line of figureLines(figures)) console.log(line);
    process.exitCode = figures.some(({ wrong }) => wrong.length > 0) ? 1 : 0;
  } finally {
    await stack.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
if (process.exitCode === 0) await rm(dataDir, { recursive: true, force: true });
else console.error(`\nDatabases and logs are kept in ${dataDir}.`);
process.exit();

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 0;
}

/** Rejects when somebody interrupts. */
function stop(): Promise<never> {
  return new Promise((_, reject) => {
    interrupted.signal.addEventListener('abort', () => reject(new Error('Interrupted.')), { once: true });
  });
}

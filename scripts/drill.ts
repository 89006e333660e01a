/**
 * `npm run drill`: on a scratch training stack, loses the whole database and gets it back from a backup: the words of
 * docs/backup.md, done. Prints its figures; exit code 1 if a case does not go on. `--away N`: instead stops PostgreSQL for so many
 * seconds in the middle of commands, each of which must be carried out once.
 */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runAway } from './drill/away.ts';
import { runDrill } from './drill/run-drill.ts';
import { startStack } from './stack/start-stack.ts';

const { values } = parseArgs({ options: { away: { type: 'string' } } });
const seconds = values.away === undefined ? undefined : Number(values.away);
if (seconds !== undefined && !(seconds > 0)) {
  console.error('Usage: npm run drill [-- --away SECONDS]');
  process.exit(1);
}

const begun = Date.now();
const say = (line: string) => console.log(`${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${line}`);
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'doudi-drill-'));
const over = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => over.abort(new Error('Interrupted.')));

try {
  const stack = await startStack({
    dataDir,
    training: true,
    temporalInMemory: true,
    output: 'file',
    env: { DOUDI_TRAINING_START: '2026-09-01', DOUDI_LOG_LEVEL: 'warn' },
    temporalCli: process.env['TEMPORAL_CLI'],
    report: say,
    signal: over.signal,
  });
  try {
    const figures = await (seconds === undefined ? runDrill(stack, say) : runAway(stack, { seconds, report: say }));
    console.log(`\n${figures.map((line) => `  ${line}`).join('\n')}`);
  } finally {
    await stack.stop();
  }
} catch (error) {
  process.exitCode = 1;
  console.error(error instanceof Error ? error.message : error);
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
// The schema engine's timer would keep the process for ten seconds more.
process.exit();

/**
 * The servers of one test run: PostgreSQL, migrated and seeded, and Temporal in memory, on free ports and in a temporary folder.
 * Prints one line of JSON, the variables that reach them, and ends with all it made when its input ends: also when the run is killed.
 */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startStack } from './start-stack.ts';

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'doudi-test-'));
const over = new AbortController();
const ended = new Promise<void>((resolve) => {
  process.stdin.resume().once('end', () => {
    over.abort();
    resolve();
  });
  // Ctrl-C reaches this process too, but the run decides when its servers go.
  process.on('SIGINT', () => undefined);
});

try {
  const { env, stop } = await startStack({
    dataDir,
    parts: 'servers',
    temporalInMemory: true,
    temporalCli: process.env['TEMPORAL_CLI'],
    report: (line) => process.stderr.write(`[test services] ${line}\n`),
    signal: over.signal,
  });
  process.stdout.write(`${JSON.stringify(env)}\n`);
  await ended;
  await stop();
} finally {
  await rm(dataDir, { recursive: true, force: true });
}

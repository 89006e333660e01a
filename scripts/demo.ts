/**
 * `npm run demo [-- --keep]`: on a scratch training stack, one household from its application in September 2023 to the end of
 * its gradual exit in December 2026, through HTTP alone. Fails if anything differs from what the law says. With `--keep` the
 * stack stays up to be looked at.
 */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { loadConfig } from '../platform/config.ts';
import { civilInstant } from '../policy/dates.ts';
import { Life } from './demo/life.ts';
import { reckon } from './demo/reckoning.ts';
import { Timeline } from './demo/timeline.ts';
import { developmentTokens } from './development-tokens.ts';
import { startStack, type Stack } from './stack/start-stack.ts';
import { ApiClient } from './walk/api-client.ts';

const print = (line: string) => console.log(line);
const keep = process.argv.includes('--keep');
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'doudi-demo-'));
const over = new AbortController();
let interrupted: () => void = () => undefined;
const interruption = new Promise<void>((resolve) => (interrupted = resolve));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    over.abort();
    interrupted();
  });

/** @returns whether everything was as expected */
async function demo(stack: Stack): Promise<boolean> {
  const config = loadConfig({ ...process.env, ...stack.env });
  const api = new ApiClient({ url: stack.urls.api, token: await developmentTokens(config) });
  const begun = Date.now();
  const life = new Life(api, new Timeline(print), civilInstant('2023-09-04T09:00:00'));

  await life.live();
  const faults = await reckon(life, print);
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  for (const fault of faults) console.error(`✗ ${fault}`);
  if (faults.length === 0) print(`\n✓ 三年三个月，与预期一致 · as expected, in ${seconds} s`);
  print(`  个案 case: ${life.case.caseId}`);
  return faults.length === 0;
}

function addresses({ urls }: Stack): string {
  return [
    '',
    `  Temporal UI        ${urls.temporalUi}   (payloads: sign in at ${urls.api}/signin)`,
    `  API documentation  ${urls.docs}`,
    `  API                ${urls.api}`,
    '  Ctrl-C stops everything and removes it.',
  ].join('\n');
}

let stack: Stack | undefined;
try {
  stack = await startStack({
    dataDir,
    training: true,
    temporalInMemory: true,
    temporalCli: process.env['TEMPORAL_CLI'],
    env: { DOUDI_TRAINING_START: '2023-09-04', DOUDI_LOG_LEVEL: 'warn' },
    output: 'file',
    report: (line) => console.error(`[demo] ${line}`),
    signal: over.signal,
  });
  const finished = await Promise.race([demo(stack), interruption]);
  if (finished !== true) process.exitCode = 1;
  if (keep && !over.signal.aborted) {
    print(addresses(stack));
    await interruption;
  }
} catch (error) {
  process.exitCode = 1;
  if (!over.signal.aborted) console.error(error instanceof Error ? error.message : error);
} finally {
  await stack?.stop();
  await rm(dataDir, { recursive: true, force: true });
  // Requests of an interrupted walk may still be waiting for an API that is gone.
  process.exit();
}

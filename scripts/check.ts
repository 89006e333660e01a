/** `npm run check`: everything about the code that can be told without running it. Prints what failed, and how long each step took. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { bundleSize, LARGEST_BUNDLE, workflowBundle } from '../worker/bundle.ts';
import { pendingChange } from './stack/schema-engine.ts';

type Outcome = { ok: boolean; output: string };

const folders = [
  'policy',
  'contracts',
  'platform',
  'prisma',
  'workflows',
  'activities',
  'api',
  'worker',
  'scripts',
  'test',
];

async function command(name: string, ...args: string[]): Promise<Outcome> {
  const child = spawn(name, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { ok: code === 0, output };
}

async function migrationsAreCurrent(): Promise<Outcome> {
  const change = await pendingChange();
  if (change === undefined) return { ok: true, output: '' };
  return {
    ok: false,
    output: `prisma/schema has changed since the last migration: npm run migration -- <name>\n${change}`,
  };
}

async function bundleIsSmall(): Promise<Outcome> {
  try {
    const { code } = await workflowBundle();
    console.log(`  workflow bundle: ${bundleSize(code)} of at most ${LARGEST_BUNDLE} bytes`);
    return { ok: true, output: '' };
  } catch (error) {
    return { ok: false, output: error instanceof Error ? error.message : String(error) };
  }
}

const steps: [what: string, run: () => Promise<Outcome>][] = [
  ['formatting (prettier)', () => command('prettier', '--check', '--log-level', 'warn', '.')],
  ['types (tsc)', () => command('tsc', '--noEmit', '-p', '.')],
  ['lint (eslint)', () => command('eslint', '--max-warnings', '0', '.')],
  [
    'imports run one way (dependency-cruiser)',
    () => command('depcruise', '--config', '.dependency-cruiser.cjs', ...folders),
  ],
  ['nothing unused (knip)', () => command('knip', '--no-progress')],
  ['generated files are current', () => command('node', 'scripts/generate.ts', '--check')],
  ['OpenAPI document is current', () => command('node', 'scripts/generate-openapi.ts', '--check')],
  ['migrations make the schema', migrationsAreCurrent],
  ['workflow bundle is small and free of big libraries', bundleIsSmall],
];

const failed: string[] = [];
for (const [what, run] of steps) {
  const from = Date.now();
  const { ok, output } = await run();
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${what} (${((Date.now() - from) / 1000).toFixed(1)} s)`);
  if (ok) continue;
  failed.push(what);
  console.log(output.trimEnd().replaceAll(/^/gm, '         '));
}
console.log(
  failed.length === 0 ? `\nAll ${steps.length} checks passed.` : `\n${failed.length} of ${steps.length} checks failed.`,
);
// The schema engine's timer would keep the process for ten seconds more.
process.exit(failed.length === 0 ? 0 : 1);

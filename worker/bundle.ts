import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';
import { bundleOptions } from './bundle-options.ts';

const root = path.resolve(import.meta.dirname, '..');
const cacheDir = path.join(root, 'node_modules/.cache/doudi');

/** Folders whose code can be in the bundle, the failure converter, and how it is put together. */
const SOURCES = [
  'workflows',
  'policy',
  'contracts',
  'platform/failure-converter.ts',
  'worker/bundle-options.ts',
  'package-lock.json',
];

/** Bytes of the bundle without its source map: what no workflow calls stays out. */
export const LARGEST_BUNDLE = 1_500_000;

/** Libraries that have no business in a workflow, and would cost more than all of it. */
const KEPT_OUT = ['zod', '@prisma', 'pg', 'fastify'];

async function filesOf(entry: string): Promise<string[]> {
  if (path.extname(entry) !== '') return [entry];
  const found = await readdir(path.join(root, entry), { recursive: true });
  return found.filter((name) => name.endsWith('.ts')).map((name) => path.join(entry, name));
}

async function sourceHash(): Promise<string> {
  const files = (await Promise.all(SOURCES.map(filesOf))).flat().toSorted();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(await readFile(path.join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

/** Size of the code alone: the source map follows it as a comment. */
export const bundleSize = (code: string): number => Buffer.byteLength(code.split('//# sourceMappingURL=')[0] ?? '');

/**
 * The workflows as one script for the sandbox, from the cache if nothing in it has changed.
 * @throws Error if it is too large or carries a library that must stay out
 */
export async function workflowBundle(): Promise<{ code: string }> {
  const file = path.join(cacheDir, `workflows-${await sourceHash()}.js`);
  if (existsSync(file)) return { code: await readFile(file, 'utf8') };
  const { code } = await bundleWorkflowCode({
    ...bundleOptions(root),
    logger: {
      log: () => undefined,
      trace: () => undefined,
      debug: () => undefined,
      info: () => undefined,
      warn: console.warn,
      error: console.error,
    },
  });
  const size = bundleSize(code);
  if (size > LARGEST_BUNDLE)
    throw new Error(`The workflow bundle has ${size} bytes; at most ${LARGEST_BUNDLE} are allowed.`);
  const strays = KEPT_OUT.filter((name) => code.includes(`node_modules/${name}/`));
  if (strays.length > 0)
    throw new Error(`The workflow bundle contains ${strays.join(', ')}. Import only types from there.`);
  await mkdir(cacheDir, { recursive: true });
  // Written beside and renamed: another process may be reading.
  await writeFile(`${file}.${process.pid}`, code);
  await rename(`${file}.${process.pid}`, file);
  return { code };
}

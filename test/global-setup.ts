import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';

declare global {
  var testServices: ChildProcess | undefined;
}

/**
 * Starts PostgreSQL and Temporal once for the whole run, if a project that needs them runs. Their addresses are in environment
 * variables: `loadConfig(process.env)` reaches them.
 */
export default async function startTestServices(): Promise<void> {
  if (globalThis.testServices !== undefined) return;
  const script = path.resolve(process.cwd(), 'scripts/stack/test-services.ts');
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  globalThis.testServices = child;
  for await (const line of createInterface({ input: child.stdout })) {
    Object.assign(process.env, JSON.parse(line));
    return;
  }
  throw new Error('PostgreSQL and Temporal for the tests did not start; the reason stands above.');
}

import { once } from 'node:events';

/** Stops the servers of the run; they remove their data. */
export default async function stopTestServices(): Promise<void> {
  const child = globalThis.testServices;
  if (child?.exitCode !== null) return;
  child.stdin?.end();
  await once(child, 'exit');
}

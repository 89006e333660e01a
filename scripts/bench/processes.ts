import { readdir, readFile } from 'node:fs/promises';
import type { Stack } from '../stack/start-stack.ts';

/** Linux counts processor time in hundredths of a second. */
const TICKS_A_SECOND = 100;

/** Seconds of processor time by the name of the part. */
export type ProcessorSeconds = Record<string, number>;

/** Processor time of each part of the stack with the processes it has started, so far; empty where there is no `/proc`. */
export async function processorSeconds(stack: Stack): Promise<ProcessorSeconds> {
  const ids = await readdir('/proc').catch(absent);
  if (ids === undefined) return {};
  const known = (await Promise.all(ids.filter((id) => /^\d+$/.test(id)).map(readProcess))).filter(
    (one) => one !== undefined,
  );
  return Object.fromEntries(
    Object.values(stack.parts).map(({ name, pid }) => [
      name,
      known.filter((one) => one.id === pid || one.parent === pid).reduce((sum, one) => sum + one.ticks, 0) /
        TICKS_A_SECOND,
    ]),
  );
}

/** No `/proc` here, or no such process any more; anything else is a fault. */
function absent(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ENOENT' && code !== 'ESRCH') throw error;
}

async function readProcess(id: string): Promise<{ id: number; parent: number; ticks: number } | undefined> {
  // One that has ended meanwhile has no file any more.
  const text = await readFile(`/proc/${id}/stat`, 'utf8').catch(absent);
  // Fields are counted behind the name, which may hold spaces.
  const fields = text
    ?.slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  if (fields === undefined) return undefined;
  const [, parent = 0] = fields;
  return { id: Number(id), parent, ticks: fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) };
}

/** What was used between two readings, each part by itself; empty where it is unknown. */
export function usedBetween(before: ProcessorSeconds, after: ProcessorSeconds): Record<string, number> {
  return Object.fromEntries(Object.entries(after).map(([name, seconds]) => [name, seconds - (before[name] ?? 0)]));
}

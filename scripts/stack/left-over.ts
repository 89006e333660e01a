import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process, told apart by its start from a later one that was given the same number. */
type Process = { name: string; pid: number; startedAt: string };
type Running = { supervisor: Process; parts: Process[] };

/** When a process began, in the system's own words; undefined if there is none. */
function startOf(pid: number): string | undefined {
  try {
    // Field 22 of stat; the command, which may hold blanks, ends with the last parenthesis. State Z has ended already.
    if (os.platform() === 'linux') {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      return fields[0] === 'Z' ? undefined : fields[19];
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

const alive = (one: Process) => startOf(one.pid) === one.startedAt;
const fileOf = (dataDir: string) => path.resolve(dataDir, 'running.json');

function read(dataDir: string): Running | undefined {
  const file = fileOf(dataDir);
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Running;
  } catch {
    // Cut off while being written: there is nothing to learn from it.
    return undefined;
  }
}

/** Notes which processes belong to this stack, so that a next start can find what an interrupted one left. */
export function noteRunning(dataDir: string, parts: { name: string; pid: number | undefined }[]): void {
  const identify = (name: string, pid: number): Process => ({ name, pid, startedAt: startOf(pid) ?? '' });
  const running: Running = {
    supervisor: identify('supervisor', process.pid),
    parts: parts.flatMap(({ name, pid }) => (pid === undefined ? [] : [identify(name, pid)])),
  };
  mkdirSync(path.resolve(dataDir), { recursive: true });
  writeFileSync(fileOf(dataDir), JSON.stringify(running));
}

export function noteStopped(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true });
}

/**
 * Stops what a supervisor that was killed left running on this data folder.
 * @throws Error if the supervisor is alive: two stacks on one folder would destroy each other's data
 */
export async function stopLeftOver(dataDir: string, report: (line: string) => void): Promise<void> {
  const left = read(dataDir);
  if (left === undefined) return;
  if (left.supervisor.pid !== process.pid && alive(left.supervisor)) {
    throw new Error(
      `A stack already runs on ${path.resolve(dataDir)} (process ${left.supervisor.pid}). Stop it, or set DOUDI_DATA_DIR to another folder.`,
    );
  }
  // Noted in the order of starting: the servers end last.
  for (const part of left.parts.toReversed().filter(alive)) {
    report(`Stopping ${part.name} (process ${part.pid}), left by an interrupted run.`);
    process.kill(part.pid, part.name === 'PostgreSQL' ? 'SIGINT' : 'SIGTERM');
    for (let waited = 0; alive(part); waited += 100) {
      if (waited === 10_000) process.kill(part.pid, 'SIGKILL');
      await sleep(100);
    }
  }
  noteStopped(dataDir);
}

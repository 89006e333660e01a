import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The pinned version, and the oldest server with which the product was tried. */
const CLI_VERSION = '1.5.1';
const OLDEST_SERVER = [1, 29] as const;

const executable = os.platform() === 'win32' ? 'temporal.exe' : 'temporal';

function cacheFolder(): string {
  const home = os.homedir();
  const byPlatform: Partial<Record<NodeJS.Platform, string>> = {
    darwin: path.join(home, 'Library/Caches'),
    win32: process.env['LOCALAPPDATA'] ?? path.join(home, 'AppData/Local'),
  };
  const base = process.env['XDG_CACHE_HOME'] ?? byPlatform[os.platform()] ?? path.join(home, '.cache');
  return path.join(base, 'doudi/bin');
}

/** What the CLI at `file` says of itself; undefined if it does not run. */
async function versionOf(file: string): Promise<{ server: [number, number]; text: string } | undefined> {
  try {
    const { stdout } = await run(file, ['--version'], { timeout: 20_000 });
    const [, major, minor] = /Server (\d+)\.(\d+)/.exec(stdout) ?? [];
    return { server: [Number(major), Number(minor)], text: stdout.trim() };
  } catch {
    return undefined;
  }
}

async function usable(file: string): Promise<string | undefined> {
  const version = await versionOf(file);
  if (version === undefined) return undefined;
  const [major, minor] = version.server;
  const recent = major > OLDEST_SERVER[0] || (major === OLDEST_SERVER[0] && minor >= OLDEST_SERVER[1]);
  return recent ? version.text : undefined;
}

function onPath(): string[] {
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((dir) => path.join(dir, executable))
    .filter((file) => existsSync(file));
}

/** Downloads the official release into `target`. @throws if it cannot be reached */
async function download(target: string, signal: AbortSignal | undefined): Promise<void> {
  const system = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[os.platform() as string];
  const arch = { x64: 'amd64', arm64: 'arm64' }[os.arch() as string];
  if (system === undefined || arch === undefined) throw new Error(`no release for ${os.platform()} ${os.arch()}`);
  const url = `https://temporal.download/cli/archive/v${CLI_VERSION}?platform=${system}&arch=${arch}`;
  const limit = AbortSignal.timeout(300_000);
  const response = await fetch(url, { signal: signal ? AbortSignal.any([signal, limit]) : limit });
  if (!response.ok || response.body === null) throw new Error(`${url} answered ${response.status}`);
  const archive = `${target}.archive`;
  await pipeline(Readable.fromWeb(response.body), createWriteStream(archive));
  // tar reads the zip archives of Windows too.
  await run('tar', ['-xf', archive, '-C', path.dirname(target), executable]);
  await rm(archive, { force: true });
  await chmod(target, 0o755);
}

/** Builds the pinned version with Go into the folder of `target`: three minutes once. */
async function build(target: string, signal: AbortSignal | undefined): Promise<void> {
  const unfinished = `${target}.building`;
  await rm(unfinished, { recursive: true, force: true });
  const env = { ...process.env, GOBIN: unfinished, GOFLAGS: '-ldflags=-s' };
  const child = spawn('go', ['install', `github.com/temporalio/cli/cmd/temporal@v${CLI_VERSION}`], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(signal ? { signal } : {}),
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`go install failed: ${said.trim()}`);
  await rename(path.join(unfinished, executable), target);
  await rm(unfinished, { recursive: true, force: true });
}

/** Reports every ten seconds that something long is still under way. */
async function withProgress<T>(what: string, report: (line: string) => void, work: () => Promise<T>): Promise<T> {
  const from = Date.now();
  report(`${what} ...`);
  const timer = setInterval(() => report(`${what} ... ${Math.round((Date.now() - from) / 1000)} s`), 10_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/**
 * Finds or fetches the `temporal` CLI: `given` (TEMPORAL_CLI), PATH, the user's cache folder, the official download, a build
 * with Go; and reports which one was taken.
 * @throws Error saying what was tried and what to do
 */
export async function resolveTemporalCli(
  given: string | undefined,
  report: (line: string) => void,
  signal?: AbortSignal,
): Promise<string> {
  const take = (file: string, from: string, version: string) => {
    report(`Temporal: ${file} (${from}; ${version})`);
    return file;
  };
  if (given !== undefined) {
    const version = await usable(given);
    if (version !== undefined) return take(given, 'TEMPORAL_CLI', version);
    throw new Error(`TEMPORAL_CLI: ${given} does not run, or brings a server older than ${OLDEST_SERVER.join('.')}.`);
  }
  const cached = path.join(cacheFolder(), executable);
  for (const [file, from] of [...onPath().map((found) => [found, 'PATH'] as const), [cached, 'cache'] as const]) {
    const version = await usable(file);
    if (version !== undefined) return take(file, from, version);
    if (existsSync(file)) report(`Temporal: ${file} is passed over (server older than ${OLDEST_SERVER.join('.')}).`);
  }
  await mkdir(path.dirname(cached), { recursive: true });
  const tried: string[] = [];
  const ways = [
    ['official download', `Downloading the Temporal CLI ${CLI_VERSION}`, download],
    ['go install', `Building the Temporal CLI ${CLI_VERSION} with Go (about three minutes, once)`, build],
  ] as const;
  for (const [from, what, way] of ways) {
    try {
      await withProgress(what, report, () => way(cached, signal));
      const version = await usable(cached);
      if (version !== undefined) return take(cached, from, version);
      tried.push(`${from}: what came does not run`);
    } catch (error) {
      signal?.throwIfAborted();
      tried.push(`${from}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(
    `No Temporal CLI: ${tried.join('; ')}. Install it (https://docs.temporal.io/cli) and name it in TEMPORAL_CLI, or install Go.`,
  );
}

import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { ensureDevelopmentKeys } from '../../platform/keys.ts';
import { noteRunning, noteStopped, stopLeftOver } from './left-over.ts';
import { createPart, type Part, type PartSpec } from './part.ts';
import { assertPortsFree, freePort, type WantedPort } from './ports.ts';
import { postgresPart } from './postgres.ts';
import { resolveTemporalCli } from './temporal-cli.ts';
import { temporalPart } from './temporal-server.ts';

const root = path.resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

const PORTS = {
  api: ['API', 'DOUDI_API_PORT'],
  worker: ['health and metrics of the worker', 'DOUDI_WORKER_PORT'],
  temporal: ['Temporal', 'DOUDI_TEMPORAL_PORT'],
  temporalUi: ['Temporal UI', 'DOUDI_TEMPORAL_UI_PORT'],
  postgres: ['PostgreSQL', 'DOUDI_POSTGRES_PORT'],
} as const;

export type PortName = keyof typeof PORTS;

export type StackOptions = {
  /** Folder of the databases, keys and logs; made if it is not there. */
  dataDir: string;
  /** Ports; one that is 0 or not named is any free one. */
  ports?: Partial<Record<PortName, number>>;
  training?: boolean;
  /** Temporal forgets everything at the end. */
  temporalInMemory?: boolean;
  /** `servers`: PostgreSQL (migrated and seeded) and Temporal only, no worker and no API. */
  parts?: 'all' | 'servers';
  /** More variables for worker and API. */
  env?: Record<string, string>;
  /** Path of the `temporal` CLI, instead of looking for one. */
  temporalCli?: string | undefined;
  /** Where worker and API print: with the supervisor, or into `<dataDir>/logs`. */
  output?: 'inherit' | 'file';
  /** Receives one line a step. */
  report: (line: string) => void;
  /** Aborting during the start stops what is up by then; afterwards use `stop`. */
  signal?: AbortSignal;
};

export type Stack = {
  urls: { api: string; docs: string; health: string; worker: string; temporalUi: string; database: string };
  temporalAddress: string;
  dataDir: string;
  /** The variables with which `loadConfig`, and so any script, reaches this stack. */
  env: Record<string, string>;
  /** In the order of starting. With `parts: 'servers'` there is no worker and no API. */
  parts: { postgres: Part; temporal: Part; worker?: Part; api?: Part };
  /** Stops API, worker, Temporal and PostgreSQL, in that order. */
  stop: () => Promise<void>;
};

/**
 * Brings up PostgreSQL, Temporal, worker and API, each restarted when it ends unasked, and resolves when all answer.
 * @throws Error naming every taken port, before anything is started; or the part that does not come up, after stopping the rest
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { report, dataDir } = options;
  await mkdir(path.resolve(dataDir, 'logs'), { recursive: true });
  await stopLeftOver(dataDir, report);
  const ports = await settlePorts(options);
  const cli = await resolveTemporalCli(options.temporalCli, report, options.signal);
  const keys = ensureDevelopmentKeys(dataDir);
  const log = (name: string) => path.resolve(dataDir, 'logs', `${name}.log`);

  const database = await postgresPart(dataDir, ports.postgres, keys.databasePassword, log('postgres'));
  const api = `http://127.0.0.1:${ports.api}`;
  const env: Record<string, string> = {
    DOUDI_DATA_DIR: path.resolve(dataDir),
    DOUDI_API_PORT: String(ports.api),
    DOUDI_WORKER_PORT: String(ports.worker),
    DOUDI_POSTGRES_PORT: String(ports.postgres),
    DOUDI_TEMPORAL_PORT: String(ports.temporal),
    DOUDI_TEMPORAL_UI_PORT: String(ports.temporalUi),
    DOUDI_TRAINING: String(options.training ?? false),
  };
  const ours: NodeJS.ProcessEnv = { ...process.env, ...options.env, ...env };

  const started: Part[] = [];
  const bring = async (spec: PartSpec) => {
    options.signal?.throwIfAborted();
    const part = createPart(spec, report, () => noteRunning(dataDir, started));
    started.push(part);
    await part.start();
    return part;
  };
  const stop = async () => {
    for (const part of started.toReversed()) await part.stop();
    noteStopped(dataDir);
  };
  const script = async (file: string) => {
    try {
      const { stdout } = await run(process.execPath, [path.join(root, file)], { env: ours });
      report(stdout.trim());
    } catch (error) {
      // What the script said, without the command line around it.
      const said = error instanceof Error && 'stderr' in error && String(error.stderr).trim();
      throw said ? new Error(said, { cause: error }) : error;
    }
  };
  const onAbort = () => void stop();
  options.signal?.addEventListener('abort', onAbort, { once: true });
  const nodePart = (name: string, script: string, url: string): PartSpec => ({
    name,
    command: process.execPath,
    args: [path.join(root, script)],
    env: ours,
    log: options.output === 'file' ? log(name.toLowerCase()) : undefined,
    ready: () => answers(`${url}/health/ready`),
    stopSignal: 'SIGTERM',
    stopTimeoutMs: 30_000,
  });

  try {
    report('Starting PostgreSQL ...');
    const postgres = await bring(database.spec);
    await database.createDatabase();
    await script('scripts/stack/migrate.ts');
    await script('prisma/seed.ts');
    report('Starting Temporal ...');
    const server = { cli, dataDir, port: ports.temporal, uiPort: ports.temporalUi, codecEndpoint: `${api}/codec` };
    const temporal = await bring(
      temporalPart({ ...server, inMemory: options.temporalInMemory ?? false, log: log('temporal') }),
    );
    const worker = `http://127.0.0.1:${ports.worker}`;
    const parts: Stack['parts'] = { postgres, temporal };
    if (options.parts !== 'servers') {
      await script('scripts/stack/schedules.ts');
      report('Starting worker and API ...');
      parts.worker = await bring(nodePart('Worker', 'worker/main.ts', worker));
      parts.api = await bring(nodePart('API', 'api/server.ts', api));
    }
    options.signal?.removeEventListener('abort', onAbort);
    options.signal?.throwIfAborted();
    const temporalUi = `http://127.0.0.1:${ports.temporalUi}`;
    return {
      urls: { api, docs: `${api}/docs`, health: `${api}/health/ready`, worker, temporalUi, database: database.url },
      temporalAddress: `127.0.0.1:${ports.temporal}`,
      dataDir: path.resolve(dataDir),
      env,
      parts,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function settlePorts(options: StackOptions): Promise<Record<PortName, number>> {
  const settled: Record<PortName, number> = {
    api: 0,
    worker: 0,
    temporal: 0,
    temporalUi: 0,
    postgres: 0,
    ...options.ports,
  };
  const wanted: WantedPort[] = [];
  for (const [name, [what, variable]] of Object.entries(PORTS) as [PortName, (typeof PORTS)[PortName]][]) {
    if (settled[name] === 0) settled[name] = await freePort();
    else wanted.push({ what, variable, port: settled[name] });
  }
  await assertPortsFree(wanted);
  return settled;
}

async function answers(url: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
  if (!response.ok) throw new Error(`${url} answers ${response.status}: ${(await response.text()).slice(0, 300)}`);
}

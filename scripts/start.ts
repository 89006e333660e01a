/** `npm start`: brings up the whole product on this machine and keeps it up until Ctrl-C or SIGTERM. */
import { ConfigError, loadConfig, type Config } from '../platform/config.ts';
import { startStack, type Stack } from './stack/start-stack.ts';

const say = (line: string) => console.log(`[doudi] ${line}`);

function readConfig(): Config {
  if (process.env['NODE_ENV'] === 'production')
    throw new ConfigError(['NODE_ENV: npm start is the development stack. For servers see docker-compose.yml.']);
  const config = loadConfig(process.env, { makeKeys: true });
  const faults: string[] = [];
  if (config.database.external) faults.push('DOUDI_DATABASE_URL: npm start brings its own PostgreSQL. Remove it.');
  if (config.temporal.external) faults.push('DOUDI_TEMPORAL_ADDRESS: npm start brings its own Temporal. Remove it.');
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

function table({ urls, dataDir }: Stack, training: boolean): string {
  const rows = [
    ['API', urls.api],
    ['API documentation', urls.docs],
    ['Temporal UI', urls.temporalUi],
    ['Health', urls.health],
    ['Data and logs', dataDir],
    ['Token of a role', 'npm run --silent token -- townClerk 320411101   (role, division)'],
    ['Roles and divisions', 'npm run token'],
    ...(training ? [['Training calendar', 'npm run calendar -- to 2027-03-01']] : []),
    ['Stop', 'Ctrl-C'],
  ];
  return rows.map(([what, where]) => `  ${(what ?? '').padEnd(20)} ${where ?? ''}`).join('\n');
}

const config = readConfigOrExit();
const stopped = new AbortController();
/** A terminal's Ctrl-C reaches this process twice, from the terminal and from npm. */
const SAME_KEYSTROKE_MS = 1_000;
let askedAt = 0;
let stack: Stack | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopped.signal.aborted) {
      if (Date.now() - askedAt < SAME_KEYSTROKE_MS) return;
      say('Still stopping; open work is being finished.');
      return;
    }
    askedAt = Date.now();
    say(`${signal}: stopping API, worker, Temporal and PostgreSQL ...`);
    stopped.abort();
    void stack?.stop().then(end);
  });
}

function end(): never {
  say('Stopped. The next npm start goes on where this one ended.');
  process.exit(0);
}

function readConfigOrExit(): Config {
  try {
    return readConfig();
  } catch (error) {
    return fail(error);
  }
}

function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

try {
  const { api, worker, temporal, database } = config;
  stack = await startStack({
    dataDir: config.dataDir,
    ports: {
      api: api.port,
      worker: worker.port,
      temporal: temporal.port,
      temporalUi: temporal.uiPort,
      postgres: database.port,
    },
    training: config.training,
    temporalCli: temporal.cli,
    report: say,
    signal: stopped.signal,
  });
  console.log(`\nDoudi 兜底 is up${config.training ? ' (training)' : ''}.\n\n${table(stack, config.training)}\n`);
} catch (error) {
  if (stopped.signal.aborted) end();
  fail(error);
}

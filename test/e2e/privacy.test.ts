import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { createDataConverter, EncryptionCodec, isEncrypted } from '../../platform/codec.ts';
import { loadConfig, type Config } from '../../platform/config.ts';
import { connectClient } from '../../platform/temporal.ts';
import { stages } from '../../policy/lifecycle/stages.ts';
import { developmentTokens } from '../../scripts/development-tokens.ts';
import { startStack, type Stack } from '../../scripts/stack/start-stack.ts';
import { ApiClient } from '../../scripts/walk/api-client.ts';
import type { CaseWalk } from '../../scripts/walk/case-walk.ts';
import { identities, throughHttp } from './privacy/household-through-http.ts';
import { formsOf, Spoor, type Secret } from './privacy/spoor.ts';
import { onDisk, throughTheApi, type Content } from './privacy/temporal-contents.ts';

/** Planted in clear, to see that the search finds what is there. */
const planted: Secret = { what: 'planted', text: '故意不加密的一句话' };

let dataDir: string;
let stack: Stack;
let config: Config;
let secrets: Secret[];
let typed: Secret[];
let paid: CaseWalk;
let told: Awaited<ReturnType<typeof throughTheApi>>;
let metrics: string;
let database: Content[];
let disk: Content[];

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'doudi-privacy-'));
  stack = await startStack({
    dataDir,
    training: true,
    env: { DOUDI_TRAINING_START: '2023-09-04', DOUDI_LOG_LEVEL: 'debug' },
    output: 'file',
    temporalCli: process.env['TEMPORAL_CLI'],
    report: () => undefined,
  });
  config = loadConfig({ ...process.env, ...stack.env });
  const client = await connectClient(config.temporal, createDataConverter(config.codecKeys));
  const api = new ApiClient({ url: stack.urls.api, token: await developmentTokens(config) });
  const cases = await throughHttp(stack, api, client, config.temporal.taskQueue);
  paid = cases.paid;
  secrets = [...identities(cases.paid.trackingCode), { what: 'other tracking code', text: cases.waiting.trackingCode }];
  typed = [...wordsIn(await cases.paid.events())].map((text) => ({ what: 'words of the record', text }));

  const connection = await Connection.connect({ address: config.temporal.address });
  const { namespace } = config.temporal;
  const plain = new Client({ connection, namespace });
  await plain.workflow.start('planted', {
    taskQueue: 'nobody-polls',
    workflowId: 'planted',
    args: [planted.text],
    memo: { planted: planted.text },
  });
  told = await throughTheApi(connection, namespace);
  metrics = (await Promise.all([textOf(`${stack.urls.api}/metrics`), textOf(`${stack.urls.worker}/metrics`)])).join('');
  database = await everyRow(stack.urls.database);
  await connection.close();
  await client.connection.close();
  await stack.stop();
  disk = onDisk(path.join(dataDir, 'temporal.db'));
}, 300_000);
afterAll(async () => {
  await stack.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const search = (contents: readonly Content[], ...wanted: readonly Secret[]) => {
  const spoor = new Spoor(wanted);
  return contents.flatMap(({ where, content }) => spoor.in(where, content));
};
const textOf = async (url: string): Promise<string> => (await fetch(url)).text();

test('the search finds a text in every form, wherever it stands', () => {
  const spoor = new Spoor([planted]);
  const { text } = planted;
  const contents = [
    ...formsOf(text).values(),
    ...['', 'a', 'ab'].map((before) => Buffer.from(`${before}${text}.`).toString('base64')),
    JSON.stringify({ text }),
  ];
  expect(contents.filter((content) => spoor.in('', content).length === 0)).toEqual([]);
  expect(spoor.in('', 'something else')).toEqual([]);
});

test('the search reaches what the Temporal server stores: a text planted in clear is found in history, list and on disk', () => {
  const api = new Set(search(told.contents, planted).map(({ where }) => where));
  expect([...api]).toEqual(['list of workflows', 'description of planted', 'history of planted']);
  const found = new Set(search(disk, planted).map(({ where }) => where));
  expect([...found]).toEqual(expect.arrayContaining([expect.stringMatching(/^temporal\.db/), 'history_node.data']));
});

test('what staff wrote did go through Temporal, and with the key it can be read there', async () => {
  const codec = new EncryptionCodec(config.codecKeys);
  const payloads = payloadsIn(told.events).filter(isEncrypted);
  const opened = (await codec.decode(payloads)).map(({ data }, at) => ({ where: String(at), content: data ?? '' }));
  const found = new Set(search(opened, ...typed).map(({ form }) => form));
  expect([...found]).toContain('UTF-8');
  expect(typed.filter((word) => search(opened, word).length === 0)).toEqual([]);
  expect(typed.length).toBeGreaterThanOrEqual(10);
});

test('nothing by which a household is known, and no word of its record, is in what the Temporal server tells or has on disk', () => {
  expect(search(told.contents, ...secrets, ...typed)).toEqual([]);
  expect(search(disk, ...secrets, ...typed)).toEqual([]);
});

test('every payload in a history or memo is encrypted, the words for the UI as well', () => {
  const ours = told.events.filter((event) => event.workflowExecutionStartedEventAttributes?.workflowId !== 'planted');
  const clear = payloadsIn(ours).filter((payload) => !isEncrypted(payload));
  // The SDK notes which local activity ran when, without its input or result.
  const noted = [
    'seq',
    'attempt',
    'activity_id',
    'activity_type',
    'complete_time',
    'backoff',
    'original_schedule_time',
  ];
  const named = clear.flatMap(({ data }) => Object.keys(JSON.parse(Buffer.from(data ?? '').toString()) as object));
  expect([...new Set(named)].filter((name) => !noted.includes(name))).toEqual([]);
  const timers = told.events.filter((event) => event.timerStartedEventAttributes);
  expect(timers.length).toBeGreaterThan(0);
  expect(timers.filter((event) => !event.userMetadata?.summary)).toEqual([]);
});

test('search attributes say stage, kind, division, due date and stuck reason, and nothing else', () => {
  const allowed: Record<string, RegExp> = {
    CaseStage: new RegExp(`^"(${Object.keys(stages).join('|')}|[a-zA-Z]+)"$`),
    CaseKind: /^"(dibao|paymentRun)"$/,
    Division: /^"\d{6}(\d{3}){0,2}"$/,
    DueDate: /^"\d{4}-\d{2}-\d{2}"$/,
    StuckReason: /^"[a-z-]+(:[a-z0-9-]+)?"$/,
    TemporalScheduledById: /^"payment-run\/[A-Za-z]+\/\d{6}"$/,
    TemporalScheduledStartTime: /^"[\dT:.Z-]+"$/,
    BuildIds: /^\["unversioned.*\]$/,
  };
  const odd = told.executions.flatMap(({ execution, searchAttributes }) =>
    Object.entries(searchAttributes?.indexedFields ?? {})
      .map(([name, { data }]) => ({ id: execution?.workflowId, name, value: Buffer.from(data ?? '').toString() }))
      .filter(({ name, value }) => !(allowed[name]?.test(value) ?? false)),
  );
  expect(odd).toEqual([]);
  const shown = told.executions.find(({ execution }) => execution?.workflowId === `case/${paid.caseId}`);
  expect(Object.keys(shown?.searchAttributes?.indexedFields ?? {})).toEqual(
    expect.arrayContaining(['CaseStage', 'CaseKind', 'Division', 'DueDate']),
  );
});

test('workflow ids are opaque', () => {
  const ids = told.executions.map(({ execution }) => execution?.workflowId).filter((id) => id !== 'planted');
  expect(
    ids.filter((id) => !/^(case\/[0-9a-f-]{36}|(temporal-sys-scheduler:)?payment-run\/.+)$/.test(id ?? '')),
  ).toEqual([]);
});

test('the logs of all parts and the metrics name nobody and repeat nothing that was written', () => {
  const folder = path.join(dataDir, 'logs');
  const logs = readdirSync(folder).map((name) => ({ where: name, content: readFileSync(path.join(folder, name)) }));
  expect(logs.map(({ where }) => where)).toEqual(expect.arrayContaining(['api.log', 'worker.log', 'temporal.log']));
  expect(String(logs.find(({ where }) => where === 'api.log')?.content)).toContain('/v1/cases/:id/actions');
  expect(search([...logs, { where: 'metrics', content: metrics }], ...secrets, ...typed)).toEqual([]);
});

test('the metrics say how much is stuck and overdue', () => {
  expect(metrics).toContain('doudi_stuck_workflows 0');
  expect(metrics).toMatch(/doudi_overdue_tasks \d/);
  expect(metrics).toMatch(/doudi_overdue_payment_runs \d/);
});

test('PostgreSQL holds no name, identity number, account, phone or objection in clear', () => {
  expect(database.length).toBeGreaterThan(100);
  expect(search(database, ...typed).length).toBeGreaterThan(0);
  expect(search(database, ...secrets)).toEqual([]);
});

/** Every row of every table as text; what is binary comes in hexadecimal. */
async function everyRow(connectionString: string): Promise<Content[]> {
  const database = new pg.Client({ connectionString });
  await database.connect();
  try {
    const { rows } = await database.query<{ name: string }>(
      "SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
    );
    const contents: Content[] = [];
    for (const { name } of rows) {
      const all = await database.query<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM ${name} t`);
      contents.push(...all.rows.map(({ row }) => ({ where: name, content: row })));
    }
    return contents;
  } finally {
    await database.end();
  }
}

/** What was written in Chinese, from six characters on: shorter ones are words that anybody writes. */
function wordsIn(value: unknown, words = new Set<string>()): Set<string> {
  if (typeof value === 'string') {
    if (/\p{Script=Han}/u.test(value) && value.length >= 6) words.add(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) wordsIn(part, words);
  }
  return words;
}

type Payload = Parameters<typeof isEncrypted>[0];

/** Every payload anywhere within, except search attributes, which the server needs in clear. */
function payloadsIn(value: unknown): Payload[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  if (isPayload(value)) return [value];
  return Object.entries(value).flatMap(([key, part]) => (key === 'searchAttributes' ? [] : payloadsIn(part)));
}

const isPayload = (value: object): value is Payload =>
  'metadata' in value && 'data' in value && value.data instanceof Uint8Array;

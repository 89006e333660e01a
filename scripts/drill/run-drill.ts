import path from 'node:path';
import pg from 'pg';
import { createDataConverter } from '../../platform/codec.ts';
import { loadConfig } from '../../platform/config.ts';
import { createRegisterSecrets } from '../../platform/sealing.ts';
import { connectClient } from '../../platform/temporal.ts';
import { addDays, dateOf } from '../../policy/dates.ts';
import { createPrisma } from '../../prisma/client.ts';
import { putBack } from '../backup/put-back.ts';
import { takeBackup } from '../backup/take.ts';
import { developmentTokens } from '../development-tokens.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import { migrate } from '../stack/migrate.ts';
import type { Stack } from '../stack/start-stack.ts';
import { ApiClient } from '../walk/api-client.ts';
import { moveCalendar } from '../walk/calendar-walk.ts';
import { DrillCase } from './ways.ts';

const CASES = 7;

/**
 * Loses the database of a stack under way and gets it back: a backup, further commands, the database dropped, restored and
 * reconciled, every case led on to payment. Returns the figures, in words. @throws if anything is not as it should be
 */
export async function runDrill(stack: Stack, report: (line: string) => void): Promise<string[]> {
  const config = loadConfig({ ...process.env, ...stack.env });
  const { url } = config.database;
  const api = new ApiClient({ url: stack.urls.api, token: await developmentTokens(config) });
  const dir = path.join(stack.dataDir, 'backup');
  const cases = Array.from({ length: CASES }, (_, number) => new DrillCase(api, number));

  report(`Leading ${CASES} cases, each to another stage ...`);
  for (const [index, it] of cases.entries()) {
    await it.apply();
    await it.lead(index);
  }
  const atBackup = await countEvents(url);
  const [backup, backupMs] = await timed(() => takeBackup(url, dir));
  const stages = cases.map((it) => it.done);
  report('Backed up. Further commands ...');
  for (const it of cases) await it.lead(1);
  const atLoss = await countEvents(url);

  report('Dropping the database; Temporal keeps what it knows ...');
  await stack.parts.api?.stop();
  await stack.parts.worker?.stop();
  await recreateDatabase(url);
  const [, restoreMs] = await timed(async () => {
    await migrate(url);
    await putBack(url, dir, { replace: false });
  });
  if ((await countEvents(url)) !== atBackup) throw new Error('The restored record is not the one that was backed up.');
  await stack.parts.worker?.start();

  report('Reconciling ...');
  const prisma = createPrisma(url, 4);
  const client = await connectClient(config.temporal, createDataConverter(config.codecKeys));
  const sides = { prisma, client, taskQueue: config.temporal.taskQueue };
  const secrets = createRegisterSecrets(config.registerKey);
  const options = { every: true, runsOnly: false, report: (line: string) => report(`  ${line}`) };
  const found = await reconcile(sides, secrets, { ...options, repair: false, report: () => undefined });
  await reconcile(sides, secrets, { ...options, repair: true });
  await stack.parts.api?.start();

  report('Leading every case on to payment ...');
  for (const [index, it] of cases.entries()) {
    it.backTo(stages[index] ?? 0);
    await it.toThePosting();
  }
  const [first] = cases;
  if (!first) throw new Error('There are no cases.');
  const { at } = await first.walk.state();
  await moveCalendar(api, first.walk.staff.administrator, `${addDays(dateOf(at), 8)}T09:00:00`);
  for (const it of cases) await it.confirm();
  const inPayment = await prisma.assistanceCase.count({ where: { stage: 'inPayment' } });
  if (inPayment !== CASES) throw new Error(`Only ${inPayment} of ${CASES} cases reached payment.`);
  const left = await reconcile(sides, secrets, { ...options, repair: false });
  await client.connection.close();
  await prisma.$disconnect();
  if (left.length > 0) throw new Error(`${left.length} differences remain.`);
  return [
    `cases under way              ${CASES}, all in payment afterwards`,
    `entries at the backup        ${atBackup}`,
    `entries lost with the loss   ${atLoss - atBackup} (stored after the backup; done again afterwards)`,
    `rows backed up               ${backup.tables.reduce((sum, { rows }) => sum + rows, 0)} of ${backup.tables.length} tables in ${backupMs} ms`,
    `restored and compared in     ${restoreMs} ms`,
    `differences after restoring  ${found.length} (runs that remembered more than the record), mended by reconcile --repair`,
    `differences at the end       ${left.length}; every chain of entries verifies`,
  ];
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const begun = Date.now();
  return [await work(), Date.now() - begun];
}

async function countEvents(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM case_event');
  await client.end();
  return rows[0]?.count ?? 0;
}

async function recreateDatabase(url: string): Promise<void> {
  const server = new URL(url);
  const name = server.pathname.slice(1);
  server.pathname = '/postgres';
  const client = new pg.Client({ connectionString: server.href });
  await client.connect();
  await client.query(`DROP DATABASE "${name}" WITH (FORCE)`);
  await client.query(`CREATE DATABASE "${name}"`);
  await client.end();
}

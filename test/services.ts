import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { loadConfig, type Config } from '../platform/config.ts';

/**
 * Configuration of the servers that the run has started. Each test file has its own task queue.
 * @throws if the project of the test does not ask for services in jest.config.js
 */
export function testConfig(taskQueue: string): Config {
  return loadConfig({ ...process.env, DOUDI_TASK_QUEUE: taskQueue, DOUDI_LOG_LEVEL: 'silent' });
}

/**
 * A database of its own for one test file, migrated and with the reference data: a copy of the run's, made in a fraction of a second.
 * It goes with the run.
 */
export async function ownDatabase(config: Config): Promise<Config> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(config.database.url);
  const template = url.pathname.slice(1);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await client.end();
  url.pathname = `/${name}`;
  return { ...config, database: { ...config.database, url: url.href } };
}

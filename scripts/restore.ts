/**
 * `npm run restore -- <folder> [--replace] [--check]`: puts a backup into the database, which it brings to the schema first. With
 * `--check` it only reads the backup and compares it with its manifest.
 */
import { parseArgs } from 'node:util';
import { loadConfig } from '../platform/config.ts';
import { putBack, verifyBackup } from './backup/put-back.ts';
import { migrate } from './stack/migrate.ts';

const flag = { type: 'boolean', default: false } as const;
const { values, positionals } = parseArgs({ options: { replace: flag, check: flag }, allowPositionals: true });
const [dir] = positionals;
if (dir === undefined) fail('Usage: npm run restore -- <folder> [--replace] [--check]');
const { url } = loadConfig(process.env).database;
try {
  if (!values.check) await migrate(url);
  const { takenAt, tables } = values.check
    ? await verifyBackup(dir)
    : await putBack(url, dir, { replace: values.replace });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`${values.check ? 'Complete' : 'Restored'}: ${rows} rows of ${tables.length} tables, as of ${takenAt}.`);
  if (!values.check)
    console.log('Now start the worker, run npm run reconcile -- --repair --every, and then start the API.');
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
// The schema engine's timer would keep the process for ten seconds more.
process.exit(0);

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

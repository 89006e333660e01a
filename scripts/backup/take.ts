import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { manifestFile, tableFile, type Manifest } from './manifest.ts';
import { appliedMigrations, tablesInOrder } from './tables.ts';

const ROWS_AT_A_TIME = 1_000;

/**
 * Writes every table as it stood at one moment into `dir`, which must not be there yet: one row of JSON a line, compressed. Work goes
 * on meanwhile. What the register and the files hold stays sealed; the keys are not in it.
 */
export async function takeBackup(url: string, dir: string): Promise<Manifest> {
  await mkdir(dir, { recursive: false, mode: 0o700 });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: moment } = await client.query<{ now: Date }>('SELECT now()');
    const tables: Manifest['tables'] = [];
    for (const name of await tablesInOrder(client)) tables.push(await writeTable(client, dir, name));
    const { rows: sequences } = await client.query<{ name: string; lastValue: string }>(
      `SELECT sequencename AS name, coalesce(last_value, 0)::text AS "lastValue" FROM pg_sequences WHERE schemaname = 'public'`,
    );
    const manifest: Manifest = {
      format: 1,
      takenAt: (moment[0]?.now ?? new Date()).toISOString(),
      migrations: await appliedMigrations(client),
      tables,
      sequences: sequences.filter(({ lastValue }) => lastValue !== '0'),
    };
    await client.query('COMMIT');
    await writeFile(manifestFile(dir), `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600 });
    return manifest;
  } finally {
    await client.end();
  }
}

async function writeTable(client: pg.Client, dir: string, name: string): Promise<Manifest['tables'][number]> {
  const hash = createHash('sha256');
  let rows = 0;
  async function* lines() {
    await client.query(
      `DECLARE backup NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS line FROM public."${name}" t`,
    );
    for (;;) {
      const part = await client.query<{ line: string }>(`FETCH ${ROWS_AT_A_TIME} FROM backup`);
      if (part.rows.length === 0) break;
      rows += part.rows.length;
      const text = part.rows.map(({ line }) => `${line}\n`).join('');
      hash.update(text);
      yield text;
    }
    await client.query('CLOSE backup');
  }
  await pipeline(lines, createGzip(), createWriteStream(tableFile(dir, name), { mode: 0o600 }));
  return { name, rows, sha256: hash.digest('hex') };
}

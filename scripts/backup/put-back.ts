import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { readManifest, tableFile, type Manifest } from './manifest.ts';
import { appliedMigrations, tablesInOrder } from './tables.ts';

const ROWS_AT_A_TIME = 500;

/** Reads a whole backup and compares it with its manifest. @throws naming the table that is not as it was written */
export async function verifyBackup(dir: string): Promise<Manifest> {
  const manifest = await readManifest(dir);
  for (const { name, rows, sha256 } of manifest.tables) {
    const hash = createHash('sha256');
    let count = 0;
    for await (const line of linesOf(dir, name)) {
      hash.update(`${line}\n`);
      count += 1;
    }
    if (count !== rows || hash.digest('hex') !== sha256)
      throw new Error(`The table ${name} of the backup in ${dir} is not as it was written.`);
  }
  return manifest;
}

/**
 * Puts a backup into a database with the same migrations, in one transaction: either all of it is there afterwards or nothing has
 * changed. Worker and API have to be stopped.
 * @throws if the backup is damaged, the migrations differ, or the database holds cases and `replace` is not given
 */
export async function putBack(url: string, dir: string, { replace }: { readonly replace: boolean }): Promise<Manifest> {
  const manifest = await verifyBackup(dir);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await assertSameMigrations(client, manifest);
    const tables = await tablesInOrder(client);
    if (!replace) await assertEmpty(client);
    await client.query(`TRUNCATE ${tables.map((name) => `public."${name}"`).join(', ')}`);
    for (const name of tables) await fillTable(client, dir, name);
    for (const { name, lastValue } of manifest.sequences)
      await client.query('SELECT setval($1::regclass, $2::bigint)', [`public."${name}"`, lastValue]);
    await client.query('COMMIT');
    return manifest;
  } finally {
    // Without a COMMIT the server rolls back.
    await client.end();
  }
}

async function assertSameMigrations(client: pg.Client, { migrations }: Manifest): Promise<void> {
  const here = await appliedMigrations(client);
  if (JSON.stringify(here) === JSON.stringify(migrations)) return;
  throw new Error(
    `The backup was taken after migration ${migrations.at(-1) ?? 'none'}, the database stands at ${here.at(-1) ?? 'none'}. ` +
      'Restore with the version of the product that the backup belongs to, and start the newer one then.',
  );
}

async function assertEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ cases: number }>('SELECT count(*)::int AS cases FROM assistance_case');
  const cases = rows[0]?.cases ?? 0;
  if (cases > 0) throw new Error(`The database holds ${cases} cases. Only --replace puts the backup in their place.`);
}

async function fillTable(client: pg.Client, dir: string, name: string): Promise<void> {
  const insert = async (lines: readonly string[]) => {
    if (lines.length === 0) return;
    // The text goes to the server as it is: no number or date is read on the way.
    const text = `INSERT INTO public."${name}" SELECT * FROM json_populate_recordset(NULL::public."${name}", $1::json)`;
    await client.query(text, [`[${lines.join(',')}]`]);
  };
  let lines: string[] = [];
  for await (const line of linesOf(dir, name)) {
    lines.push(line);
    if (lines.length < ROWS_AT_A_TIME) continue;
    await insert(lines);
    lines = [];
  }
  await insert(lines);
}

const linesOf = (dir: string, table: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(tableFile(dir, table)).pipe(createGunzip()), crlfDelay: Infinity });

import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';

/** What Node offers of WebAssembly and is used here; TypeScript declares it for browsers only. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(module: object, imports: object): Promise<{ exports: { __wbindgen_start(): void } }>;
};

/** The package's declarations leave out the function that hands its bindings their module. */
const bindings = engine as typeof engine & { __wbg_set_wasm(exports: object): void };

const root = path.resolve(import.meta.dirname, '../..');

/** Hands a script to PostgreSQL whole: the adapter itself would split it at every semicolon, also within function bodies. */
class WholeScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (sql) => {
      await adapter.executeRaw({ sql, args: [], argTypes: [] });
    };
    return adapter;
  }
}

/** Folder of the migrations, each a folder `<timestamp>_<name>` with its `migration.sql`. */
export const migrationsDir = path.join(root, 'prisma/migrations');

/**
 * The Prisma schema engine on a database, or on none for work on texts only. It is compiled to WebAssembly, so nothing is
 * downloaded and no binary is needed.
 */
export async function openSchemaEngine(url: string | undefined): Promise<engine.SchemaEngine> {
  const script = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const module = await WebAssembly.compile(await readFile(script.replace(/\.js$/, '.wasm')));
  const instance = await WebAssembly.instantiate(module, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const database =
    url === undefined
      ? noDatabase
      : new WholeScripts({ connectionString: url, max: 2, idleTimeoutMillis: 100, allowExitOnIdle: true });
  const datamodels = schemaFiles().map((file): [string, string] => [file.path, file.content]);
  return bindings.SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(database));
}

const refuse = () => Promise.reject(new Error('The schema engine was opened without a database.'));

/** What the engine asks once on connecting: does the schema exist, which version is the server. */
const aboutServer: SqlResultSet = {
  columnNames: ['exists', 'version', 'numeric_version'],
  columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
  rows: [[true, 'PostgreSQL 18', 180_000]],
};

/** The engine wants a connection even to compare two texts; this one leads nowhere. */
const noConnection: SqlDriverAdapter = {
  provider: 'postgres',
  adapterName: 'none',
  executeRaw: refuse,
  queryRaw: ({ sql }) => (sql.includes('version()') ? Promise.resolve(aboutServer) : refuse()),
  executeScript: refuse,
  startTransaction: refuse,
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  dispose: () => Promise.resolve(),
};

const noDatabase: SqlMigrationAwareDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: 'none',
  connect: () => Promise.resolve(noConnection),
  connectToShadowDb: refuse,
};

function readSchema(dir: string): { path: string; content: string }[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.prisma'))
    .toSorted()
    .map((name) => ({ path: path.join(dir, name), content: readFileSync(path.join(dir, name), 'utf8') }));
}

/** The files of the Prisma schema. */
export const schemaFiles = () => readSchema(path.join(root, 'prisma/schema'));

const migrationNames = () =>
  readdirSync(migrationsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();

/** The migrations as the engine wants them. */
export function migrationList() {
  return {
    baseDir: migrationsDir,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(path.join(migrationsDir, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(path.join(migrationsDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/**
 * The SQL that leads from the last migration's schema, kept beside it, to the present one; undefined if they are the same.
 * Compares texts only: no database is asked.
 */
export async function pendingChange(): Promise<string | undefined> {
  const last = migrationNames().at(-1);
  const engine = await openSchemaEngine(undefined);
  const { stdout } = await engine.diff({
    from:
      last === undefined
        ? { tag: 'empty' }
        : { tag: 'schemaDatamodel', files: readSchema(path.join(migrationsDir, last, 'schema')) },
    to: { tag: 'schemaDatamodel', files: schemaFiles() },
    script: true,
    exitCode: null,
    filters: noFilter,
  });
  engine.free();
  return stdout === null || stdout.includes('This is an empty migration') ? undefined : stdout;
}

/** Nothing in the schema is managed elsewhere. */
export const noFilter = { externalTables: [], externalEnums: [] };

/** Applies the migrations that a database does not have yet. `node scripts/stack/migrate.ts` does it for DOUDI_DATABASE_URL. */
import { loadConfig } from '../../platform/config.ts';
import { migrationList, noFilter, openSchemaEngine } from './schema-engine.ts';

/**
 * Applies all migrations not yet applied, in order, and records them in `_prisma_migrations`. Does nothing on a current database.
 * @returns the names of those applied now
 */
export async function migrate(url: string): Promise<string[]> {
  const engine = await openSchemaEngine(url);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationList(),
      filters: noFilter,
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
}

if (import.meta.main) {
  const applied = await migrate(loadConfig(process.env).database.url);
  console.log(applied.length === 0 ? 'The database is current.' : `Applied ${applied.join(', ')}.`);
  // The engine's timer for the migration lock would keep the process for ten seconds more.
  process.exit();
}

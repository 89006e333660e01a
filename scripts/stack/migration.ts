/**
 * Writes the next migration: `npm run migration -- <name>` compares prisma/schema with the copy beside the last migration. Needs no
 * database. What Prisma cannot express (exclusion constraints, checks, triggers) is then added to the new file by hand.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { migrationsDir, pendingChange, schemaFiles } from './schema-engine.ts';

const [name] = process.argv.slice(2);
if (name === undefined || !/^[a-z0-9_]+$/.test(name)) {
  throw new Error('Usage: npm run migration -- <name in lower case, digits and underscores>');
}

const script = await pendingChange();
if (script === undefined) {
  console.log('The migrations already make what prisma/schema says: nothing written.');
} else {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const dir = path.join(migrationsDir, `${stamp}_${name}`);
  mkdirSync(path.join(dir, 'schema'), { recursive: true });
  writeFileSync(path.join(dir, 'migration.sql'), script);
  for (const file of schemaFiles()) writeFileSync(path.join(dir, 'schema', path.basename(file.path)), file.content);
  console.log(`Wrote prisma/migrations/${stamp}_${name}/migration.sql. Read it before committing it.`);
}

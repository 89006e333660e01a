/** Generates the Prisma client unless what is there came from the same schema. Runs after install and before start and test. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const schemaDir = path.join(root, 'prisma/schema');
const stamp = path.join(root, 'prisma/generated/.schema-hash');
const prismaPackage = createRequire(import.meta.url).resolve('prisma/package.json');

function schemaHash(): string {
  const hash = createHash('sha256').update(readFileSync(prismaPackage));
  for (const file of readdirSync(schemaDir).toSorted())
    hash.update(file).update(readFileSync(path.join(schemaDir, file)));
  return hash.digest('hex');
}

const wanted = schemaHash();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  // Generating needs no schema engine, but Prisma downloads one unless an existing file is named.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' };
  const prisma = path.join(path.dirname(prismaPackage), 'build/index.js');
  execFileSync(process.execPath, [prisma, 'generate', '--no-hints'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(stamp, wanted);
}

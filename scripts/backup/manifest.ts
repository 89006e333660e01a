import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const schema = z.strictObject({
  format: z.literal(1),
  /** When the moment was that the backup shows. */
  takenAt: z.string(),
  /** Migrations applied to the database it was taken from, in order. */
  migrations: z.array(z.string()),
  tables: z.array(z.strictObject({ name: z.string(), rows: z.number(), sha256: z.string() })),
  sequences: z.array(z.strictObject({ name: z.string(), lastValue: z.string() })),
});

/** What a backup holds: by it a restore knows that nothing is missing or changed. */
export type Manifest = z.output<typeof schema>;

export const manifestFile = (dir: string): string => path.join(dir, 'manifest.json');
export const tableFile = (dir: string, table: string): string => path.join(dir, `${table}.ndjson.gz`);

/** @throws if the folder holds no complete backup: the manifest is written last */
export async function readManifest(dir: string): Promise<Manifest> {
  try {
    return schema.parse(JSON.parse(await readFile(manifestFile(dir), 'utf8')));
  } catch (error) {
    throw new Error(`${dir} holds no complete backup of this product.`, { cause: error });
  }
}

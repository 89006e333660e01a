import type { Sealer } from '../../platform/sealing.ts';
import type { Prisma } from '../generated/client.ts';

type Tx = Prisma.TransactionClient;

const contextOf = (sha256: string): string => `file/${sha256}`;

/** A paper or photo that staff uploaded. */
export interface StoredContent {
  readonly sha256: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Stores a file sealed, under the sha256 of its content; the same content again changes nothing. */
export async function storeFile(tx: Tx, sealer: Sealer, file: StoredContent & { storedBy: string }): Promise<void> {
  const { sha256, mediaType, content, storedBy } = file;
  const sealed = sealer.sealBytes(content, contextOf(sha256));
  await tx.storedFile.createMany({
    data: [
      { sha256, mediaType, size: content.length, sealed: Buffer.from(sealed.bytes), keyId: sealed.keyId, storedBy },
    ],
    skipDuplicates: true,
  });
}

/** The file, opened, and who stored it; undefined if there is none. */
export async function readFile(
  tx: Tx,
  sealer: Sealer,
  sha256: string,
): Promise<(StoredContent & { readonly storedBy: string }) | undefined> {
  const row = await tx.storedFile.findUnique({ where: { sha256 } });
  if (row === null) return undefined;
  const content = sealer.openBytes({ keyId: row.keyId, bytes: row.sealed }, contextOf(sha256));
  return { sha256, mediaType: row.mediaType, content, storedBy: row.storedBy };
}

/** Whether an event of the case names the file. */
export async function isHeldByCase(tx: Tx, caseId: string, sha256: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM case_event WHERE case_id = ${caseId}
      AND jsonb_path_exists(data, '$.** ? (@ == $file)', jsonb_build_object('file', ${sha256}::text)) LIMIT 1`;
  return rows.length > 0;
}

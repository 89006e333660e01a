import type { Sealer } from '../../platform/sealing.ts';
import type { Prisma } from '../generated/client.ts';

type Tx = Prisma.TransactionClient;

/** A document of that case as it was issued; undefined if there is none. Throws if the key is gone or the bytes were changed. */
export async function readDocument(tx: Tx, sealer: Sealer, caseId: string, number: string) {
  const row = await tx.document.findUnique({ where: { number } });
  if (row === null || row.caseId !== caseId) return undefined;
  const html = sealer.openBytes({ keyId: row.keyId, bytes: row.sealed }, `document/${number}`);
  return { kind: row.kind, sha256: row.sha256, html };
}

/** A document just issued, its HTML sealed. */
export interface IssuedDocument {
  readonly number: string;
  readonly caseId: string;
  readonly seq: number;
  readonly kind: string;
  readonly sha256: string;
  readonly sealed: Buffer;
  readonly keyId: string;
  /** Civil day. */
  readonly on: string;
}

/** Keeps what was issued, in the transaction of its event. */
export async function keepDocuments(tx: Tx, documents: readonly IssuedDocument[]): Promise<void> {
  for (const { number, caseId, seq, kind, sha256, sealed, keyId, on } of documents)
    await tx.$executeRaw`
      INSERT INTO document (number, case_id, seq, kind, sha256, sealed, key_id, on_date)
      VALUES (${number}, ${caseId}, ${seq}, ${kind}, ${sha256}, ${sealed}, ${keyId}, ${on}::date)`;
}

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

import type { Prisma } from '../generated/client.ts';

/** Records that someone had payloads of the Temporal server decrypted. */
export async function recordPayloadOpening(
  tx: Prisma.TransactionClient,
  opening: { staffId: string; count: number; namespace: string; workflowId: string | undefined },
): Promise<void> {
  await tx.payloadOpening.create({ data: { ...opening, workflowId: opening.workflowId ?? null } });
}

/** Records that someone looked up a person, and why. It shares the transaction of the look-up: no record, no answer. */
export async function recordPersonLookup(
  tx: Prisma.TransactionClient,
  lookup: { staffId: string; personId: string; purpose: string },
): Promise<void> {
  await tx.personLookup.create({ data: lookup });
}

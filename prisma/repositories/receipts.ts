import type { Prisma } from '../generated/client.ts';

/** The same key came with another body than the first time. */
export class ReceiptMismatch extends Error {
  override name = 'ReceiptMismatch';
}

/**
 * Runs `effect` once for a key, effect and receipt in the caller's transaction. Sent again, the key returns the first outcome
 * and runs nothing; a simultaneous repetition waits for the first to commit or to roll back. Throws `ReceiptMismatch` for
 * another body under the same key.
 */
export async function withReceipt<T extends Prisma.InputJsonObject>(
  tx: Prisma.TransactionClient,
  commandId: string,
  bodyHash: string,
  effect: () => Promise<T>,
): Promise<Prisma.JsonValue> {
  const claimed = await tx.commandReceipt.createMany({
    data: [{ commandId, bodyHash, outcome: {} }],
    skipDuplicates: true,
  });
  if (claimed.count === 0) {
    const first = await tx.commandReceipt.findUniqueOrThrow({ where: { commandId } });
    if (first.bodyHash !== bodyHash) throw new ReceiptMismatch();
    return first.outcome;
  }
  const outcome = await effect();
  const stored = await tx.commandReceipt.update({ where: { commandId }, data: { outcome } });
  return stored.outcome;
}

/** The first outcome kept for a key; undefined if there is none yet. Throws `ReceiptMismatch` for another body under the same key. */
export async function readReceipt(
  tx: Prisma.TransactionClient,
  commandId: string,
  bodyHash: string,
): Promise<Prisma.JsonValue | undefined> {
  const rows = await tx.$queryRaw<ReceiptRow[]>`
    SELECT body_hash AS "bodyHash", outcome FROM command_receipt WHERE command_id = ${commandId}`;
  return outcomeFor(rows[0], bodyHash);
}

/** A receipt as it was read; without a hash if there is none. */
export interface ReceiptRow {
  readonly bodyHash: string | null;
  readonly outcome: Prisma.JsonValue;
}

/** The outcome of a receipt, undefined if there is none. Throws `ReceiptMismatch` for another body than `bodyHash` stands for. */
export function outcomeFor(receipt: ReceiptRow | undefined, bodyHash: string): Prisma.JsonValue | undefined {
  if (receipt === undefined || receipt.bodyHash === null) return undefined;
  if (receipt.bodyHash !== bodyHash) throw new ReceiptMismatch();
  return receipt.outcome;
}

/** Keeps the outcome of what no transaction can hold; a first one stays. */
export async function keepReceipt(
  tx: Prisma.TransactionClient,
  commandId: string,
  bodyHash: string,
  outcome: Prisma.InputJsonObject,
): Promise<void> {
  await tx.commandReceipt.createMany({ data: [{ commandId, bodyHash, outcome }], skipDuplicates: true });
}

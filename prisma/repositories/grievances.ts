import type { Sealer } from '../../platform/sealing.ts';
import type { Prisma } from '../generated/client.ts';

type Tx = Prisma.TransactionClient;

/** What an objector or complainant said, with the name and telephone number to answer to. */
export interface Grievance {
  readonly name: string;
  readonly phone: string;
  readonly text: string;
}

export type GrievanceKind = 'objection' | 'complaint';

const contextOf = (id: string): string => `grievance/${id}`;

/** Stores a grievance sealed; the same id again changes nothing. */
export async function storeGrievance(
  tx: Tx,
  sealer: Sealer,
  { id, kind, caseId, said }: { id: string; kind: GrievanceKind; caseId: string; said: Grievance },
): Promise<void> {
  const sealed = sealer.seal(JSON.stringify(said), contextOf(id));
  await tx.grievance.createMany({ data: [{ id, kind, caseId, sealed }], skipDuplicates: true });
}

/** Takes back a grievance that the case refused to take. */
export async function forgetGrievance(tx: Tx, id: string): Promise<void> {
  await tx.grievance.deleteMany({ where: { id } });
}

/** A grievance of that case, opened; undefined if there is none. */
export async function readGrievance(tx: Tx, sealer: Sealer, caseId: string, id: string) {
  const row = await tx.grievance.findUnique({ where: { id } });
  if (row === null || row.caseId !== caseId) return undefined;
  return { id, kind: row.kind as GrievanceKind, said: JSON.parse(sealer.open(row.sealed, contextOf(id))) as Grievance };
}

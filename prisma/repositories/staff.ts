import type { Prisma, Staff } from '../generated/client.ts';

/** The member of staff of that id, active or not; null if there is none. */
export function findStaff(tx: Prisma.TransactionClient, id: string): Promise<Staff | null> {
  return tx.staff.findUnique({ where: { id } });
}

/** Active members of staff, by role and division. */
export function listActiveStaff(tx: Prisma.TransactionClient): Promise<Staff[]> {
  return tx.staff.findMany({
    where: { active: true },
    orderBy: [{ role: 'asc' }, { divisionCode: 'asc' }, { id: 'asc' }],
  });
}

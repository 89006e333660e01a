import { isClosed, stages, type Stage } from '../../policy/lifecycle/stages.ts';
import type { Prisma, Staff } from '../generated/client.ts';

type Tx = Prisma.TransactionClient;

const closedStages = (Object.keys(stages) as Stage[]).filter(isClosed);

/** The member of staff of that id, active or not; null if there is none. */
export function findStaff(tx: Tx, id: string): Promise<Staff | null> {
  return tx.staff.findUnique({ where: { id } });
}

/** Active members of staff, by role and division. */
export function listActiveStaff(tx: Tx): Promise<Staff[]> {
  return tx.staff.findMany({
    where: { active: true },
    orderBy: [{ role: 'asc' }, { divisionCode: 'asc' }, { id: 'asc' }],
  });
}

export interface StaffFilter {
  /** Code prefixes of the divisions the reader covers, and of those beneath them that another division runs. */
  readonly reach: { readonly includes: readonly string[]; readonly excludes: readonly string[] };
  readonly role?: string | undefined;
  readonly active?: boolean | undefined;
  /** Id of the last member of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Members of staff by id, those who have left included. */
export function listStaff(tx: Tx, { reach, role, active, after, limit }: StaffFilter): Promise<Staff[]> {
  return tx.staff.findMany({
    where: {
      OR: reach.includes.map((prefix) => ({ divisionCode: { startsWith: prefix } })),
      NOT: reach.excludes.map((prefix) => ({ divisionCode: { startsWith: prefix } })),
      ...(role !== undefined && { role }),
      ...(active !== undefined && { active }),
      ...(after !== undefined && { id: { gt: after } }),
    },
    orderBy: { id: 'asc' },
    take: limit,
  });
}

/** Adds a member; an id that is taken stays as it is. `by`: the administrator. Returns whether it was added. */
export async function addStaff(
  tx: Tx,
  member: Pick<Staff, 'id' | 'role' | 'divisionCode' | 'displayName'>,
  by: string,
): Promise<boolean> {
  const { count } = await tx.staff.createMany({ data: [member], skipDuplicates: true });
  if (count === 1) await record(tx, { staffId: member.id, change: 'added', by });
  return count === 1;
}

/** Lets a member go: no more sign-in, no deputy of anybody's, nobody's deputy. What is in the member's hands stays for `casesInHands`. */
export async function deactivateStaff(tx: Tx, id: string, by: string, handTo?: string): Promise<void> {
  await tx.staff.update({ where: { id }, data: { active: false, deputyOf: null } });
  await tx.staff.updateMany({ where: { deputyOf: id }, data: { deputyOf: null } });
  await record(tx, { staffId: id, change: 'deactivated', by, ...(handTo !== undefined && { other: handTo }) });
}

/** Takes a member back. */
export async function reactivateStaff(tx: Tx, id: string, by: string): Promise<void> {
  await tx.staff.update({ where: { id }, data: { active: true } });
  await record(tx, { staffId: id, change: 'reactivated', by });
}

/** Lets `deputy`, and nobody else, stand in for a member; without one, nobody. A deputy stands in for one colleague at a time. */
export async function setDeputy(tx: Tx, id: string, by: string, deputy?: string): Promise<void> {
  await tx.staff.updateMany({ where: { deputyOf: id }, data: { deputyOf: null } });
  if (deputy !== undefined) await tx.staff.update({ where: { id: deputy }, data: { deputyOf: id } });
  await record(tx, {
    staffId: id,
    change: deputy === undefined ? 'deputyEnded' : 'deputyAppointed',
    by,
    ...(deputy !== undefined && { other: deputy }),
  });
}

const record = (tx: Tx, data: Prisma.StaffChangeCreateInput) => tx.staffChange.create({ data });

/** Ids of the cases, open ones and closed ones with something left to do, in which a task is in the hands of that member. */
export async function casesInHands(tx: Tx, staffId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM assistance_case c
    WHERE EXISTS (SELECT FROM jsonb_each_text(c.state->'assignees') AS held WHERE held.value = ${staffId})
      AND (c.stage <> ALL (${closedStages}) OR EXISTS (SELECT FROM task t WHERE t.case_id = c.id))
    ORDER BY c.id`;
  return rows.map(({ id }) => id);
}

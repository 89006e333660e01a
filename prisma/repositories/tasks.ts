import type { PlainDate } from '../../policy/dates.ts';
import { Prisma } from '../generated/client.ts';

/** One line of a worklist. */
export interface TaskLine {
  readonly caseId: string;
  readonly name: string;
  readonly role: string;
  readonly division: string;
  readonly assignee: string | null;
  readonly dueDate: PlainDate | null;
  readonly provisional: boolean;
  readonly level: number;
  readonly openedOn: PlainDate;
  readonly stage: string;
  readonly kind: string;
}

export interface TaskFilter {
  readonly role: string;
  readonly division: string;
  /** Whose tasks to show beside those that nobody has taken. */
  readonly hands: readonly string[];
  readonly overdueOn?: PlainDate;
  /** The key of the last line shown: last day (`9999-12-31` for none), case, name. */
  readonly after?: readonly [string, string, string];
  readonly limit: number;
}

/** Open tasks of a role and division, those with the earliest last day first. Tasks that moved up are with who has them now. */
export function listTasks(tx: Prisma.TransactionClient, filter: TaskFilter): Promise<TaskLine[]> {
  const { role, division, hands, overdueOn, after, limit } = filter;
  const key = Prisma.sql`(coalesce(t.due_date, '9999-12-31'::date), t.case_id, t.name)`;
  const conditions = [
    Prisma.sql`t.role = ${role} AND t.division_code = ${division}`,
    Prisma.sql`(t.assignee IS NULL OR t.assignee = ANY (${hands}))`,
    ...(overdueOn === undefined ? [] : [Prisma.sql`(t.due_date < ${overdueOn}::date OR t.level > 0)`]),
    ...(after === undefined ? [] : [Prisma.sql`${key} > (${after[0]}::date, ${after[1]}, ${after[2]})`]),
  ];
  return tx.$queryRaw<TaskLine[]>`
    SELECT t.case_id AS "caseId", t.name, t.role, t.division_code AS division, t.assignee, t.due_date::text AS "dueDate",
      t.provisional, t.level, t.opened_on::text AS "openedOn", c.stage, c.kind
    FROM task t JOIN assistance_case c ON c.id = t.case_id
    WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY ${key} LIMIT ${limit}`;
}

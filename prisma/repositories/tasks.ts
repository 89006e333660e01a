import type { PlainDate } from '../../policy/dates.ts';
import type { Desk } from '../../policy/lifecycle/tasks.ts';
import { runTasks, waitingFor } from '../../policy/payment-run/tasks.ts';
import { Prisma } from '../generated/client.ts';

/** One line of a worklist: something to do in a case, or with a payment run. */
export interface TaskLine {
  readonly caseId: string | null;
  readonly runId: string | null;
  readonly name: string;
  readonly role: string;
  readonly division: string;
  readonly assignee: string | null;
  readonly supervisor: Desk | null;
  readonly dueDate: PlainDate | null;
  readonly provisional: boolean;
  readonly level: number;
  readonly openedOn: PlainDate;
  readonly stage: string;
  readonly kind: string;
}

export interface TaskFilter extends Desk {
  /** Whose tasks to show beside those that nobody has taken. */
  readonly hands: readonly string[];
  readonly overdueOn?: PlainDate;
  /** The key of the last line shown: last day (`9999-12-31` for none), case or run, name. */
  readonly after?: readonly [string, string, string];
  readonly limit: number;
}

/**
 * Open tasks of a role and division, in cases and with payment runs, those with the earliest last day first: what it has to do,
 * and the late tasks of others that it has to see to.
 */
export function listTasks(tx: Prisma.TransactionClient, filter: TaskFilter): Promise<TaskLine[]> {
  const { overdueOn, after, limit } = filter;
  const key = Prisma.sql`(coalesce(t."dueDate", '9999-12-31'), coalesce(t."caseId", t."runId"), t.name)`;
  const conditions = [
    Prisma.sql`true`,
    ...(overdueOn === undefined ? [] : [Prisma.sql`(t."dueDate" < ${overdueOn} OR t.level > 0)`]),
    ...(after === undefined ? [] : [Prisma.sql`${key} > (${after[0]}, ${after[1]}, ${after[2]})`]),
  ];
  return tx.$queryRaw<TaskLine[]>`
    SELECT * FROM (${inCases(filter)} UNION ALL ${withRuns(filter)}) t
    WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY ${key} LIMIT ${limit}`;
}

const inCases = ({ role, division, hands }: TaskFilter): Prisma.Sql => Prisma.sql`
  SELECT t.case_id AS "caseId", NULL AS "runId", t.name, t.role, t.division_code AS division, t.assignee,
    CASE WHEN t.supervisor_role IS NOT NULL
      THEN jsonb_build_object('role', t.supervisor_role, 'division', t.supervisor_division_code) END AS supervisor,
    t.due_date::text AS "dueDate", t.provisional, t.level, t.opened_on::text AS "openedOn", c.stage, c.kind
  FROM task t JOIN assistance_case c ON c.id = t.case_id
  WHERE (t.role = ${role} AND t.division_code = ${division} AND (t.assignee IS NULL OR t.assignee = ANY (${hands})))
    OR (t.supervisor_role = ${role} AND t.supervisor_division_code = ${division})`;

/** Runs on which the role has to act or to see to it, each under the name of what is to be done; the city sees to all its districts. */
function withRuns({ role, division }: TaskFilter): Prisma.Sql {
  const waiting = waitingFor(role);
  return Prisma.sql`
    SELECT NULL, r.id, w.name, w.role, d.code, NULL,
      CASE WHEN w.supervisor IS NOT NULL THEN jsonb_build_object('role', w.supervisor,
        'division', CASE w.supervisor WHEN 'cityBureau' THEN d.parent ELSE d.code END) END,
      (left(r.next_due, 10)::date - 1)::text, false, r.level, left(r.at, 10), r.status, 'paymentRun'
    FROM unnest(${waiting.map(({ stage }) => stage)}::text[], ${waiting.map(({ level }) => level)}::int[],
      ${waiting.map(({ stage }) => runTasks[stage].name)}::text[], ${waiting.map(({ role: doer }) => doer)}::text[],
      ${waiting.map(({ supervisor }) => supervisor ?? null)}::text[]) AS w (stage, level, name, role, supervisor)
    JOIN payment_run r ON r.status = w.stage AND r.level = w.level
    JOIN division d ON d.code = r.district_code AND ${division} IN (d.code, d.parent)`;
}

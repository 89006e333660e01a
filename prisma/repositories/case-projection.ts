import { dateOf, firstDayOf } from '../../policy/dates.ts';
import { nextDeadline } from '../../policy/lifecycle/deadlines.ts';
import { heldBy } from '../../policy/lifecycle/exclusive-groups.ts';
import { isClosed } from '../../policy/lifecycle/stages.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import { tasksOf } from '../../policy/lifecycle/tasks.ts';
import { componentSpans } from '../../policy/payment-run/components.ts';
import type { Prisma } from '../generated/client.ts';
import type { LinkedEvent } from './case-log.ts';

type Tx = Prisma.TransactionClient;

/** What the founding of a case adds to what its events say. */
export interface Founding {
  readonly trackingHash: string;
  readonly training: boolean;
}

/** What a step adds to the record besides the state it leads to. */
export interface Step extends Founding {
  /** Events not stored yet, linked behind the head; none when only the projection is written anew. */
  readonly events: readonly LinkedEvent[];
  readonly headHash: string;
  readonly receipt?: { readonly commandId: string; readonly bodyHash: string };
}

/** Stores a step: its events and receipt, the row of the case, and what follows from the state as far as it differs from `before`. */
export async function project(tx: Tx, before: CaseState | undefined, after: CaseState, step: Step): Promise<void> {
  await writeStep(tx, before, after, step);
  if (changed(before?.grants, after.grants)) await writeGrants(tx, after);
  if (changed(before?.suspension, after.suspension) || changed(before?.withheld, after.withheld))
    await writeHolds(tx, after);
  if (changed(before && heldBy(before), heldBy(after))) await writeMembers(tx, after);
}

const changed = (before: unknown, after: unknown): boolean => JSON.stringify(before) !== JSON.stringify(after);

/**
 * Row, events, receipt and tasks in one statement: every step writes them, and each round trip costs more than its rows. Of the
 * tasks, done ones go, new ones come, moved ones change; a task keeps the day it was opened.
 */
async function writeStep(tx: Tx, before: CaseState | undefined, after: CaseState, step: Step): Promise<void> {
  const nextDue = nextDeadline(after)?.due ?? null;
  const tasks = tasksOf(after);
  const tasksChanged = before === undefined || changed(tasksOf(before), tasks);
  const { commandId = null, bodyHash = null } = step.receipt ?? {};
  await tx.$executeRaw`
    WITH the_case AS (
      INSERT INTO assistance_case (id, application_id, kind, tracking_hash, village_code, town_code, district_code, stage,
        closed, training, head_seq, head_hash, state, next_due, payee_account_id, opened_on, updated_at)
      VALUES (${after.caseId}, ${after.application.id}, ${after.kind}, ${step.trackingHash}, ${after.village},
        ${after.town}, ${after.district}, ${after.stage}, ${isClosed(after.stage)}, ${step.training}, ${after.seq},
        ${step.headHash}, ${JSON.stringify(after)}::jsonb, ${nextDue}, ${after.accountId ?? null},
        ${dateOf(after.at)}::date, now())
      ON CONFLICT (id) DO UPDATE SET village_code = EXCLUDED.village_code, town_code = EXCLUDED.town_code,
        district_code = EXCLUDED.district_code, stage = EXCLUDED.stage, closed = EXCLUDED.closed,
        head_seq = EXCLUDED.head_seq, head_hash = EXCLUDED.head_hash, state = EXCLUDED.state,
        next_due = EXCLUDED.next_due, payee_account_id = EXCLUDED.payee_account_id, updated_at = now()),
    events AS (
      INSERT INTO case_event (case_id, seq, type, version, at, actor, command_id, data, prev_hash, hash)
      SELECT ${after.caseId}, (r->>'seq')::int, r->'event'->>'type', (r->'event'->>'version')::int, r->'event'->>'at',
        r->'event'->'by'->>'staffId', ${commandId}::text, r->'event', r->>'prevHash', r->>'hash'
      FROM jsonb_array_elements(${JSON.stringify(step.events)}::jsonb) AS r),
    receipt AS (
      INSERT INTO command_receipt (command_id, body_hash, case_id, outcome)
      SELECT ${commandId}::text, ${bodyHash}::text, ${after.caseId}, jsonb_build_object('seq', ${after.seq}::int)
      WHERE ${commandId}::text IS NOT NULL),
    wanted AS (
      SELECT t->>'name' AS name, t->>'role' AS role, t->>'division' AS division, t->>'assignee' AS assignee,
        t->'supervisor'->>'role' AS supervisor_role, t->'supervisor'->>'division' AS supervisor_division,
        (t->>'dueDate')::date AS due, (t->>'provisional')::boolean AS provisional, (t->>'level')::int AS level
      FROM jsonb_array_elements(${JSON.stringify(tasksChanged ? tasks : [])}::jsonb) AS t),
    done AS (
      DELETE FROM task WHERE ${tasksChanged}::boolean AND case_id = ${after.caseId} AND name NOT IN (SELECT name FROM wanted))
    INSERT INTO task (case_id, name, role, division_code, assignee, supervisor_role, supervisor_division_code, due_date,
      provisional, level, opened_on)
    SELECT ${after.caseId}, name, role, division, assignee, supervisor_role, supervisor_division, due, provisional, level,
      ${dateOf(after.at)}::date
    FROM wanted
    ON CONFLICT (case_id, name) DO UPDATE SET role = EXCLUDED.role, division_code = EXCLUDED.division_code,
      assignee = EXCLUDED.assignee, supervisor_role = EXCLUDED.supervisor_role,
      supervisor_division_code = EXCLUDED.supervisor_division_code, due_date = EXCLUDED.due_date, provisional = EXCLUDED.provisional, level = EXCLUDED.level`;
}

/** The rows of `grant_span` that follow from the state. */
export const spansOf = (state: CaseState) =>
  componentSpans(state.kind, state.grants, state.decisions).map((span) => ({
    component: span.component,
    from: firstDayOf(span.from),
    to: span.to === undefined ? null : firstDayOf(span.to),
    amount: span.amount,
    decision: span.decision,
  }));

async function writeGrants(tx: Tx, state: CaseState): Promise<void> {
  const spans = spansOf(state);
  await tx.$executeRaw`DELETE FROM grant_span WHERE case_id = ${state.caseId}`;
  await tx.$executeRaw`
    INSERT INTO grant_span (case_id, component, from_month, to_month, amount_fen, decision_no)
    SELECT ${state.caseId}, s->>'component', (s->>'from')::date, (s->>'to')::date, (s->>'amount')::int, (s->>'decision')::int
    FROM jsonb_array_elements(${JSON.stringify(spans)}::jsonb) AS s`;
}

/** The rows of `payment_hold` that follow from the state. */
export const holdsOf = (state: CaseState) => [
  ...state.withheld.map(({ from, to }) => ({ from: firstDayOf(from), to: firstDayOf(to) })),
  ...(state.suspension ? [{ from: firstDayOf(state.suspension.from), to: null }] : []),
];

async function writeHolds(tx: Tx, state: CaseState): Promise<void> {
  const holds = holdsOf(state);
  await tx.$executeRaw`DELETE FROM payment_hold WHERE case_id = ${state.caseId}`;
  await tx.$executeRaw`
    INSERT INTO payment_hold (case_id, from_month, to_month)
    SELECT ${state.caseId}, (h->>'from')::date, (h->>'to')::date
    FROM jsonb_array_elements(${JSON.stringify(holds)}::jsonb) AS h`;
}

/** The rows of `case_member` that are open, as they follow from the state. */
export const holdingsOf = (state: CaseState) =>
  heldBy(state).map(({ personId, group }) => ({ personId, exclusiveGroup: group }));

/** Whom the case let go is free from today; a second case of the kind is refused before anything else. */
async function writeMembers(tx: Tx, state: CaseState): Promise<void> {
  const today = dateOf(state.at);
  const wanted = JSON.stringify(holdingsOf(state));
  await tx.$executeRaw`
    UPDATE case_member m SET to_date = ${today}::date
    WHERE case_id = ${state.caseId} AND to_date IS NULL AND NOT EXISTS (
      SELECT FROM jsonb_to_recordset(${wanted}::jsonb) AS w("personId" text, "exclusiveGroup" text)
      WHERE w."personId" = m.person_id AND w."exclusiveGroup" = m.exclusive_group)`;
  await tx.$executeRaw`
    INSERT INTO case_member (case_id, person_id, exclusive_group, from_date)
    SELECT ${state.caseId}, w."personId", w."exclusiveGroup", ${today}::date
    FROM jsonb_to_recordset(${wanted}::jsonb) AS w("personId" text, "exclusiveGroup" text)
    WHERE NOT EXISTS (
      SELECT FROM case_member m WHERE m.case_id = ${state.caseId} AND m.person_id = w."personId"
        AND m.exclusive_group = w."exclusiveGroup" AND m.to_date IS NULL)
    ORDER BY w."exclusiveGroup" = ${state.kind} DESC
    ON CONFLICT (case_id, person_id, exclusive_group, from_date) DO UPDATE SET to_date = NULL`;
}

import type { PlainDate } from '../../policy/dates.ts';
import type { Deadline } from '../../policy/lifecycle/deadlines.ts';
import type { Stage } from '../../policy/lifecycle/stages.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import { Prisma } from '../generated/client.ts';
import { outcomeFor, type ReceiptRow } from './receipts.ts';

type Tx = Prisma.TransactionClient;

/** Where a case lies and stands: what decides who may know of it. */
export interface CasePlace {
  readonly village: string;
  readonly town: string;
  readonly district: string;
  readonly stage: Stage;
  readonly kind: CaseState['kind'];
  /** Whether the verification centre was ever asked about the household. */
  readonly verificationAsked: boolean;
}

/** The place of a case; undefined if there is none. */
export async function findPlace(tx: Tx, caseId: string): Promise<CasePlace | undefined> {
  const rows = await tx.$queryRaw<CasePlace[]>`
    SELECT village_code AS village, town_code AS town, district_code AS district, stage, kind,
      jsonb_array_length(state->'rounds') > 0 AS "verificationAsked"
    FROM assistance_case WHERE id = ${caseId}`;
  return rows[0];
}

/** A command as it is known to the record: its case, its key, the hash of its body. */
export interface CommandKey {
  readonly caseId: string;
  readonly commandId: string;
  readonly bodyHash: string;
}

/**
 * Before a command is given: the outcome it had, if it was given before, and the place of its case. One statement, since every
 * command begins so. @throws ReceiptMismatch
 */
export async function readBeforeCommand(
  tx: Tx,
  { caseId, commandId, bodyHash }: CommandKey,
): Promise<{ readonly outcome: Prisma.JsonValue | undefined; readonly place: CasePlace | undefined }> {
  const [row] = await tx.$queryRaw<(ReceiptRow & Partial<CasePlace>)[]>`
    SELECT r.body_hash AS "bodyHash", r.outcome, c.village_code AS village, c.town_code AS town,
      c.district_code AS district, c.stage, c.kind, jsonb_array_length(c.state->'rounds') > 0 AS "verificationAsked"
    FROM (VALUES (1)) AS one
    LEFT JOIN command_receipt r ON r.command_id = ${commandId} LEFT JOIN assistance_case c ON c.id = ${caseId}`;
  return { outcome: outcomeFor(row, bodyHash), place: isPlace(row) ? row : undefined };
}

const isPlace = (row: (ReceiptRow & Partial<CasePlace>) | undefined): row is ReceiptRow & CasePlace =>
  typeof row?.village === 'string';

/** After a command was given: its outcome and the state of its case, as they are in the record. @throws ReceiptMismatch */
export async function readAfterCommand(
  tx: Tx,
  { caseId, commandId, bodyHash }: CommandKey,
): Promise<{ readonly outcome: Prisma.JsonValue | undefined; readonly state: CaseState | undefined }> {
  const [row] = await tx.$queryRaw<(ReceiptRow & { state: CaseState | null })[]>`
    SELECT r.body_hash AS "bodyHash", r.outcome, c.state
    FROM (VALUES (1)) AS one
    LEFT JOIN command_receipt r ON r.command_id = ${commandId} LEFT JOIN assistance_case c ON c.id = ${caseId}`;
  return { outcome: outcomeFor(row, bodyHash), state: row?.state ?? undefined };
}

/** The folded state of a case; undefined if there is none. */
export async function findState(tx: Tx, caseId: string): Promise<CaseState | undefined> {
  const rows = await tx.$queryRaw<{ state: CaseState }[]>`SELECT state FROM assistance_case WHERE id = ${caseId}`;
  return rows[0]?.state;
}

/** The folded state of the case with that keyed hash of a tracking code. */
export async function findTracked(tx: Tx, trackingHash: string): Promise<CaseState | undefined> {
  const rows = await tx.$queryRaw<{ state: CaseState }[]>`
    SELECT state FROM assistance_case WHERE tracking_hash = ${trackingHash}`;
  return rows[0]?.state;
}

/** One line of a list of cases. */
export interface CaseLine extends Omit<CasePlace, 'verificationAsked'> {
  readonly id: string;
  readonly applicationId: string;
  readonly head: string;
  readonly members: number;
  readonly openedOn: string;
  readonly deadlines: readonly Deadline[];
}

export interface CaseFilter {
  /** The division of whoever asks, and a narrower one if wished. */
  readonly divisions: readonly string[];
  readonly stages?: readonly Stage[];
  readonly kind?: string;
  /** A task's last day lies before this day, or a limit has passed already. */
  readonly overdueOn?: PlainDate;
  /** A task is in the hands of this member of staff. */
  readonly assignee?: string;
  readonly verificationAsked?: true;
  readonly after: string;
  readonly limit: number;
}

/** Cases by id, at most `limit`, behind `after`. */
export async function listCases(tx: Tx, filter: CaseFilter): Promise<CaseLine[]> {
  const { stages, kind, overdueOn, assignee } = filter;
  const conditions = [
    Prisma.sql`c.id > ${filter.after}`,
    ...filter.divisions.map(within),
    ...(stages ? [Prisma.sql`c.stage = ANY (${stages})`] : []),
    ...(kind === undefined ? [] : [Prisma.sql`c.kind = ${kind}`]),
    ...(filter.verificationAsked ? [Prisma.sql`jsonb_array_length(c.state->'rounds') > 0`] : []),
    ...(overdueOn === undefined
      ? []
      : [
          Prisma.sql`EXISTS (SELECT 1 FROM task t WHERE t.case_id = c.id
            AND (t.due_date < ${overdueOn}::date OR t.level > 0))`,
        ]),
    ...(assignee === undefined
      ? []
      : [Prisma.sql`EXISTS (SELECT 1 FROM task t WHERE t.case_id = c.id AND t.assignee = ${assignee})`]),
  ];
  return tx.$queryRaw<CaseLine[]>`
    SELECT c.id, c.application_id AS "applicationId", c.kind, c.stage, c.village_code AS village, c.town_code AS town,
      c.district_code AS district, c.opened_on::text AS "openedOn", coalesce(c.state->>'subject', c.state->'application'->>'head') AS head,
      jsonb_array_length(c.state->'facts'->'members') AS members, c.state->'deadlines' AS deadlines
    FROM assistance_case c WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY c.id LIMIT ${filter.limit}`;
}

/** Cases in a division: village, town, deciding district, city or province; the same as `covers` in the lifecycle. */
function within(division: string): Prisma.Sql {
  if (division.length === 12) return Prisma.sql`c.village_code = ${division}`;
  if (division.length === 9) return Prisma.sql`c.town_code = ${division}`;
  const prefix = division.length === 6 && division.endsWith('00') ? division.slice(0, 4) : division;
  return prefix.length === 6
    ? Prisma.sql`c.district_code = ${prefix}`
    : Prisma.sql`c.district_code LIKE ${`${prefix}%`}`;
}

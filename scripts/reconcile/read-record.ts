import type { StoredEvent } from '../../prisma/repositories/case-log.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';

interface CaseRow {
  readonly id: string;
  readonly seq: number;
  readonly hash: string;
  readonly state: CaseState;
  readonly stage: string;
  readonly closed: boolean;
  readonly village: string;
  readonly town: string;
  readonly district: string;
  readonly nextDue: string | null;
  readonly accountId: string | null;
}

/** A draw of the spot check with the seed that it was made with. */
export interface DrawRow {
  readonly seedId: string;
  readonly block: number;
  readonly arrival: number;
  readonly drawn: boolean;
  readonly programme: string;
  readonly district: string;
  /** Last day of the seed's quarter. */
  readonly to: string | null;
  readonly commitment: string;
  readonly sealedSeed: string;
}

type OfCase<T> = T & { readonly caseId: string };

/** An event with the columns beside its content. */
export interface EventRow extends StoredEvent {
  readonly columnsAgree: boolean;
  readonly receipt: boolean;
}

/** Everything that the record holds about one case. */
export interface CaseRecordRows {
  readonly row: CaseRow;
  readonly events: readonly EventRow[];
  readonly tasks: readonly Readonly<Record<string, unknown>>[];
  readonly spans: readonly Readonly<Record<string, unknown>>[];
  readonly holds: readonly Readonly<Record<string, unknown>>[];
  readonly members: readonly object[];
  readonly postings: readonly { readonly no: number; readonly up: boolean }[];
  readonly documents: readonly { readonly number: string; readonly kind: string; readonly sha256: string }[];
  readonly draws: readonly DrawRow[];
}

/** The next cases after one, with all that belongs to them, as of one moment. */
export function readRecord(prisma: PrismaClient, after: string, count: number): Promise<CaseRecordRows[]> {
  return prisma.$transaction(
    async (tx) => {
      const rows = await tx.$queryRaw<CaseRow[]>`
        SELECT id, head_seq AS seq, head_hash AS hash, state, stage, closed, village_code AS village, town_code AS town,
          district_code AS district, next_due AS "nextDue", payee_account_id AS "accountId"
        FROM assistance_case WHERE id > ${after} ORDER BY id LIMIT ${count}`;
      const ids = rows.map(({ id }) => id);
      const events = await tx.$queryRaw<OfCase<EventRow>[]>`
        SELECT e.case_id AS "caseId", e.seq, e.data, e.prev_hash AS "prevHash", e.hash,
          e.type = e.data->>'type' AND e.at = e.data->>'at' AND e.actor = e.data->'by'->>'staffId'
            AND e.version = (e.data->>'version')::int AS "columnsAgree",
          e.command_id IS NULL OR EXISTS (SELECT FROM command_receipt r WHERE r.command_id = e.command_id) AS receipt
        FROM case_event e WHERE e.case_id = ANY (${ids}) ORDER BY e.case_id, e.seq`;
      const tasks = await tx.$queryRaw<OfCase<object>[]>`
        SELECT case_id AS "caseId", name, role, division_code AS division, assignee, due_date::text AS "dueDate", provisional, level,
          CASE WHEN supervisor_role IS NOT NULL
            THEN jsonb_build_object('role', supervisor_role, 'division', supervisor_division_code) END AS supervisor
        FROM task WHERE case_id = ANY (${ids})`;
      const spans = await tx.$queryRaw<OfCase<object>[]>`
        SELECT case_id AS "caseId", component, from_month::text AS "from", to_month::text AS "to", amount_fen AS amount,
          decision_no AS decision
        FROM grant_span WHERE case_id = ANY (${ids})`;
      const holds = await tx.$queryRaw<OfCase<object>[]>`
        SELECT case_id AS "caseId", from_month::text AS "from", to_month::text AS "to" FROM payment_hold WHERE case_id = ANY (${ids})`;
      const members = await tx.$queryRaw<OfCase<object>[]>`
        SELECT case_id AS "caseId", person_id AS "personId", exclusive_group AS "exclusiveGroup"
        FROM case_member WHERE case_id = ANY (${ids}) AND to_date IS NULL`;
      const postings = await tx.$queryRaw<OfCase<{ no: number; up: boolean }>[]>`
        SELECT case_id AS "caseId", no, ended_on IS NULL AS up FROM posting WHERE case_id = ANY (${ids})`;
      const documents = await tx.$queryRaw<OfCase<{ number: string; kind: string; sha256: string }>[]>`
        SELECT case_id AS "caseId", number, kind, sha256 FROM document WHERE case_id = ANY (${ids})`;
      const draws = await tx.$queryRaw<OfCase<DrawRow>[]>`
        SELECT d.case_id AS "caseId", d.seed_id AS "seedId", d.block, d.arrival, d.drawn, s.programme, s.district_code AS district,
          s.to_date::text AS "to", s.commitment, s.sealed_seed AS "sealedSeed"
        FROM spot_check_draw d JOIN spot_check_seed s ON s.id = d.seed_id WHERE d.case_id = ANY (${ids})`;
      return rows.map((row) => ({
        row,
        events: of(row, events),
        tasks: of(row, tasks),
        spans: of(row, spans),
        holds: of(row, holds),
        members: of(row, members),
        postings: of(row, postings),
        documents: of(row, documents),
        draws: of(row, draws),
      }));
    },
    { isolationLevel: 'RepeatableRead', timeout: 120_000 },
  );
}

const of = <T extends { readonly caseId: string }>({ id }: CaseRow, rows: readonly T[]): Omit<T, 'caseId'>[] =>
  rows.filter(({ caseId }) => caseId === id).map(({ caseId: _caseId, ...rest }) => rest);

/** Receipts that speak of entries which their case does not have. */
export function receiptsWithoutEvents(
  prisma: PrismaClient,
): Promise<{ commandId: string; caseId: string; seq: number }[]> {
  return prisma.$queryRaw`
    SELECT r.command_id AS "commandId", r.case_id AS "caseId", (r.outcome->>'seq')::int AS seq
    FROM command_receipt r LEFT JOIN assistance_case c ON c.id = r.case_id
    WHERE r.case_id IS NOT NULL AND (r.outcome->>'seq')::int > coalesce(c.head_seq, 0) ORDER BY r.case_id`;
}

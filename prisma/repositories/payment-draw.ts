import { firstDayOf, type YearMonth } from '../../policy/dates.ts';
import { paysOnce, type Programme } from '../../policy/payment-run/programmes.ts';
import type { PrismaClient } from '../client.ts';
import type { Prisma } from '../generated/client.ts';

/** One part of a district's roll: cases are spread over `of` shards by a hash of their id. */
export interface DrawShard {
  readonly runId: string;
  readonly shard: number;
  readonly of: number;
}

export interface DrawnShard {
  readonly lines: number;
  readonly recoveries: number;
}

/** The cases of a run, by what they have in common. */
export interface Roll {
  readonly district: string;
  readonly programme: Programme;
  readonly training: boolean;
}

/** How many cases are on a roll, whatever they receive. */
export async function rollSize(tx: Prisma.TransactionClient, { district, programme, training }: Roll): Promise<number> {
  const [row] = await tx.$queryRaw<[{ cases: number }]>`
    SELECT count(*)::int AS cases FROM assistance_case
    WHERE district_code = ${district} AND kind = ${programme} AND training = ${training}`;
  return row.cases;
}

/**
 * Draws up one shard in one statement: `balanceOf` of policy/payment-run/balance.ts over every case, component and benefit month
 * up to the run's. Lines and recoveries are numbered per case, component and month, so that simultaneous statements, of this run or
 * another, cannot write the same money twice: the second finds the number taken. Does nothing unless the run is being drawn
 * up; its row stays locked against the step that ends the drawing up. Repeat it freely.
 */
export async function drawShard(
  prisma: PrismaClient,
  { runId, shard, of }: DrawShard,
  { programme, month }: { readonly programme: Programme; readonly month: YearMonth },
): Promise<DrawnShard> {
  const own = firstDayOf(month);
  const once = paysOnce(programme);
  const [counts] = await prisma.$queryRaw<[{ lines: number; recoveries: number }]>`
    WITH run AS MATERIALIZED (
      SELECT id, programme, district_code, training FROM payment_run
      WHERE id = ${runId} AND status = 'drawingUp' FOR SHARE
    ),
    roll AS MATERIALIZED (
      SELECT c.id, c.payee_account_id FROM assistance_case c
      JOIN run ON c.district_code = run.district_code AND c.kind = run.programme AND c.training = run.training
      WHERE (hashtextextended(c.id, 0) & 9223372036854775807) % ${of}::bigint = ${shard}::bigint
    ),
    entitled AS (
      SELECT g.case_id, g.component, m.month::date AS month, g.amount_fen::bigint AS amount, g.decision_no,
        EXISTS (SELECT FROM payment_hold h WHERE h.case_id = g.case_id
          AND m.month BETWEEN h.from_month AND coalesce(h.to_month, m.month)) AS held
      FROM grant_span g JOIN roll ON roll.id = g.case_id
      CROSS JOIN LATERAL generate_series(g.from_month, least(g.to_month, ${own}::date), interval '1 month') AS m(month)
    ),
    lined AS (
      SELECT l.case_id, l.component, l.benefit_month AS month, count(*) AS lines, max(l.decision_no) AS decision_no,
        coalesce(sum(l.amount_fen) FILTER (WHERE l.status <> 'cancelled'), 0) AS drawn,
        coalesce(sum(l.amount_fen) FILTER (WHERE l.status = 'settled'), 0) AS settled
      FROM payment_line l JOIN roll ON roll.id = l.case_id
      WHERE l.benefit_month <= ${own}::date
      GROUP BY l.case_id, l.component, l.benefit_month
    ),
    reclaimed AS (
      SELECT r.case_id, r.component, r.benefit_month AS month, count(*) AS rows, sum(r.amount_fen) AS amount
      FROM recovery r JOIN roll ON roll.id = r.case_id
      WHERE r.benefit_month <= ${own}::date
      GROUP BY r.case_id, r.component, r.benefit_month
    ),
    ledger AS MATERIALIZED (
      SELECT case_id, component, month, coalesce(e.amount, 0) AS entitlement,
        coalesce(e.decision_no, l.decision_no) AS decision_no,
        coalesce(l.lines, 0) AS lines, coalesce(l.drawn, 0) AS drawn, coalesce(l.settled, 0) AS settled,
        coalesce(r.rows, 0) AS recoveries, coalesce(r.amount, 0) AS reclaimed,
        coalesce(e.held, false) AS held
      FROM entitled e
      FULL JOIN lined l USING (case_id, component, month)
      LEFT JOIN reclaimed r USING (case_id, component, month)
    ),
    drawn AS (
      INSERT INTO payment_line
        (id, run_id, case_id, component, benefit_month, instalment, amount_fen, reason, decision_no, status, account_id)
      SELECT uuidv7()::text, run.id, case_id, component, month, lines + 1, entitlement - (drawn - reclaimed),
        CASE WHEN lines > 0 THEN 'difference' WHEN month = ${own}::date OR ${once}::boolean THEN 'regular' ELSE 'arrears' END,
        decision_no, 'due', roll.payee_account_id
      FROM ledger JOIN roll ON roll.id = case_id CROSS JOIN run
      WHERE NOT held AND entitlement > drawn - reclaimed
      ON CONFLICT (case_id, component, benefit_month, instalment) DO NOTHING
      RETURNING 1
    ),
    recovered AS (
      INSERT INTO recovery (case_id, component, benefit_month, instalment, amount_fen, decision_no, run_id)
      SELECT case_id, component, month, recoveries + 1, settled - reclaimed - entitlement, decision_no, run.id
      FROM ledger CROSS JOIN run
      WHERE settled - reclaimed > entitlement
      ON CONFLICT (case_id, component, benefit_month, instalment) DO NOTHING
      RETURNING 1
    )
    SELECT (SELECT count(*) FROM drawn)::int AS lines, (SELECT count(*) FROM recovered)::int AS recoveries`;
  return counts;
}

import type { CivilInstant } from '../../policy/dates.ts';
import type { LineChange } from '../../policy/payment-run/lines.ts';
import type { RunLine } from '../../policy/payment-run/run.ts';
import { lineStatuses, type LineStatus } from '../../policy/payment-run/stages.ts';
import type { Prisma } from '../generated/client.ts';

type Tx = Prisma.TransactionClient;

interface LineRow {
  id: string;
  status: string;
  attempt: number;
  account_id: string | null;
  payee_account_id: string | null;
  account_changed_by: string[];
  cancel_ground: string | null;
  cancel_by: string[];
}

/**
 * Reads the named lines of a run with the account their case has today, and who has changed it since the run's month began; lines of
 * other runs are left out.
 */
export async function readLines(tx: Tx, runId: string, lineIds: readonly string[]): Promise<RunLine[]> {
  if (lineIds.length === 0) return [];
  const rows = await tx.$queryRaw<LineRow[]>`
    SELECT l.id, l.status, l.attempt, l.account_id, c.payee_account_id, l.cancel_ground, l.cancel_by,
      ARRAY(
        SELECT DISTINCT eye FROM case_event e
        CROSS JOIN LATERAL (VALUES (e.data #>> '{by,staffId}'), (e.data #>> '{by,onBehalfOf}')) AS eyes(eye)
        WHERE e.case_id = l.case_id AND e.type = 'accountChanged' AND e.at >= to_char(r.month, 'YYYY-MM-DD')
          AND eye IS NOT NULL
      ) AS account_changed_by
    FROM payment_line l JOIN assistance_case c ON c.id = l.case_id JOIN payment_run r ON r.id = l.run_id
    WHERE l.run_id = ${runId} AND l.id = ANY (${[...lineIds]})`;
  return rows.map((row) => ({
    id: row.id,
    status: statusFrom(row.status),
    attempt: row.attempt,
    accountId: row.account_id ?? undefined,
    caseAccountId: row.payee_account_id ?? undefined,
    accountChangedBy: row.account_changed_by,
    ...(row.cancel_ground === null ? {} : { cancellation: { ground: row.cancel_ground, by: row.cancel_by } }),
  }));
}

/** Stores what a command did to lines, and the transfers it made or answered, in two statements. */
export async function saveChanges(tx: Tx, changes: readonly LineChange[], at: CivilInstant): Promise<void> {
  if (changes.length === 0) return;
  const given = JSON.stringify(
    changes.map(({ id, status, attempt, accountId, reason, cancellation }) => ({
      id,
      status,
      attempt,
      account: accountId,
      reason: reason ?? '',
      ground: cancellation?.ground,
      by: cancellation?.by ?? [],
    })),
  );
  await tx.$executeRaw`
    UPDATE payment_line l
    SET status = g.status, attempt = g.attempt, account_id = coalesce(g.account, l.account_id),
      cancel_ground = g.ground, cancel_by = g.by
    FROM jsonb_to_recordset(${given}::jsonb)
      AS g(id text, status text, attempt int, account text, ground text, by text[])
    WHERE l.id = g.id`;
  await tx.$executeRaw`
    INSERT INTO payment_attempt (line_id, attempt, account_id, status, reason, sent_at, answered_at)
    SELECT g.id, g.attempt, l.account_id, g.status, g.reason, ${at}, CASE WHEN g.status = 'sent' THEN NULL ELSE ${at} END
    FROM jsonb_to_recordset(${given}::jsonb) AS g(id text, status text, attempt int, reason text)
    JOIN payment_line l ON l.id = g.id
    WHERE g.status IN ('sent', 'settled', 'returned')
    ON CONFLICT (line_id, attempt) DO UPDATE
    SET status = excluded.status, reason = excluded.reason, answered_at = excluded.answered_at
    WHERE payment_attempt.status = 'sent' AND excluded.status <> 'sent'`;
}

/**
 * Sends every due line of a run that is not held, by the rule of `heldBecause`: to the account it was checked with, which its case has
 * still. Each as its first transfer.
 */
export async function sendDueLines(tx: Tx, runId: string, at: CivilInstant): Promise<void> {
  await tx.$executeRaw`
    WITH sent AS (
      UPDATE payment_line l SET status = 'sent', attempt = 1 FROM assistance_case c
      WHERE l.run_id = ${runId} AND l.status = 'due' AND l.cancel_ground IS NULL
        AND c.id = l.case_id AND c.payee_account_id = l.account_id
      RETURNING l.id, l.account_id
    )
    INSERT INTO payment_attempt (line_id, attempt, account_id, status, sent_at)
    SELECT id, 1, account_id, 'sent', ${at} FROM sent`;
}

/** Whether any line still waits for money, an answer or a decision. */
export async function hasOpenLines(tx: Tx, runId: string): Promise<boolean> {
  const open = (Object.keys(lineStatuses) as LineStatus[]).filter((status) => lineStatuses[status].open);
  return (await tx.paymentLine.findFirst({ where: { runId, status: { in: open } }, select: { id: true } })) !== null;
}

function statusFrom(text: string): LineStatus {
  if (!isStatus(text)) throw new Error(`the record holds a line of the unknown status "${text}"`);
  return text;
}

const isStatus = (text: string): text is LineStatus => Object.hasOwn(lineStatuses, text);

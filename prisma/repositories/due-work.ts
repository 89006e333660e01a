import { type CivilInstant, firstDayOf, type YearMonth } from '../../policy/dates.ts';
import { type Programme, programmes } from '../../policy/payment-run/programmes.ts';
import { advancingClocks, highestLevel } from '../../policy/lifecycle/deadlines.ts';
import type { PrismaClient } from '../client.ts';
import { Prisma } from '../generated/client.ts';

/** A training case or run with something due by `until`, none of `without`. */
const dueBy = (until: CivilInstant, without: readonly string[]) =>
  Prisma.sql`training AND next_due <= ${until} AND id <> ALL (${without}::text[])`;

/** Training cases with a clock due by `until`, in the order in which clocks strike; those of `without` are left out. */
export async function dueCases(
  prisma: PrismaClient,
  until: CivilInstant,
  without: readonly string[],
): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT id FROM assistance_case
    WHERE ${dueBy(until, without)}
    ORDER BY next_due, id`;
  return rows.map(({ id }) => id);
}

/** The instants by `until` at which clocks of a case move it on by themselves; those that only escalate are left out. */
const advancesBy = (until: CivilInstant) => Prisma.sql`
  SELECT clock->>'due' AS due FROM jsonb_array_elements(state->'deadlines') AS clock
  WHERE clock->>'name' = ANY (${advancingClocks}::text[]) AND clock->>'due' <= ${until}
    AND (clock->>'level')::int < ${highestLevel}`;

/** The same, of those with a clock that moves them on by itself. */
export async function casesMovingOn(
  prisma: PrismaClient,
  until: CivilInstant,
  without: readonly string[],
): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT id FROM assistance_case
    WHERE ${dueBy(until, without)} AND EXISTS (${advancesBy(until)})
    ORDER BY next_due, id`;
  return rows.map(({ id }) => id);
}

/** The earliest clock by `until` that moves a training case on by itself. */
export async function earliestMove(
  prisma: PrismaClient,
  until: CivilInstant,
  without: readonly string[],
): Promise<CivilInstant | undefined> {
  const [row] = await prisma.$queryRaw<[{ due: CivilInstant | null }]>`
    SELECT min(advance.due) AS due FROM assistance_case CROSS JOIN LATERAL (${advancesBy(until)}) AS advance
    WHERE ${dueBy(until, without)}`;
  return row.due ?? undefined;
}

/** A payment run whose step has a limit. */
export interface DueRun {
  readonly id: string;
  readonly programme: Programme;
  readonly district: string;
  readonly month: YearMonth;
}

/** Training runs with a limit due by `until`, by limit and id. */
export async function dueRuns(
  prisma: PrismaClient,
  until: CivilInstant,
  without: readonly string[],
): Promise<DueRun[]> {
  return prisma.$queryRaw`
    SELECT id, programme, district_code AS district, to_char(month, 'YYYY-MM') AS month FROM payment_run
    WHERE ${dueBy(until, without)}
    ORDER BY next_due, id`;
}

/** The earliest clock of any training case or limit of any training run by `until`. */
export async function earliestDue(
  prisma: PrismaClient,
  until: CivilInstant,
  without: readonly string[],
): Promise<CivilInstant | undefined> {
  const [row] = await prisma.$queryRaw<[{ due: CivilInstant | null }]>`
    SELECT least(
      (SELECT min(next_due) FROM assistance_case
       WHERE ${dueBy(until, without)}),
      (SELECT min(next_due) FROM payment_run
       WHERE ${dueBy(until, without)})) AS due`;
  return row.due ?? undefined;
}

/**
 * Runs of the month that are not drawn up yet, by programme and district: dibao's in every district, those of the other programmes
 * where anybody ever applied for them, so that a training calendar does not stop for dozens of empty runs a month.
 */
export async function missingRuns(
  prisma: PrismaClient,
  month: YearMonth,
): Promise<{ readonly programme: Programme; readonly district: string }[]> {
  return prisma.$queryRaw`
    SELECT programme, code AS district FROM division d CROSS JOIN unnest(${[...programmes]}::text[]) AS programme
    WHERE level = 'district'
      AND (programme = 'dibao' OR EXISTS (
        SELECT FROM assistance_case c WHERE c.district_code = d.code AND c.kind = programme))
      AND NOT EXISTS (
        SELECT FROM payment_run r
        WHERE r.programme = programme AND r.month = ${firstDayOf(month)}::date AND r.district_code = d.code
          AND r.status <> 'drawingUp')
    ORDER BY programme, code`;
}

/** A case as the list of workflows shows it. */
interface ShownCase {
  readonly caseId: string;
  readonly stage: string;
  readonly kind: string;
  readonly town: string;
}

/** Cases with a clock counted in working days that ends in `year` or later. */
export async function casesRestingOn(prisma: PrismaClient, year: number): Promise<ShownCase[]> {
  return prisma.$queryRaw`
    SELECT id AS "caseId", stage, kind, town_code AS town FROM assistance_case
    WHERE next_due IS NOT NULL AND EXISTS (
      SELECT FROM jsonb_array_elements(state->'deadlines') AS clock
      WHERE clock->'limit'->>'unit' = 'workingDay' AND clock->>'lastDay' >= ${`${year}-01-01`})
    ORDER BY id`;
}

/** Up to `limit` cases that are paid, after the id `after`. */
export async function casesInPayment(prisma: PrismaClient, after: string, limit: number): Promise<ShownCase[]> {
  return prisma.$queryRaw`
    SELECT id AS "caseId", stage, kind, town_code AS town FROM assistance_case
    WHERE id > ${after} AND stage IN ('inPayment', 'suspended')
    ORDER BY id LIMIT ${limit}`;
}

/** How the list of workflows shows a case. @throws if there is none */
export async function shownCase(prisma: PrismaClient, caseId: string): Promise<ShownCase> {
  const rows = await prisma.$queryRaw<ShownCase[]>`
    SELECT id AS "caseId", stage, kind, town_code AS town FROM assistance_case WHERE id = ${caseId}`;
  const [row] = rows;
  if (row === undefined) throw new Error(`There is no case ${caseId}.`);
  return row;
}

import { firstDayOf, type YearMonth } from '../../policy/dates.ts';
import { parsePaymentRunId } from '../../contracts/ids.ts';
import type { PrismaClient } from '../client.ts';

export interface RunFilter {
  /** Code prefixes of the divisions the reader covers. */
  readonly divisions: readonly string[];
  readonly programme?: string | undefined;
  readonly month?: YearMonth | undefined;
  readonly district?: string | undefined;
  readonly stage?: string | undefined;
  /** Id of the last run of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Runs of the reader's divisions, the latest month first, within a month by id. */
export function listRuns(prisma: PrismaClient, filter: RunFilter) {
  const { divisions, programme, month, district, stage, after, limit } = filter;
  return prisma.paymentRun.findMany({
    where: {
      OR: divisions.map((prefix) => ({ districtCode: { startsWith: prefix } })),
      ...(programme !== undefined && { programme }),
      ...(month !== undefined && { month: new Date(firstDayOf(month)) }),
      ...(district !== undefined && { districtCode: district }),
      ...(stage !== undefined && { status: stage }),
      ...(after !== undefined && { AND: behind(after) }),
    },
    orderBy: [{ month: 'desc' }, { id: 'asc' }],
    take: limit,
  });
}

/** Runs that the list shows after the run `id`; none after an id that is no run's. */
function behind(id: string) {
  const key = parsePaymentRunId(id);
  if (key === undefined) return { id };
  const month = new Date(firstDayOf(key.month));
  return { OR: [{ month: { lt: month } }, { month, id: { gt: id } }] };
}

/** One run with its steps and what its lines come to by status; null if there is none. */
export async function findRun(prisma: PrismaClient, id: string) {
  const run = await prisma.paymentRun.findUnique({ where: { id }, include: { steps: { orderBy: { no: 'asc' } } } });
  if (run === null) return null;
  const sums = await prisma.paymentLine.groupBy({
    by: ['status'],
    where: { runId: id },
    _count: true,
    _sum: { amountFen: true },
    orderBy: { status: 'asc' },
  });
  const withoutAccount = await prisma.paymentLine.count({ where: { runId: id, status: 'due', accountId: null } });
  const [changed] = await prisma.$queryRaw<[{ lines: number }]>`
    SELECT count(*)::int AS lines FROM payment_line l JOIN assistance_case c ON c.id = l.case_id
    WHERE l.run_id = ${id} AND l.status = 'due' AND c.payee_account_id IS DISTINCT FROM l.account_id
      AND l.account_id IS NOT NULL`;
  const byStatus = sums.map((row) => ({ status: row.status, lines: row._count, totalFen: row._sum.amountFen ?? 0 }));
  return { run, byStatus, withoutAccount, accountChanged: changed.lines };
}

export interface LineFilter {
  readonly runId: string;
  readonly status?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Lines of a run by id, with the last digits of their accounts, and of those their cases have today, and the bank's last word. */
export async function listLines(prisma: PrismaClient, { runId, status, after, limit }: LineFilter) {
  const lines = await prisma.paymentLine.findMany({
    where: { runId, ...(status !== undefined && { status }), ...(after !== undefined && { id: { gt: after } }) },
    include: { attempts: { orderBy: { attempt: 'desc' }, take: 1 } },
    orderBy: { id: 'asc' },
    take: limit,
  });
  const cases = await prisma.assistanceCase.findMany({
    where: { id: { in: lines.map(({ caseId }) => caseId) } },
    select: { id: true, payeeAccountId: true },
  });
  const ofCase = new Map(cases.map((row) => [row.id, row.payeeAccountId]));
  const accounts = await prisma.payeeAccount.findMany({
    where: { id: { in: [...lines.map(({ accountId }) => accountId), ...ofCase.values()].filter((id) => id !== null) } },
    select: { id: true, bank: true, lastFour: true },
  });
  const known = new Map(accounts.map((account) => [account.id, account]));
  return lines.map((line) => {
    const caseAccountId = ofCase.get(line.caseId) ?? null;
    return {
      ...line,
      caseAccountId,
      account: known.get(line.accountId ?? '') ?? null,
      accountNow: known.get(caseAccountId ?? '') ?? null,
    };
  });
}

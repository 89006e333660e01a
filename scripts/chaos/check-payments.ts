import { addToMonth, monthOf, plainDate, type YearMonth } from '../../policy/dates.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import type { Folded } from './check-record.ts';
import { type Figure, figure } from './figures.ts';

/** Fen due for each month up to `last`, as the events of the case say: its grants without the months withheld. */
function entitlements(state: CaseState, last: YearMonth): Map<YearMonth, number> {
  const due = new Map<YearMonth, number>();
  const withheld = (month: YearMonth) => state.withheld.some(({ from, to }) => from <= month && month <= to);
  for (const { from, to, amount } of state.grants)
    for (let month = from; month <= last && (to === undefined || month <= to); month = addToMonth(month, 1))
      if (amount > 0 && !withheld(month)) due.set(month, (due.get(month) ?? 0) + amount);
  return due;
}

/** Whether every month that the record grants was paid, once: money that arrived, less what was reclaimed, against the grants. */
export async function checkPayments(prisma: PrismaClient, folded: Folded, last: YearMonth): Promise<Figure[]> {
  const lines = await prisma.paymentLine.findMany({ include: { attempts: true } });
  const recoveries = await prisma.recovery.findMany();
  const paid = new Map<string, number>();
  const add = (caseId: string, month: Date, fen: number) => {
    const key = `${caseId} ${monthOf(plainDate(month.toISOString().slice(0, 10)))}`;
    paid.set(key, (paid.get(key) ?? 0) + fen);
  };
  const transfers: string[] = [];
  for (const line of lines) {
    const arrived = line.attempts.filter(({ status }) => status === 'settled').length;
    if (arrived > 1) transfers.push(`line ${line.id} of case ${line.caseId} arrived ${arrived} times`);
    add(line.caseId, line.benefitMonth, arrived * line.amountFen);
  }
  for (const { caseId, benefitMonth, amountFen } of recoveries) add(caseId, benefitMonth, -amountFen);

  const missed: string[] = [];
  const twice = [...transfers];
  let months = 0;
  for (const [caseId, state] of folded)
    for (const [month, due] of entitlements(state, last)) {
      months += 1;
      const got = paid.get(`${caseId} ${month}`) ?? 0;
      paid.delete(`${caseId} ${month}`);
      if (got < due) missed.push(`case ${caseId}, ${month}: ${got} of ${due} fen paid`);
      if (got > due) twice.push(`case ${caseId}, ${month}: ${got} fen paid, ${due} due`);
    }
  for (const [key, got] of paid) if (got !== 0) twice.push(`case ${key}: ${got} fen paid, nothing due`);
  const again = lines.filter(({ attempt }) => attempt > 1).length;
  return [
    figure('months due to households', `${months}, in ${lines.length} lines (${again} came back and were paid again)`),
    figure('months missed', missed.length, missed),
    figure('months paid twice or too much', twice.length, twice),
    await settledRuns(prisma),
  ];
}

async function settledRuns(prisma: PrismaClient): Promise<Figure> {
  const runs = await prisma.paymentRun.findMany({ select: { id: true, status: true } });
  const open = runs.filter(({ status }) => status !== 'settled').map(({ id, status }) => `${id} is ${status}`);
  return figure('payment runs settled', `${runs.length - open.length} of ${runs.length}`, open);
}

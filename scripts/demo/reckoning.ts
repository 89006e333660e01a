import { addToMonth, monthsFrom, type YearMonth, yearMonth } from '../../policy/dates.ts';
import { chainHash, genesisHash } from '../../prisma/repositories/case-log.ts';
import type { PaymentLine } from '../walk/payment-walk.ts';
import type { Life } from './life.ts';

/**
 * Months with one amount, as the law gives it: (S - income a head) x 3, with a tenth of S more for the minor, rounded up to
 * the yuan; of the wage, 30 % of S for each month worked is left out as the cost of work. S rises each July, the wage in 2024.
 */
const expected = [
  span('2023-10', '2024-06', 1533, 1045, 24_240),
  span('2024-07', '2024-09', 1720, 1100, 24_240),
  span('2024-10', '2025-06', 1240, 1100, 30_000),
  span('2025-07', '2026-06', 1427, 1155, 30_000),
  span('2026-07', '2026-11', 1631, 1215, 30_000),
];

/** Months from the first to the last with so many yuan, from the standard and the yearly wage. */
function span(from: string, to: string, amount: number, standard: number, wage: number) {
  const sum = `[${standard} - (${wage} - ${standard}×30%×12) ÷ 36] × 3 + ${standard}×10% = ${amount}`;
  return { from: yearMonth(from), to: yearMonth(to), yuan: amount, sum };
}

const months = (from: YearMonth, to: YearMonth): YearMonth[] =>
  Array.from({ length: monthsFrom(from, to) + 1 }, (_, index) => addToMonth(from, index));

/** Prints what was paid and why, and lists everything that differs from what the law says; empty if nothing does. */
export async function reckon(life: Life, print: (line: string) => void): Promise<string[]> {
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };

  const paid = await paidLines(life);
  print('\n月份 months           每月 monthly   月数   合计 sum');
  let total = 0;
  for (const span of expected) {
    const wanted = months(span.from, span.to);
    for (const month of wanted) {
      const lines = paid.filter((line) => line.benefitMonth === month);
      const amounts = lines.map((line) => `${line.amountFen / 100} yuan ${line.status}`).join(', ');
      expect(
        lines.length === 1 && lines[0]?.amountFen === span.yuan * 100 && lines[0].status === 'settled',
        `${month}: expected one line of ${span.yuan} yuan that arrived, found: ${amounts || 'none'}`,
      );
    }
    total += span.yuan * wanted.length;
    print(
      `${span.from} – ${span.to}   ${span.yuan}.00        ${String(wanted.length).padStart(2)}     ${span.yuan * wanted.length}.00`,
    );
    print(`                      ${span.sum}`);
  }
  const arrived = paid.filter((line) => line.status === 'settled').reduce((sum, line) => sum + line.amountFen, 0);
  print(`共发放 paid in all    ${(arrived / 100).toFixed(2)} 元 yuan`);
  expect(arrived === total * 100, `paid ${arrived / 100} yuan in all, expected ${total}`);
  expect(paid.length === 38, `${paid.length} lines, expected 38`);

  const state = await life.case.state();
  expect(state.stage === 'ended', `the case is ${state.stage}, expected ended`);
  expect(state.ended?.reason === 'gradualExitLapsed', `it ended for ${state.ended?.reason ?? 'no reason'}`);
  expect(state.ended?.on === '2026-12-01', `it ended on ${state.ended?.on ?? 'no day'}`);
  const events = await life.case.events();
  expect(events.length === state.seq, `${events.length} events, the state says ${state.seq}`);
  expect(!events.some(({ type }) => type === 'deadlineMissed'), 'a limit was missed');
  const provisional = events.some(({ event }) => event.started?.some((clock) => clock.provisional));
  expect(!provisional, 'a limit rests on a year without a published notice');
  let before = genesisHash;
  for (const { seq, event, hash, prevHash } of events) {
    expect(
      prevHash === before && hash === chainHash(before, life.case.caseId, seq, event),
      `event ${seq}: broken chain`,
    );
    before = hash;
  }
  print(`记录 record            ${events.length} 条，哈希链完整 events, chain of hashes verified`);
  return faults;
}

/** The household's lines of every month from the first to the one after its end. */
async function paidLines(life: Life): Promise<PaymentLine[]> {
  const lines: PaymentLine[] = [];
  for (const month of months(yearMonth('2023-10'), yearMonth('2026-12')))
    lines.push(...(await life.payments.lines(month)).filter((line) => line.caseId === life.case.caseId));
  return lines;
}

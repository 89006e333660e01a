import { type PlainDate, plainDate, type YearMonth, yearMonth } from '../../policy/dates.ts';
import type { PaymentLine, PaymentWalk } from '../walk/payment-walk.ts';
import { mengheTown, staffOf } from '../walk/staff.ts';

/** The months whose runs are paid, each on the third. */
export const paidMonths: readonly YearMonth[] = ['2026-08', '2026-09', '2026-10', '2026-11', '2026-12'].map(yearMonth);

export const payday = (month: YearMonth): PlainDate => plainDate(`${month}-03`);

/** In this month the bank sends every second transfer back once. */
const returning: YearMonth = yearMonth('2026-09');

/** Pays a month: four persons, then the bank in two batches at once; what came back is paid again. */
export async function pay(payments: PaymentWalk, month: YearMonth): Promise<void> {
  // A month in which nothing is due is settled at once.
  if ((await payments.run(month)).stage === 'settled') return;
  const { bank, otherOfficer } = staffOf(mengheTown);
  await payments.send(month);
  const answer = async (lines: readonly PaymentLine[], outcome: 'settled' | 'returned') => {
    if (lines.length === 0) return;
    const results = lines.map(({ id, attempt }) => ({ lineId: id, attempt, outcome }));
    await payments.act(bank, month, { type: 'recordResults', lines: results });
  };
  const sent = (await payments.lines(month)).filter(({ status }) => status === 'sent');
  const second = sent.filter((_, index) => index % 2 === 1);
  await Promise.all([
    answer(second, month === returning ? 'returned' : 'settled'),
    answer(
      sent.filter((line) => !second.includes(line)),
      'settled',
    ),
  ]);
  const held = (await payments.lines(month)).filter(({ status }) => status === 'returned');
  if (held.length === 0) return;
  await payments.act(otherOfficer, month, { type: 'repay', lineIds: held.map(({ id }) => id) });
  await payments.settle(month);
}

import { addDays, type PlainDate } from '../../policy/dates.ts';
import type { CaseWalk } from '../walk/case-walk.ts';
import type { PaymentWalk } from '../walk/payment-walk.ts';
import { dayOf, firstDay, lastDay, type Life, lives } from './lives.ts';
import { paidMonths, pay, payday } from './payroll.ts';

/** Applications are filed over so many days. */
const INTAKE_DAYS = 4;

type Work = () => Promise<unknown>;

/** What is to be done on each day: for every case (and for the payment run) its own works, in order. */
export function makeAgenda(
  walks: readonly CaseWalk[],
  payments: PaymentWalk,
  broken: string[],
): Map<PlainDate, Work[][]> {
  const agenda = new Map<PlainDate, Work[][]>([[lastDay, []]]);
  const enter = (day: PlainDate, works: Work[]) => agenda.set(day, [...(agenda.get(day) ?? []), works]);
  const names = Object.keys(lives) as (keyof typeof lives)[];
  for (const [index, walk] of walks.entries()) {
    const name = names[index % names.length] ?? 'gradual exit';
    const life: Life = lives[name];
    const began = addDays(firstDay, index % INTAKE_DAYS);
    let failed = false;
    for (const [day, acts] of life) {
      const today = dayOf(day, began);
      const works = acts.map((act, at) => async () => {
        // What comes after a step that failed would only fail too.
        if (failed) return;
        try {
          await act(walk, today, index);
        } catch (error) {
          failed = true;
          broken.push(`case ${walk.caseId} (${name}), ${today}, act ${at + 1}: ${faultOf(error)}`);
        }
      });
      enter(today, works);
    }
  }
  for (const month of paidMonths)
    enter(payday(month), [
      () =>
        pay(payments, month).catch((error: unknown) => {
          broken.push(`payment run of ${month}: ${faultOf(error)}`);
        }),
    ]);
  return agenda;
}

export const faultOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

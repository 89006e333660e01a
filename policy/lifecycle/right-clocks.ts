import { addDays, addMonths, firstDayOf, nextMonth, type PlainDate } from '../dates.ts';
import type { Assessment } from '../assessment/assessment.ts';
import type { HouseholdFacts } from '../eligibility/facts.ts';
import { standingLimits } from '../procedures/limits.ts';
import { isEpidemic } from '../procedures/procedure-for.ts';
import { valueOn } from '../parameters/snapshot.ts';
import { birthdayClocks } from './birthdays.ts';
import type { RecheckClass } from './commands.ts';
import type { Context } from './context.ts';
import { type Deadline, startClock, strikeOn } from './deadlines.ts';
import { procedureToday } from './proceedings.ts';
import { standardClock } from './standard-clock.ts';
import type { GrantSpan } from './state.ts';

/** Clocks of a right that goes on: its next recheck, birthdays of those it is for, a new standard. */
export const ongoingClocks = (context: Context, facts: HouseholdFacts, recheckClass: RecheckClass): Deadline[] => [
  ...recheckClock(context, recheckClass),
  ...birthdayClocks(context, facts),
  ...standardClock(context),
];

/** The next recheck, one period after a decision of today, by today's rule for the kind and class (policy.md §6). */
function recheckClock(context: Context, recheckClass: RecheckClass): Deadline[] {
  const { state, law, today } = context;
  const { recheck } = procedureToday(context);
  if (recheck === undefined) return [];
  const byClass = {
    A: 'recheck.classA',
    B: 'recheck.classB',
    C: state.application.roll === 'urban' ? 'recheck.classCUrban' : 'recheck.classCRural',
  } as const;
  const period = valueOn(law.parameters, recheck === 'byClass' ? byClass[recheckClass] : recheck, today);
  const longer = isEpidemic(today, law.parameters)
    ? valueOn(law.parameters, 'recheck.epidemicExtension', today).value
    : 0;
  return [strikeOn('recheck', addMonths(today, period.value + longer), period.source)];
}

/** The day a right ends by itself: after the last day the assessment names, or after the month of a payment made once. */
export function endClocks({ state, today }: Context, { validTo }: Assessment, paid: GrantSpan | undefined): Deadline[] {
  const { procedure } = state;
  if (procedure?.term === 'limited' && validTo !== undefined)
    return [strikeOn('rightEnd', addDays(validTo, 1), 'R24 §10')];
  if (procedure?.term !== 'once' || procedure.papersAfterPayment) return [];
  return [paidOut(paid, today)];
}

/** Paid once and nothing left to do: over with the month of the payment, tomorrow at the earliest. */
export function paidOut(paid: GrantSpan | undefined, today: PlainDate): Deadline {
  const after = paid && firstDayOf(nextMonth(paid.to ?? paid.from));
  return strikeOn('rightEnd', after !== undefined && after > today ? after : addDays(today, 1), 'T23');
}

/** What was paid at once has its papers by then [T23 二(二)]. */
export const papersClock = ({ state, law, today }: Context): Deadline[] =>
  state.procedure?.papersAfterPayment && state.procedure.limits.papers
    ? [startClock(law, 'papersDue', today, state.procedure.limits.papers)]
    : [];

/** Publication 公布 follows the decision [D57 §24]. */
export const publicationClock = ({ state, law, today }: Context): Deadline[] =>
  state.procedure?.publication ? [startClock(law, 'publication', today, standingLimits.publication)] : [];

import type { Assessment } from '../assessment/assessment.ts';
import { kinds } from '../kinds.ts';
import { MissingFacts } from '../eligibility/missing-facts.ts';
import { assessed } from './assessed.ts';
import { deciderOf } from './decider.ts';
import { firstDayOf, monthOf, type PlainDate, plainDate, type YearMonth } from '../dates.ts';
import { contradictionsIn } from '../eligibility/contradictions.ts';
import { formatYuan } from '../money.ts';
import { valueOn } from '../parameters/snapshot.ts';
import { entitlementIn } from './adjustment.ts';
import type { Context } from './context.ts';
import { type Deadline, strikeOn } from './deadlines.ts';
import { happened } from './context.ts';
import { made } from './decide-confirmation.ts';
import { noticeClock } from './decide-intake.ts';
import type { CaseEvent } from './events.ts';
import { openProceeding } from './proceedings.ts';
import { standardClock, standardDays } from './standard-clock.ts';
import type { CaseState, Decision } from './state.ts';

/**
 * A new standard: the household is computed anew at it, from the benefit month it begins in [WP20 一1; policy.md §3.8]. Only what
 * rises is given here; what would fall opens a proceeding, and a household in which somebody has died waits for its own. The clock of a standard
 * published after its first day names that day in `of`: what has been paid since is made up for.
 */
export function applyStandard(context: Context, { of }: Pick<Deadline, 'of'>): readonly CaseEvent[] {
  const { state, law, today } = context;
  const month = firstMonth(state, of === '' ? today : plainDate(of));
  const standard = valueOn(law.parameters, 'dibao.standard', firstDayOf(month));
  const clocks = { stopped: [{ name: 'standard' as const }], started: standardClock(context) };
  const raised = raise(context, month);
  if (raised === undefined) {
    const applied = happened(context, 'standardApplied', { standard: standard.value }, clocks);
    return falls(context, month) ? [applied, ...openProceeding(context, { kind: 'other', on: today })] : [applied];
  }
  const ground =
    raised.assessment.parts === undefined
      ? `低保标准自${month}起为每人每月${formatYuan(raised.standard)}元，按新标准重新核算。`
      : `${kinds[state.kind].zh}标准自${month}起调整，按新标准重新核算。`;
  const decision: Decision = {
    ...made(context, 'increase', ground, raised.assessment),
    level: deciderOf(state),
    from: month,
    amount: raised.assessment.amount,
  };
  return [
    happened(
      context,
      'standardApplied',
      { standard: standard.value, decision },
      {
        stopped: clocks.stopped,
        started: [...clocks.started, noticeClock(context)],
        grants: [{ from: month, amount: decision.amount, decision: decision.no }],
        documents: [{ kind: 'increaseNotice' }],
      },
    ),
  ];
}

/** The month the standard begins in, or the first of the amount decided last: what was decided for months before stands. */
function firstMonth({ grants }: CaseState, from: PlainDate): YearMonth {
  const last = grants.at(-1)?.from;
  return last !== undefined && last > monthOf(from) ? last : monthOf(from);
}

/**
 * The clock that a law loaded anew leads to, where it knows a standard the case does not: one that began already and gives more, struck
 * at once, else the next to begin. None in gradual exit, where the old amount goes on.
 */
export function clocksOfNewLaw(context: Context): Deadline[] {
  const { state, today } = context;
  if (state.stage !== 'inPayment' && state.stage !== 'suspended') return [];
  const begun = standardDays(context).findLast(({ from }) => from <= today);
  if (begun !== undefined && raise(context, firstMonth(state, begun.from)) !== undefined)
    return [strikeOn('standard', today, begun.source, begun.from)];
  return standardClock(context).filter(
    ({ due }) => !state.deadlines.some((clock) => clock.name === 'standard' && clock.due <= due),
  );
}

/** The amount at the new standard, where the facts known still give a right and nobody's death is being decided on. */
function anew(context: Context, month: YearMonth): Assessment | undefined {
  const { state, today } = context;
  const died = state.proceeding?.reasons.some((reason) => reason.kind === 'memberDied') === true;
  if (died || contradictionsIn(state.facts, today).length > 0) return undefined;
  const assessment = assessedOrNone(context, month);
  return assessment?.eligible === true ? assessment : undefined;
}

function raise(context: Context, month: YearMonth) {
  const assessment = anew(context, month);
  const rises = assessment !== undefined && assessment.amount > entitlementIn(context.state.grants, month);
  return rises ? { assessment, standard: assessment.standard } : undefined;
}

/** A child's allowance falls when dibao rises; it is lowered by a decision, after the recipient was heard. */
function falls(context: Context, month: YearMonth): boolean {
  const { state } = context;
  const assessment = state.proceeding === undefined ? anew(context, month) : undefined;
  return assessment !== undefined && assessment.amount < entitlementIn(state.grants, month);
}

/** A fact that an older decision did not ask for: the amount stays until somebody decides with it. */
function assessedOrNone(context: Context, month: YearMonth) {
  try {
    return assessed(context, context.state.facts, { assessedOn: context.today, benefitMonth: month });
  } catch (error) {
    if (error instanceof MissingFacts) return undefined;
    throw error;
  }
}

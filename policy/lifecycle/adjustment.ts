import type { DibaoAssessment } from '../amounts/dibao.ts';
import { remainderAfterDeath } from '../amounts/dibao.ts';
import type { PlainDate, YearMonth } from '../dates.ts';
import { monthOf, nextMonth } from '../dates.ts';
import { mayGradualExit } from '../eligibility/gradual-exit.ts';
import type { Fen } from '../money.ts';
import { viewsHeardFrom } from '../procedures/regimes.ts';
import type { Outcome } from './commands.ts';
import type { Context } from './context.ts';
import type { CaseState, GrantSpan, Proceeding } from './state.ts';

/** Fen a month that the case is entitled to in `month`; 0 where no span covers it. */
export const entitlementIn = (grants: readonly GrantSpan[], month: YearMonth): Fen | 0 =>
  grants.find((span) => span.from <= month && (span.to === undefined || span.to >= month))?.amount ?? 0;

const endings = ['movedOut', 'custody', 'ownWish'] as const;

/** Results 增发、减发、停发、渐退、不变 that the facts allow [D57 §§31–33]; the clerk proposes one of them. */
export function allowedOutcomes(
  context: Context,
  proceeding: Proceeding,
  assessment: DibaoAssessment,
  changedSince: boolean,
): readonly Outcome[] {
  const current = entitlementIn(context.state.grants, nextMonth(monthOf(context.today)));
  if (assessment.eligible) {
    const byAmount = assessment.amount > current ? 'increase' : assessment.amount < current ? 'reduce' : 'unchanged';
    // No clear change at the recheck: the amount stays [D57 §31].
    const stays: readonly Outcome[] = changedSince ? [] : ['unchanged'];
    const leaves: readonly Outcome[] = proceeding.reasons.some((reason) => endings.some((end) => end === reason.kind))
      ? ['stop']
      : [];
    return [...new Set<Outcome>([byAmount, ...stays, ...leaves])];
  }
  const tookUpWork = proceeding.reasons.some((reason) => reason.kind === 'tookUpWork');
  const exit = mayGradualExit(assessment, { tookUpWork }, context.today, context.law.parameters);
  return exit.allowed ? ['stop', 'gradualExit'] : ['stop'];
}

/** Whether the recipient has to be heard before `outcome` is decided today [L26 §48]. */
export const viewsDue = (state: CaseState, proceeding: Proceeding, outcome: Outcome, today: PlainDate): boolean =>
  today >= viewsHeardFrom &&
  (outcome === 'reduce' || outcome === 'stop' || outcome === 'gradualExit') &&
  !proceeding.reasons.some((reason) => reason.kind === 'ownWish') &&
  !soleRecipientDied(state, proceeding);

export const soleRecipientDied = (state: CaseState, proceeding: Proceeding): boolean => {
  const died = proceeding.reasons.filter((reason) => reason.kind === 'memberDied').map((reason) => reason.personId);
  return died.length > 0 && state.facts.members.every((member) => died.includes(member.personId));
};

/**
 * The right to payments after an increase or a reduction to `amount`, decided today: from next month; after a death the
 * dead person's share stops from the month after it, the survivors' increase over the rest counts from then, a decrease
 * only from the month after the decision (policy.md §6, W16).
 */
export function spansAfter(
  context: Context,
  proceeding: Proceeding,
  amount: Fen,
  decision: number,
): readonly GrantSpan[] {
  const { state, today } = context;
  const from = nextMonth(monthOf(today));
  const end = state.stage === 'gradualExit' ? state.grants.at(-1)?.to : undefined;
  const span = (first: YearMonth, value: Fen, to = end): GrantSpan => ({
    from: first,
    amount: value,
    decision,
    ...(to !== undefined && { to }),
  });
  const death = proceeding.reasons.find((reason) => reason.kind === 'memberDied');
  if (!death?.personId || !state.assessment) return [span(from, amount)];
  const afterDeath = nextMonth(monthOf(death.on));
  if (afterDeath >= from) return [span(from, amount)];
  const rest = remainderAfterDeath(state.assessment, death.personId);
  return amount >= rest ? [span(afterDeath, amount)] : [span(afterDeath, rest, monthOf(today)), span(from, amount)];
}

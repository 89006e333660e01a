import type { Assessment } from '../assessment/assessment.ts';
import type { PlainDate, YearMonth } from '../dates.ts';
import { monthOf, nextMonth } from '../dates.ts';
import { mayGradualExit } from '../eligibility/gradual-exit.ts';
import { type Fen, fen } from '../money.ts';
import { viewsHeardFrom } from '../procedures/regimes.ts';
import type { CommandOf, Outcome } from './commands.ts';
import type { Context } from './context.ts';
import { restsAfterDeaths } from './deaths.ts';
import { recipientsOf } from './recipients.ts';
import { refusal } from './refusals.ts';
import type { CaseState, GrantSpan, Proceeding } from './state.ts';

/** Fen a month that the case is entitled to in `month`; 0 where no span covers it. */
export const entitlementIn = (grants: readonly GrantSpan[], month: YearMonth): Fen | 0 =>
  grants.find((span) => span.from <= month && (span.to === undefined || span.to >= month))?.amount ?? 0;

/** Changes that end the right by themselves, whatever the means are; the recipient's own wish first, since nobody is heard on it. */
export const endingChanges = ['ownWish', 'movedOut', 'custody'] as const;

type Said = Pick<CommandOf<'proposeAdjustment'>, 'changedSince' | 'withinPovertyAlleviation'>;

/** Results 增发、减发、停发、渐退、不变 that the facts allow [D57 §§31–33]; the clerk proposes one of them. */
export function allowedOutcomes(
  context: Context,
  proceeding: Proceeding,
  assessment: Assessment,
  said: Said,
): readonly Outcome[] {
  const { state } = context;
  if (soleRecipientDied(state, proceeding)) return ['stop'];
  // Held as long as the law allows, a payment is released or the right stopped (policy.md §6).
  const heldTooLong = state.deadlines.some((clock) => clock.name === 'suspension' && clock.level > 0);
  const leaves = heldTooLong || hasLeft(proceeding);
  const outcomes = assessment.eligible
    ? whileEligible(context, proceeding, assessment, said)
    : noLongerEligible(context, proceeding, assessment, said);
  return [...new Set<Outcome>([...outcomes, ...(leaves ? (['stop'] as const) : [])])];
}

const hasLeft = (proceeding: Proceeding): boolean =>
  proceeding.reasons.some((reason) => endingChanges.some((change) => change === reason.kind));

function whileEligible(
  { state, today }: Context,
  proceeding: Proceeding,
  assessment: Assessment,
  { changedSince }: Said,
): readonly Outcome[] {
  const current = entitlementIn(state.grants, nextMonth(monthOf(today)));
  const byAmount = assessment.amount > current ? 'increase' : assessment.amount < current ? 'reduce' : 'unchanged';
  // No clear change at the recheck: the amount stays [D57 §31]. A death is a change, so is a right regained in gradual exit.
  const stays = !changedSince && !hasDeath(proceeding) && state.stage !== 'gradualExit';
  return stays ? [byAmount, 'unchanged'] : [byAmount];
}

function noLongerEligible(
  { state, today, law }: Context,
  proceeding: Proceeding,
  assessment: Assessment,
  said: Said,
): readonly Outcome[] {
  if (state.stage === 'gradualExit') {
    // It goes on to its end, less the share of who died, unless a decision ends it earlier.
    const rest = restsAfterDeaths(state, proceeding).at(-1)?.amount;
    const lessens = rest !== undefined && rest < entitlementIn(state.grants, nextMonth(monthOf(today)));
    return [lessens ? 'reduce' : 'unchanged', 'stop'];
  }
  // Payments held are released first: a gradual exit pays on.
  if (state.suspension) return ['stop'];
  // Who has moved away, is in custody or wishes no more does not go on being paid for a while [policy.md §6].
  const exit =
    !hasLeft(proceeding) && proceeding.procedure.gradualExit && exitFor(proceeding, assessment, said, law).allowed;
  return exit ? ['stop', 'gradualExit'] : ['stop'];
}

/** Whether and how long a gradual exit may be granted: by the law of the day the proceeding opened (R-REG). */
export const exitFor = (
  proceeding: Proceeding,
  assessment: Assessment,
  { withinPovertyAlleviation }: Pick<Said, 'withinPovertyAlleviation'>,
  law: Context['law'],
) =>
  mayGradualExit(
    assessment,
    {
      tookUpWork: proceeding.reasons.some((reason) => reason.kind === 'tookUpWork'),
      ...(withinPovertyAlleviation !== undefined && { withinPovertyAlleviation }),
    },
    proceeding.openedOn,
    law.parameters,
  );

/** Whether the recipient has to be heard before `outcome` is decided today [L26 §48]. */
export const viewsDue = (state: CaseState, proceeding: Proceeding, outcome: Outcome, today: PlainDate): boolean =>
  today >= viewsHeardFrom &&
  (outcome === 'reduce' || outcome === 'stop' || outcome === 'gradualExit') &&
  !(outcome === 'stop' && proceeding.reasons.some((reason) => reason.kind === 'ownWish')) &&
  !soleRecipientDied(state, proceeding);

/** Before a reduction, a stop or a gradual exit the recipient is heard [L26 §48]. */
export const viewsNotHeard = () =>
  refusal(
    'views-not-heard',
    '作出调减、终止决定前应当听取救助对象意见。',
    'Hear the recipient before reducing or ending [L26 §48]: serve the notice, then record the views or the silence.',
  );

/**
 * Fen a month from next month on, if a proceeding comes to `outcome` today: the old amount goes on in a gradual exit, less the share
 * of who died meanwhile; without a right only that share falls away.
 */
export function amountAfter(outcome: Outcome, state: CaseState, today: PlainDate, assessment: Assessment): Fen {
  const { grants, proceeding } = state;
  const current = fen(entitlementIn(grants, nextMonth(monthOf(today))));
  const rest = proceeding && restsAfterDeaths(state, proceeding).at(-1)?.amount;
  switch (outcome) {
    case 'unchanged':
      return current;
    case 'increase':
    case 'reduce':
      return assessment.eligible ? assessment.amount : (rest ?? assessment.amount);
    case 'gradualExit':
      return rest ?? current;
    case 'stop':
      return fen(0);
  }
}

/** Whether what is paid has changed since the proposal, by a new standard or a correction, so that it would not do what it says. */
export function isOutdated(
  state: CaseState,
  { outcome, assessment }: { readonly outcome: Outcome; readonly assessment: Assessment },
  today: PlainDate,
): boolean {
  const change =
    amountAfter(outcome, state, today, assessment) - entitlementIn(state.grants, nextMonth(monthOf(today)));
  return (outcome === 'increase' && change <= 0) || (outcome === 'reduce' && change >= 0);
}

const hasDeath = (proceeding: Proceeding): boolean => proceeding.reasons.some((reason) => reason.kind === 'memberDied');

/** Whether nobody is left whom the right is for. */
export const soleRecipientDied = (state: CaseState, proceeding: Pick<Proceeding, 'reasons'>): boolean => {
  const died = proceeding.reasons.filter((reason) => reason.kind === 'memberDied').map((reason) => reason.personId);
  return died.length > 0 && recipientsOf(state).every((personId) => died.includes(personId));
};

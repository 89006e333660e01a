import { monthOf } from '../dates.ts';
import type { ConditionId } from '../eligibility/condition-facts.ts';
import { nextKindsAfter } from './next-kinds.ts';
import { endingChanges, soleRecipientDied } from './adjustment.ts';
import { takeDown } from './postings.ts';
import type { EndReason } from './commands.ts';
import type { Context } from './context.ts';
import { happened } from './context.ts';
import { everyClock, noticeClock } from './decide-intake.ts';
import type { CaseEvent } from './events.ts';
import type { CaseState, Decision, GrantSpan, Proceeding } from './state.ts';

/**
 * The end of a right, by `decision` with the `grants` it leaves, or by the correction put on record just before: what hangs comes
 * down, and a suspension still open is closed without arrears.
 */
export function ended(
  context: Context,
  reason: EndReason,
  ground: string,
  { decision, grants }: { readonly decision?: Decision; readonly grants?: readonly GrantSpan[] } = {},
): readonly CaseEvent[] {
  const { state } = context;
  const facts = state.proceeding?.proposal?.facts ?? state.facts;
  const nextKinds = nextKindsAfter(context, facts);
  return [
    ...takeDown(context),
    ...(state.suspension ? [released(context, false, ground, {})] : []),
    happened(
      context,
      'caseEnded',
      { reason, ...(decision && { decision: { ...decision, nextKinds } }), nextKinds },
      {
        stage: 'ended',
        stopped: everyClock(state),
        started: [noticeClock(context)],
        ...(grants && { grants }),
        documents: [{ kind: 'stopNotice' }],
      },
    ),
  ];
}

/** The end of a suspension: without arrears the months held are never paid. */
export function released(
  context: Context,
  arrears: boolean,
  ground: string,
  entry: Pick<CaseEvent, 'stage'>,
): CaseEvent<'paymentReleased'> {
  const month = monthOf(context.today);
  const heldFrom = context.state.suspension?.from ?? month;
  return happened(
    context,
    'paymentReleased',
    { arrears, ground, heldFrom, heldTo: month },
    { ...entry, stopped: [{ name: 'suspension' }] },
  );
}

/** What a condition that fails says of the end, the weightiest first (policy.md §§3.3, 6). */
const reasonsByCondition: readonly (readonly [EndReason, readonly ConditionId[]])[] = [
  [
    'propertyAboveLimit',
    ['financialAssetsWithinLimit', 'ownFinancialAssetsWithinLimit', 'noVehicle', 'oneHomeAtMost', 'noShop'],
  ],
  [
    'incomeAboveStandard',
    ['incomeBelowStandard', 'ownIncomeBelowStandard', 'incomeBelowEdge', 'incomeBelowDisposable'],
  ],
  ['custody', ['neitherInPrisonNorMissing']],
  ['ageReached', ['ageUnderEighteen', 'staysOnTekun']],
  ['abilityRegained', ['ageSixtyOrMore', 'ageUnderSixteen', 'disabledAsListed']],
  ['supporterAble', ['ableSupporters']],
  ['parentsCare', ['parentLost', 'parentUnableToCare', 'parentAwayMonths', 'parentDisabilityGrade']],
];

/** Why a proceeding ends the right, for statistics and the notice. */
export function endReason(state: CaseState, proceeding: Proceeding): EndReason {
  // Of whatever else was reported: nobody is heard about the dead.
  if (soleRecipientDied(state, proceeding)) return 'memberDied';
  const kinds = proceeding.reasons.map((reason) => reason.kind);
  const left = endingChanges.find((change) => kinds.includes(change));
  if (left) return left;
  const assessment = proceeding.proposal?.assessment;
  if (assessment?.eligible === true && state.suspension) return state.suspension.ground;
  const failed = assessment?.conditions.filter(({ met }) => !met).map(({ id }) => id) ?? [];
  const found = reasonsByCondition.find(([, ids]) => ids.some((id) => failed.includes(id)));
  return found?.[0] ?? 'conditionsNoLongerMet';
}

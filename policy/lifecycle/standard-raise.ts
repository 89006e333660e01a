import { kinds } from '../kinds.ts';
import { MissingFacts } from '../eligibility/missing-facts.ts';
import { assessed } from './assessed.ts';
import { deciderOf } from './decider.ts';
import { type PlainDate, monthOf } from '../dates.ts';
import { contradictionsIn } from '../eligibility/contradictions.ts';
import { formatYuan } from '../money.ts';
import { valueOn } from '../parameters/snapshot.ts';
import { entitlementIn } from './adjustment.ts';
import type { Context } from './context.ts';
import { happened } from './context.ts';
import { made } from './decide-confirmation.ts';
import { noticeClock } from './decide-intake.ts';
import type { CaseEvent } from './events.ts';
import { standardClock } from './standard-clock.ts';
import type { Decision } from './state.ts';

/**
 * A new standard: the household is computed anew at it, from the benefit month it begins in [WP20 一1; policy.md §3.8]. Only what
 * rises is given here; anything else, and a household in which somebody has died, waits for its own decision.
 */
export function applyStandard(context: Context): readonly CaseEvent[] {
  const { state, law, today } = context;
  const standard = valueOn(law.parameters, 'dibao.standard', today);
  const clocks = { stopped: [{ name: 'standard' as const }], started: standardClock(context) };
  const raised = raise(context, today);
  if (raised === undefined) return [happened(context, 'standardApplied', { standard: standard.value }, clocks)];
  const ground =
    raised.assessment.parts === undefined
      ? `低保标准自${today.slice(0, 7)}起为每人每月${formatYuan(raised.standard)}元，按新标准重新核算。`
      : `${kinds[state.kind].zh}标准自${today.slice(0, 7)}起调整，按新标准重新核算。`;
  const decision: Decision = {
    ...made(context, 'increase', ground, raised.assessment),
    level: deciderOf(state),
    from: monthOf(today),
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
        grants: [{ from: monthOf(today), amount: decision.amount, decision: decision.no }],
        documents: [{ kind: 'increaseNotice' }],
      },
    ),
  ];
}

function raise(context: Context, today: PlainDate) {
  const { state } = context;
  const died = state.proceeding?.reasons.some((reason) => reason.kind === 'memberDied') === true;
  if (died || contradictionsIn(state.facts, today).length > 0) return undefined;
  const assessment = assessedOrNone(context, today);
  if (assessment === undefined) return undefined;
  const rises = assessment.eligible && assessment.amount > entitlementIn(state.grants, monthOf(today));
  return rises ? { assessment, standard: assessment.standard } : undefined;
}

/** A fact that an older decision did not ask for: the amount stays until somebody decides with it. */
function assessedOrNone(context: Context, today: PlainDate) {
  try {
    return assessed(context, context.state.facts, { assessedOn: today, benefitMonth: monthOf(today) });
  } catch (error) {
    if (error instanceof MissingFacts) return undefined;
    throw error;
  }
}

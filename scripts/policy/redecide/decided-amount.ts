import type { Assessment } from '../../../policy/assessment/assessment.ts';
import { monthOf, nextMonth } from '../../../policy/dates.ts';
import { entitlementIn } from '../../../policy/lifecycle/adjustment.ts';
import { restsAfterDeaths } from '../../../policy/lifecycle/deaths.ts';
import type { CaseEvent } from '../../../policy/lifecycle/events.ts';
import type { CaseState, Decision } from '../../../policy/lifecycle/state.ts';
import { type FieldDifference, differencesBetween } from './differences.ts';

/**
 * What a decision must have granted, in fen, given what its assessment comes to when computed again; undefined where a ruling or
 * the authority itself set it.
 */
function amountDue(before: CaseState, decision: Decision, computed: Assessment | undefined): number | undefined {
  const rest = before.proceeding && restsAfterDeaths(before, before.proceeding).at(-1)?.amount;
  const current = entitlementIn(before.grants, nextMonth(monthOf(decision.decidedOn)));
  switch (decision.kind) {
    case 'confirmed':
      return computed?.amount;
    case 'increase':
    case 'reduce':
      return computed?.eligible === false ? (rest ?? computed.amount) : computed?.amount;
    case 'unchanged':
      return current;
    case 'gradualExit':
      // The old amount goes on, less the share of who died meanwhile.
      return rest ?? current;
    case 'refused':
    case 'stop':
    case 'ended':
      return 0;
    case 'corrected':
      return undefined;
  }
}

/** Whether the decision follows from its assessment computed again: right, amount, and the months granted. */
export function decisionDifferences(
  before: CaseState,
  event: CaseEvent,
  decision: Decision,
  computed: Assessment | undefined,
): FieldDifference[] {
  const due = amountDue(before, decision, computed);
  const granted = event.grants?.at(-1)?.amount;
  return [
    ...(decision.kind === 'confirmed' && computed?.eligible === false
      ? [{ field: 'decision.kind', stored: decision.kind, computed: 'refused' }]
      : []),
    ...(due === undefined ? [] : differencesBetween(decision.amount, due, 'decision.amount')),
    ...(granted === undefined ? [] : differencesBetween(granted, due ?? decision.amount, 'grants.amount')),
  ];
}

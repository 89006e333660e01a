import type { Assessment } from '../../../policy/assessment/assessment.ts';
import { amountAfter } from '../../../policy/lifecycle/adjustment.ts';
import type { CaseEvent } from '../../../policy/lifecycle/events.ts';
import type { CaseState, Decision } from '../../../policy/lifecycle/state.ts';
import { type FieldDifference, differencesBetween } from './differences.ts';

/**
 * What a decision must have granted, in fen, given what its assessment comes to when computed again; undefined where a ruling or
 * the authority itself set it.
 */
function amountDue(before: CaseState, decision: Decision, computed: Assessment | undefined): number | undefined {
  switch (decision.kind) {
    case 'confirmed':
      return computed?.amount;
    case 'refused':
    case 'ended':
      return 0;
    case 'corrected':
      return undefined;
    default:
      return computed && amountAfter(decision.kind, before, decision.decidedOn, computed);
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

import type { KindFound } from '../classification/classification.ts';
import { nextKinds } from '../classification/next-kinds.ts';
import { monthOf, nextMonth } from '../dates.ts';
import { contradictionsIn } from '../eligibility/contradictions.ts';
import type { HouseholdFacts } from '../eligibility/facts.ts';
import type { Context } from './context.ts';

const openToAll: readonly KindFound[] = [{ kind: 'temporaryAssistance' }];

/**
 * Kinds of help to look at once this one is refused or over, so that nobody leaves the window without them [D43 §27; policy.md §8].
 * Facts that no longer fit together (a child has grown up meanwhile) say nothing: then only what stays open to all.
 */
export function nextKindsAfter({ state, law, today }: Context, facts: HouseholdFacts): readonly KindFound[] {
  if (contradictionsIn(facts, today).length > 0) return openToAll.filter(({ kind }) => kind !== state.kind);
  const on = { assessedOn: today, benefitMonth: nextMonth(monthOf(today)) };
  return nextKinds(facts, on, law.parameters, state.kind, state.subject);
}

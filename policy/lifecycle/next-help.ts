import type { KindFound } from '../classification/classification.ts';
import { nextKinds } from '../classification/next-kinds.ts';
import { monthOf, nextMonth } from '../dates.ts';
import type { HouseholdFacts } from '../eligibility/facts.ts';
import type { Context } from './context.ts';

/** Kinds of help to look at once this one is refused or over, so that nobody leaves the window without them [D43 §27; policy.md §8]. */
export const nextKindsAfter = ({ state, law, today }: Context, facts: HouseholdFacts): readonly KindFound[] =>
  nextKinds(
    facts,
    { assessedOn: today, benefitMonth: nextMonth(monthOf(today)) },
    law.parameters,
    state.kind,
    state.subject,
  );

import { assess } from '../assessment/assess.ts';
import type { Assessment, AssessmentDates } from '../assessment/assessment.ts';
import type { HouseholdFacts } from '../eligibility/facts.ts';
import type { Context } from './context.ts';

/** Right and amount of what this case is about, by the law it carries (throws as `assess`). */
export const assessed = ({ state, law }: Context, facts: HouseholdFacts, on: AssessmentDates): Assessment =>
  assess(state.kind, facts, on, law.parameters, state.subject);

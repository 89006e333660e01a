import type { AssessmentDates } from '../assessment/assessment.ts';
import type { HouseholdFacts } from '../eligibility/facts.ts';
import type { ParameterSnapshot } from '../parameters/snapshot.ts';
import type { Classification } from './classification.ts';
import { lookThrough } from './look-through.ts';
import { referralsFor } from './referrals.ts';

/**
 * One application looked through for every kind of help (policy R-CLS), with the departments to be asked. A kind that cannot be judged
 * yet, for want of facts or of a published figure, does not stop the others: it is in `undetermined` with what is missing.
 * Throws InconsistentFacts, naming every contradiction, RangeError for a day before the first dibao standard known.
 */
export function classify(facts: HouseholdFacts, on: AssessmentDates, snapshot: ParameterSnapshot): Classification {
  const { kinds, assessments, undetermined } = lookThrough(facts, on, snapshot);
  return {
    kinds,
    assessments,
    undetermined,
    referrals: referralsFor(facts, on.regimeOn ?? on.assessedOn),
    parameterVersion: snapshot.version,
  };
}

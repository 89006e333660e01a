import type { Condition } from '../eligibility/condition.ts';
import type { HouseholdFacts } from '../eligibility/facts.ts';
import { householdMeans } from '../eligibility/household-means.ts';
import { standardOfMonth } from '../eligibility/income.ts';
import { propertyDoubts } from '../eligibility/property.ts';
import type { Kind } from '../kinds.ts';
import { fen } from '../money.ts';
import type { ParameterSnapshot } from '../parameters/snapshot.ts';
import type { Assessment, AssessmentDates } from './assessment.ts';

/** The assessment of a kind given by household, without any money yet: a right if every condition is met. */
export function householdAssessment(
  kind: Kind,
  facts: HouseholdFacts,
  on: AssessmentDates,
  snapshot: ParameterSnapshot,
  conditions: readonly Condition[],
): Assessment {
  const { members, annualIncome, incomeParts, perCapitaMonthly } = householdMeans(facts, on, snapshot);
  return {
    kind,
    on,
    eligible: conditions.every(({ met }) => met),
    conditions,
    countedMembers: members.map(({ personId }) => personId),
    annualIncome,
    incomeParts,
    perCapitaMonthly,
    standard: standardOfMonth(snapshot, on.benefitMonth),
    amount: fen(0),
    shares: [],
    parameterVersion: snapshot.version,
    doubts: propertyDoubts(facts, members),
  };
}

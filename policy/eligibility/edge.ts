import type { PlainDate } from '../dates.ts';
import { ratio } from '../money.ts';
import type { ParameterSnapshot } from '../parameters/snapshot.ts';
import type { Condition } from './condition.ts';
import { assertConsistent } from './contradictions.ts';
import type { HouseholdFacts } from './facts.ts';
import { countedMembers } from './household.ts';
import { incomeBelowEdge, membersCounted } from './income-test.ts';
import { annualIncome } from './income.ts';
import { propertyConditions } from './property.ts';

/**
 * Whether a household that is not on dibao would be a marginal one 低保边缘家庭 (policy R-CLS (b); 民发〔2021〕57号 §8):
 * names the next kind of help in a refusal. Throws InconsistentFacts.
 */
export function edgeEligible(
  facts: HouseholdFacts,
  on: { readonly assessedOn: PlainDate; readonly regimeOn?: PlainDate },
  snapshot: ParameterSnapshot,
): { readonly eligible: boolean; readonly conditions: readonly Condition[] } {
  const { assessedOn, regimeOn = assessedOn } = on;
  assertConsistent(facts, assessedOn);
  const members = countedMembers(facts, assessedOn, regimeOn, snapshot);
  const perCapita = ratio(annualIncome(members, assessedOn, regimeOn, snapshot), 12 * Math.max(1, members.length));
  const conditions = [
    membersCounted(members.length),
    incomeBelowEdge(perCapita, assessedOn, snapshot),
    ...propertyConditions(facts, members, 'edge.financialAssetsLimit', assessedOn, snapshot),
  ];
  return { eligible: conditions.every(({ met }) => met), conditions };
}

import type { Assessment, AssessmentDates } from '../assessment/assessment.ts';
import { householdAssessment } from '../assessment/household-assessment.ts';
import type { PlainDate } from '../dates.ts';
import type { ParameterSnapshot } from '../parameters/snapshot.ts';
import type { Condition } from './condition.ts';
import { assertConsistent } from './contradictions.ts';
import type { HouseholdFacts } from './facts.ts';
import { householdMeans } from './household-means.ts';
import { incomeBelowEdge, membersCounted } from './income-test.ts';
import { propertyConditions } from './property.ts';

interface Dates {
  readonly assessedOn: PlainDate;
  readonly regimeOn?: PlainDate;
}

function edgeConditions(facts: HouseholdFacts, on: Dates, snapshot: ParameterSnapshot): readonly Condition[] {
  const { assessedOn, regimeOn = assessedOn } = on;
  const { members, perCapitaMonthly } = householdMeans(facts, on, snapshot);
  return [
    membersCounted(members.length, regimeOn),
    incomeBelowEdge(perCapitaMonthly, assessedOn, snapshot, regimeOn),
    ...propertyConditions(facts, members, 'edge.financialAssetsLimit', assessedOn, snapshot, regimeOn),
  ];
}

/**
 * Whether income and property of a household keep within the edge of dibao, be it on dibao or not (民发〔2021〕57号 §8).
 * Throws InconsistentFacts, RangeError for a day on which a parameter has no value.
 */
export function edgeEligible(
  facts: HouseholdFacts,
  on: Dates,
  snapshot: ParameterSnapshot,
): { readonly eligible: boolean; readonly conditions: readonly Condition[] } {
  assertConsistent(facts, on.assessedOn);
  const conditions = edgeConditions(facts, on, snapshot);
  return { eligible: conditions.every(({ met }) => met), conditions };
}

/**
 * Household on the edge of dibao 低保边缘家庭 (policy R-CLS (b); 民发〔2021〕57号 §8, 民发〔2022〕83号 一(四), 社会救助法 §21): no money, an
 * entitlement to other help. That the household has no right to dibao is for the classification to see. Throws as `edgeEligible`.
 */
export function assessEdge(facts: HouseholdFacts, on: AssessmentDates, snapshot: ParameterSnapshot): Assessment {
  assertConsistent(facts, on.assessedOn);
  return householdAssessment('dibaoEdge', facts, on, snapshot, edgeConditions(facts, on, snapshot));
}

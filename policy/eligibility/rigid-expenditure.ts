import type { Assessment, AssessmentDates } from '../assessment/assessment.ts';
import { householdAssessment } from '../assessment/household-assessment.ts';
import { addDays, addMonths, type PlainDate } from '../dates.ts';
import { multiplyRatios, ratio } from '../money.ts';
import { type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import { type Condition, testCondition, testFact } from './condition.ts';
import { assertConsistent } from './contradictions.ts';
import type { HouseholdFacts } from './facts.ts';
import { householdMeans } from './household-means.ts';
import { incomeBelowDisposable, membersCounted } from './income-test.ts';
import { MissingFacts } from './missing-facts.ts';
import { propertyConditions } from './property.ts';
import { necessarySpending, spendingMissing } from './spending.ts';

const MEASURES = '刚性支出困难家庭认定办法';

/** The kind exists since the measures came into force: an older regime knows it not. */
const MEASURES_FROM = '2025-01-01';

const articleOn = (regimeOn: PlainDate): string => (regimeOn < '2026-07-01' ? `${MEASURES} §4` : '社会救助法 §22');

/** Everything but the spending itself. */
function meansConditions(
  facts: HouseholdFacts,
  on: AssessmentDates,
  snapshot: ParameterSnapshot,
): readonly Condition[] {
  const { assessedOn, regimeOn = assessedOn } = on;
  const { members, perCapitaMonthly } = householdMeans(facts, on, snapshot);
  const article = articleOn(regimeOn);
  return [
    membersCounted(members.length, regimeOn),
    incomeBelowDisposable(perCapitaMonthly, article, assessedOn, snapshot),
    ...propertyConditions(facts, members, 'rigid.financialAssetsLimit', assessedOn, snapshot, regimeOn).map(
      (condition) => ({ ...condition, article }),
    ),
  ];
}

/** Strictly above a share of the income; whoever spends without any income is above every share. */
function spendingCondition(facts: HouseholdFacts, on: AssessmentDates, snapshot: ParameterSnapshot): Condition {
  const { assessedOn, regimeOn = assessedOn } = on;
  const spending = necessarySpending(facts);
  if (spending === undefined) throw new MissingFacts([spendingMissing]);
  const { annualIncome } = householdMeans(facts, on, snapshot);
  return testCondition({
    id: 'spendingAboveShareOfIncome',
    article: articleOn(regimeOn),
    value: ratio(spending),
    limit: multiplyRatios(valueOn(snapshot, 'rigid.ratio', regimeOn).value, ratio(annualIncome)),
    comparison: '>',
  });
}

/** The last day of a confirmation: so many months, its first day included (policy.md §5.1). */
const lastDayOfValidity = (confirmedOn: PlainDate, snapshot: ParameterSnapshot): PlainDate =>
  addDays(addMonths(confirmedOn, valueOn(snapshot, 'rigid.validity', confirmedOn).value), -1);

/**
 * Rigid-expenditure household 刚性支出困难家庭 (policy R-CLS (b); 刚性支出困难家庭认定办法 §§4, 10; 社会救助法 §22): no money, an entitlement
 * to other help that ends by itself. `assessedOn` counts as the day of confirmation. The spending is asked about only where all else
 * fits. Throws InconsistentFacts, MissingFacts for spending not stated, RangeError for a day on which a parameter has no value.
 */
export function assessRigidExpenditure(
  facts: HouseholdFacts,
  on: AssessmentDates,
  snapshot: ParameterSnapshot,
): Assessment {
  const { assessedOn, regimeOn = assessedOn } = on;
  assertConsistent(facts, assessedOn);
  const provided = testFact({ id: 'kindProvided', article: MEASURES }, regimeOn >= MEASURES_FROM);
  if (!provided.met) return householdAssessment('rigidExpenditure', facts, on, snapshot, [provided]);
  const means = [provided, ...meansConditions(facts, on, snapshot)];
  const fits = means.every(({ met }) => met);
  const conditions = fits ? [...means, spendingCondition(facts, on, snapshot)] : means;
  const assessment = householdAssessment('rigidExpenditure', facts, on, snapshot, conditions);
  return assessment.eligible ? { ...assessment, validTo: lastDayOfValidity(assessedOn, snapshot) } : assessment;
}

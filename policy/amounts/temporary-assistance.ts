import type { AmountPart, Assessment, AssessmentDates } from '../assessment/assessment.ts';
import { householdAssessment } from '../assessment/household-assessment.ts';
import { assertConsistent } from '../eligibility/contradictions.ts';
import type { HouseholdFacts } from '../eligibility/facts.ts';
import { householdMeans } from '../eligibility/household-means.ts';
import { necessarySpending } from '../eligibility/spending.ts';
import {
  assistedInYear,
  quickAidCap,
  spendingTimes,
  standardOfApplication,
  temporaryConditions,
  type TemporaryForm,
  temporaryForm,
  yearlyCap,
} from '../eligibility/temporary-assistance.ts';
import { ceilToYuan, type Fen, fen, greaterFen, lesserFen, ratio, subtractFen, timesFen } from '../money.ts';
import { type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';

const tierOf = {
  1: 'temporaryAssistance.emergencyTier1',
  2: 'temporaryAssistance.emergencyTier2',
  3: 'temporaryAssistance.emergencyTier3',
} as const;

/** What the tier or the need comes to, fen, before the yearly cap. */
function amountOf(
  form: TemporaryForm,
  facts: HouseholdFacts,
  on: AssessmentDates,
  snapshot: ParameterSnapshot,
): { readonly name: AmountPart['name']; readonly amount: Fen } {
  const { regimeOn = on.assessedOn } = on;
  const standard = standardOfApplication(on, snapshot);
  if (form === 'expenditure' || facts.emergency === undefined) {
    const { members, annualIncome } = householdMeans(facts, on, snapshot);
    const times = spendingTimes(necessarySpending(facts) ?? fen(0), annualIncome, regimeOn, snapshot);
    return { name: 'expenditureTier', amount: timesFen(standard, times * members.length) };
  }
  const { need, severity, affected } = facts.emergency;
  if (form === 'quickAid')
    return { name: 'quickAid', amount: lesserFen(ceilToYuan(ratio(need)), quickAidCap(standard, regimeOn, snapshot)) };
  const times = valueOn(snapshot, tierOf[severity], regimeOn).value;
  return { name: 'emergencyTier', amount: timesFen(standard, times * affected.length) };
}

/** Down to the whole yuan, so that a cap is kept. */
const wholeYuanWithin = (amount: Fen): Fen => subtractFen(fen(0), ceilToYuan(ratio(0 - amount)));

/** People on full support count in an emergency of the household like everybody else (policy.md §8). */
const asOneHousehold = (facts: HouseholdFacts): HouseholdFacts =>
  facts.members.some(({ tekun }) => tekun === true)
    ? { ...facts, members: facts.members.map((member) => ({ ...member, tekun: false })) }
    : facts;

/**
 * Temporary assistance 临时救助 (policy R-TA; 民发〔2018〕23号, from 2026-01-29 the opinions of that year): quick aid up to its cap, an
 * emergency by its tier for each person struck, spending by its share of the income for each member; together at most the yearly
 * cap. `benefitMonth` is the month of the application, `regimeOn` its day (ordinary steps: acceptance). Throws InconsistentFacts,
 * MissingFacts, RangeError for a day on which a parameter has no value.
 */
export function assessTemporaryAssistance(
  stated: HouseholdFacts,
  on: AssessmentDates,
  snapshot: ParameterSnapshot,
): Assessment {
  const facts = asOneHousehold(stated);
  const { assessedOn, regimeOn = assessedOn } = on;
  assertConsistent(facts, assessedOn);
  const standard = standardOfApplication(on, snapshot);
  const form = temporaryForm(facts, regimeOn, snapshot, standard);
  const conditions = temporaryConditions(form, facts, on, snapshot);
  const assessment = { ...householdAssessment('temporaryAssistance', facts, on, snapshot, conditions), standard };
  if (!assessment.eligible) return assessment;
  const { name, amount } = amountOf(form, facts, on, snapshot);
  const left = wholeYuanWithin(subtractFen(yearlyCap(facts, on, snapshot), assistedInYear(facts, on)));
  const above = greaterFen(subtractFen(amount, left), fen(0));
  const parts: AmountPart[] = [{ name, amount: ratio(amount) }];
  if (above > 0) parts.push({ name: 'aboveYearlyCap', amount: ratio(0 - above) });
  return { ...assessment, amount: subtractFen(amount, above), parts };
}

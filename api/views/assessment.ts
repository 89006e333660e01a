import type { AssessmentAnswer } from '../../contracts/http/assessment.ts';
import { explainAmount } from '../../policy/assessment/explain-amount.ts';
import type { Assessment, AssessmentDates } from '../../policy/assessment/assessment.ts';
import type { Classification, KindFound } from '../../policy/classification/classification.ts';
import { kinds } from '../../policy/kinds.ts';
import { viewOfConditions } from './case.ts';

const named = ({ kind, personId }: KindFound) => ({
  kind,
  words: { zh: kinds[kind].zh, en: kinds[kind].en },
  ...(personId !== undefined && { personId }),
});

/** A classification as the window sees it: what fits, why, how much, what to ask, and who else is to be asked. */
export function viewOfClassification(
  { kinds: found, assessments, undetermined, referrals, parameterVersion }: Classification,
  { assessedOn, benefitMonth }: AssessmentDates,
): AssessmentAnswer {
  const amountOf = ({ kind, personId }: KindFound) =>
    assessments.find((one) => one.kind === kind && one.personId === personId)?.amount ?? 0;
  return {
    on: assessedOn,
    month: benefitMonth,
    parameterVersion,
    kinds: found.map((one) => ({ ...named(one), amount: amountOf(one), payment: kinds[one.kind].payment })),
    assessments: assessments.map(viewOfAssessment),
    undetermined: undetermined.map(({ missing, ...one }) => ({ ...named(one), ask: [...missing] })),
    referrals: referrals.map(({ difficulty, department, article }) => ({ difficulty, department, article })),
  };
}

function viewOfAssessment(assessment: Assessment): AssessmentAnswer['assessments'][number] {
  const { kind, eligible, amount, standard, annualIncome, countedMembers, doubts, validTo } = assessment;
  return {
    ...named(assessment),
    eligible,
    payment: kinds[kind].payment,
    amount,
    amountExplained: [...explainAmount(assessment)],
    standard,
    annualIncome,
    countedMembers: [...countedMembers],
    conditions: viewOfConditions(assessment),
    ...(validTo !== undefined && { validTo }),
    doubts: [...doubts],
  };
}

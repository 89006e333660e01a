import { firstDayOf, type PlainDate, type YearMonth } from '../dates.ts';
import type { Condition } from '../eligibility/condition.ts';
import { assertConsistent } from '../eligibility/contradictions.ts';
import type { HouseholdFacts, Member } from '../eligibility/facts.ts';
import { countedMembers } from '../eligibility/household.ts';
import { incomeBelowStandard, membersCounted } from '../eligibility/income-test.ts';
import { annualIncome, standardOn } from '../eligibility/income.ts';
import { propertyConditions, type PropertyDoubt, propertyDoubts } from '../eligibility/property.ts';
import { addRatios, ceilToYuan, type Fen, fen, greaterFen, type Ratio, ratio, subtractRatios } from '../money.ts';
import { type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import type { TopUpReason } from '../parameters/top-up-reasons.ts';
import { topUpGroupsOf, topUpOf } from './top-up.ts';

/** The days an assessment rests on. */
export interface AssessmentDates {
  /** The day whose facts and standard decide whether there is a right. */
  readonly assessedOn: PlainDate;
  /** The month whose standard and ages decide the amount. */
  readonly benefitMonth: YearMonth;
  /** The day whose law counts: acceptance, or the opening of a later proceeding. `assessedOn` if not given. */
  readonly regimeOn?: PlainDate;
}

/** A member's part of the household's amount, not rounded (policy R-DB): (S - income a head) + own extra. */
export interface Share {
  readonly personId: string;
  /** Fen a month, exact. */
  readonly share: Ratio;
  /** Extra contained in the share, fen a month. */
  readonly topUp: Fen;
  readonly topUpReason: TopUpReason | null;
}

/** Right and amount of one household, with everything tested. Plain JSON; the same facts and snapshot give it again. */
export interface DibaoAssessment {
  readonly eligible: boolean;
  readonly conditions: readonly Condition[];
  /** Ids of the members counted. */
  readonly countedMembers: readonly string[];
  /** Countable income of the past 12 months, fen. */
  readonly annualIncome: Fen;
  /** Exact income a head and month, in fen. */
  readonly perCapitaMonthly: Ratio;
  /** Standard of the benefit month, fen. */
  readonly standard: Fen;
  /** Fen a month in whole yuan; 0 if there is no right. */
  readonly amount: Fen;
  /** Empty if there is no right. */
  readonly shares: readonly Share[];
  readonly parameterVersion: string;
  readonly doubts: readonly PropertyDoubt[];
}

/** One member's share; members of the groups in `dibao.fullBasisFor` are counted at the full standard. */
function shareOf(
  member: Member,
  perCapita: Ratio,
  standard: Fen,
  month: YearMonth,
  snapshot: ParameterSnapshot,
): Share {
  const fullBasisFor = valueOn(snapshot, 'dibao.fullBasisFor', firstDayOf(month)).value;
  const isFull = topUpGroupsOf(member, month, snapshot).some((group) => fullBasisFor.includes(group));
  const basis = isFull ? ratio(standard) : subtractRatios(ratio(standard), perCapita);
  const { topUp, topUpReason } = topUpOf(member, standard, month, snapshot);
  return { personId: member.personId, share: addRatios(basis, ratio(topUp)), topUp, topUpReason };
}

/** The shares together, rounded once, at the end, up to the whole yuan; never below 0 (policy R-DB). */
const roundedSum = (shares: readonly Share[]): Fen =>
  greaterFen(ceilToYuan(shares.reduce((total, { share }) => addRatios(total, share), ratio(0))), fen(0));

/**
 * Dibao by household 按户保: the right by §9 of the interim measures (from 2026-07-01 §18 of the law) and the property
 * rules, the amount (S - income a head) x n with extras (民发〔2012〕220号 §27, 民发〔2021〕57号 §23).
 * Throws InconsistentFacts for facts that cannot be, RangeError for a day on which a parameter has no value.
 */
export function assessDibao(facts: HouseholdFacts, on: AssessmentDates, snapshot: ParameterSnapshot): DibaoAssessment {
  const { assessedOn, benefitMonth, regimeOn = assessedOn } = on;
  assertConsistent(facts, assessedOn);
  const members = countedMembers(facts, assessedOn, regimeOn, snapshot);
  const income = annualIncome(members, assessedOn, regimeOn, snapshot);
  const perCapitaMonthly = ratio(income, 12 * Math.max(1, members.length));
  const standard = standardOn(snapshot, firstDayOf(benefitMonth));
  const conditions = [
    membersCounted(members.length, snapshot),
    incomeBelowStandard(perCapitaMonthly, assessedOn, snapshot),
    ...propertyConditions(facts, members, 'dibao.financialAssetsLimit', assessedOn, snapshot),
  ];
  const eligible = conditions.every(({ met }) => met);
  const shares = eligible
    ? members.map((member) => shareOf(member, perCapitaMonthly, standard, benefitMonth, snapshot))
    : [];
  return {
    eligible,
    conditions,
    countedMembers: members.map(({ personId }) => personId),
    annualIncome: income,
    perCapitaMonthly,
    standard,
    amount: roundedSum(shares),
    shares,
    parameterVersion: snapshot.version,
    doubts: propertyDoubts(facts, members),
  };
}

/**
 * What is still paid from the month after a member's death until the survivors are assessed anew: the dead person's
 * share stops, the rest is rounded up (policy R-DYN). Fen a month. Throws RangeError for someone without a share.
 */
export function remainderAfterDeath(assessment: DibaoAssessment, personId: string): Fen {
  const others = assessment.shares.filter((share) => share.personId !== personId);
  if (others.length === assessment.shares.length) throw new RangeError(`${personId} has no share in this amount`);
  return roundedSum(others);
}

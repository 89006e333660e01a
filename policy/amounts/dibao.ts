import { firstDayOf, type PlainDate, type YearMonth } from '../dates.ts';
import type { Assessment, AssessmentDates, Share } from '../assessment/assessment.ts';
import { assertConsistent } from '../eligibility/contradictions.ts';
import type { HouseholdFacts, Member } from '../eligibility/facts.ts';
import { householdMeans } from '../eligibility/household-means.ts';
import { incomeBelowStandard, membersCounted } from '../eligibility/income-test.ts';
import { standardOfMonth } from '../eligibility/income.ts';
import { propertyConditions, propertyDoubts } from '../eligibility/property.ts';
import {
  addRatios,
  ceilToYuan,
  type Fen,
  fen,
  greaterFen,
  multiplyRatios,
  percent,
  type Ratio,
  ratio,
  subtractRatios,
} from '../money.ts';
import { ofDay, type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import { topUpGroupsOf, topUpOf } from './top-up.ts';

const fullBasisIn = ofDay(
  (snapshot, month: YearMonth) => valueOn(snapshot, 'dibao.fullBasisFor', firstDayOf(month)).value,
);

interface Basis {
  readonly difference: Ratio;
  readonly standard: Fen;
  readonly regimeOn: PlainDate;
}

/** The share of who refuses suitable work so often that it is reduced or stopped (民发〔2021〕57号 §34); others' as it is. */
function afterRefusals(share: Share, { workRefusals = 0 }: Member, regimeOn: PlainDate, snapshot: ParameterSnapshot) {
  if (workRefusals === 0) return share;
  const tooOften = valueOn(snapshot, 'dibao.workRefusals', regimeOn).value;
  if (tooOften === 0 || workRefusals < tooOften) return share;
  const left = percent(valueOn(snapshot, 'dibao.shareAfterRefusals', regimeOn).value);
  return {
    ...share,
    share: multiplyRatios(share.share, left),
    topUp: fen(0),
    topUpReason: null,
    afterRefusals: true,
  } as const;
}

/** One member's share; members of the groups in `dibao.fullBasisFor` are counted at the full standard. */
function shareOf(
  member: Member,
  { difference, standard, regimeOn }: Basis,
  month: YearMonth,
  snapshot: ParameterSnapshot,
): Share {
  const fullBasisFor = fullBasisIn(snapshot, month);
  const isFull =
    fullBasisFor.length > 0 && topUpGroupsOf(member, month, snapshot).some((group) => fullBasisFor.includes(group));
  const { topUp, topUpReason } = topUpOf(member, standard, month, snapshot);
  const share = {
    personId: member.personId,
    share: addRatios(isFull ? ratio(standard) : difference, ratio(topUp)),
    topUp,
    topUpReason,
  };
  return afterRefusals(share, member, regimeOn, snapshot);
}

/** The shares together, rounded once, at the end, up to the whole yuan; never below 0 (policy R-DB). */
const roundedSum = (shares: readonly Share[]): Fen =>
  greaterFen(ceilToYuan(shares.reduce((total, { share }) => addRatios(total, share), ratio(0))), fen(0));

/**
 * Dibao by household 按户保: the right by §9 of the interim measures (from 2026-07-01 §18 of the law) and the property
 * rules, the amount (S - income a head) x n with extras (民发〔2012〕220号 §27, 民发〔2021〕57号 §23).
 * Throws InconsistentFacts for facts that cannot be, RangeError for a day on which a parameter has no value.
 */
export function assessDibao(facts: HouseholdFacts, on: AssessmentDates, snapshot: ParameterSnapshot): Assessment {
  const { assessedOn, benefitMonth, regimeOn = assessedOn } = on;
  assertConsistent(facts, assessedOn);
  const { members, annualIncome, incomeParts, perCapitaMonthly } = householdMeans(facts, on, snapshot);
  const standard = standardOfMonth(snapshot, benefitMonth);
  const conditions = [
    membersCounted(members.length, regimeOn),
    incomeBelowStandard(perCapitaMonthly, assessedOn, snapshot, regimeOn),
    ...propertyConditions(facts, members, 'dibao.financialAssetsLimit', assessedOn, snapshot, regimeOn),
  ];
  const eligible = conditions.every(({ met }) => met);
  const basis = { difference: subtractRatios(ratio(standard), perCapitaMonthly), standard, regimeOn };
  const shares = eligible ? members.map((member) => shareOf(member, basis, benefitMonth, snapshot)) : [];
  return {
    kind: 'dibao',
    on,
    eligible,
    conditions,
    countedMembers: members.map(({ personId }) => personId),
    annualIncome,
    incomeParts,
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
export function remainderAfterDeath(assessment: Assessment, personId: string): Fen {
  const others = assessment.shares.filter((share) => share.personId !== personId);
  if (others.length === assessment.shares.length) throw new RangeError(`${personId} has no share in this amount`);
  return roundedSum(others);
}

import type { AmountPart, Assessment, AssessmentDates } from '../assessment/assessment.ts';
import { firstDayOf } from '../dates.ts';
import { childConditions, type ChildrensAllowance } from '../eligibility/children.ts';
import { type Condition, testFact } from '../eligibility/condition.ts';
import { assertConsistent } from '../eligibility/contradictions.ts';
import type { HouseholdFacts, Member } from '../eligibility/facts.ts';
import { annualIncome, standardOn } from '../eligibility/income.ts';
import { type MissingFact, MissingFacts } from '../eligibility/missing-facts.ts';
import { personOf } from '../eligibility/person.ts';
import { testTekun } from '../eligibility/tekun.ts';
import { addRatios, ceilToYuan, type Fen, fen, greaterFen, type Ratio, ratio } from '../money.ts';
import { ofDay, type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import { assessDibao } from './dibao.ts';
import { assessSinglePersonDibao } from './single-person.ts';
import { tekunAmount } from './tekun.ts';

/** From here on a child on full support chooses between it and an allowance; before, the difference was paid (民发〔2019〕62号 三(一)). */
const CHOICE_FROM = '2021-07-01';

type Dates = Required<AssessmentDates>;

/** The allowance for a child 儿童基本生活费标准 on a day, fen a month. */
const childStandardOn = ofDay((snapshot, date): Fen => fen(valueOn(snapshot, 'children.standard', date).value));

const deducted = (name: AmountPart['name'], { num, den }: Ratio): AmountPart => ({
  name,
  amount: ratio(0 - num, den),
});

/** Whether the child is on full support, or has a right to it by what is stated. */
function hasTekun(facts: HouseholdFacts, child: Member, on: Dates, snapshot: ParameterSnapshot): boolean {
  if (child.tekun === true) return true;
  const { eligible, missing } = testTekun(facts, child, on, snapshot);
  return eligible && missing.length === 0;
}

const onKindsMissing: MissingFact = {
  path: 'onKinds',
  zh: '家庭目前已享受的救助（没有的填空）',
  en: 'what the household is on already, empty for none',
};

/**
 * What the child receives already and the allowance only adds to (民发〔2019〕62号 三(一)): its head share of the household's
 * dibao, in which it stays counted, or its dibao alone 单人保; before 2021-07-01 its full support. Throws MissingFacts where there
 * is a right to dibao and nobody has said whether the household is on it.
 */
function receivedAlready(facts: HouseholdFacts, child: Member, on: Dates, snapshot: ParameterSnapshot): AmountPart[] {
  if (on.regimeOn < CHOICE_FROM && hasTekun(facts, child, on, snapshot)) {
    return [deducted('tekunAlreadyPaid', ratio(tekunAmount(child, on.benefitMonth, snapshot).amount))];
  }
  const { personId } = child;
  const { onKinds } = facts;
  const isOn = (kind: 'dibao' | 'dibaoSinglePerson'): boolean => onKinds?.includes(kind) !== false;
  const household = isOn('dibao') ? assessDibao(facts, on, snapshot) : undefined;
  const isCovered = household?.eligible === true && household.countedMembers.includes(personId);
  const alone =
    !isCovered && isOn('dibaoSinglePerson') ? assessSinglePersonDibao(facts, on, snapshot, personId) : undefined;
  if (onKinds === undefined && (isCovered || alone?.eligible === true)) throw new MissingFacts([onKindsMissing]);
  if (isCovered) return [deducted('dibaoAlreadyPaid', ratio(household.amount, household.countedMembers.length))];
  return alone?.eligible === true ? [deducted('singlePersonDibaoAlreadyPaid', ratio(alone.amount))] : [];
}

/** A child on full support that chooses to keep it has no right to an allowance (民发〔2021〕43号 §9). */
const chosen = ({ personId, tekun, choosesTekun }: Member, { regimeOn }: Dates): Condition[] =>
  tekun === true && choosesTekun === true && regimeOn >= CHOICE_FROM
    ? [testFact({ id: 'allowanceChosen', article: '民发〔2021〕43号 §9', personId }, false)]
    : [];

function assessChild(
  kind: ChildrensAllowance,
  facts: HouseholdFacts,
  dates: AssessmentDates,
  snapshot: ParameterSnapshot,
  personId?: string,
): Assessment {
  const on = { ...dates, regimeOn: dates.regimeOn ?? dates.assessedOn };
  assertConsistent(facts, on.assessedOn);
  const child = personOf(facts, personId);
  const conditions = [...childConditions(kind, child, on.assessedOn), ...chosen(child, on)];
  const eligible = conditions.every(({ met }) => met);
  const firstDay = firstDayOf(on.benefitMonth);
  const parts: readonly AmountPart[] = eligible
    ? [
        { name: 'childStandard', amount: ratio(childStandardOn(snapshot, firstDay)) },
        ...receivedAlready(facts, child, on, snapshot),
      ]
    : [];
  const total = parts.reduce((sum, { amount }) => addRatios(sum, amount), ratio(0));
  const income = annualIncome([child], on.assessedOn, on.regimeOn, snapshot);
  return {
    kind,
    personId: child.personId,
    on: dates,
    eligible,
    conditions,
    countedMembers: [child.personId],
    annualIncome: income,
    perCapitaMonthly: ratio(income, 12),
    standard: standardOn(snapshot, firstDay),
    amount: greaterFen(ceilToYuan(total), fen(0)),
    shares: [],
    parts,
    parameterVersion: snapshot.version,
    doubts: [],
  };
}

/**
 * The allowance of an orphan 孤儿 (policy R-CH): the whole standard, or what it exceeds the child's head share of dibao by,
 * rounded up to the yuan and never below 0. Income and property are not asked about. Throws InconsistentFacts; MissingFacts for
 * a minor whose parents are not stated; RangeError for a person who is no member or a day without a parameter.
 */
export const assessOrphan = (
  facts: HouseholdFacts,
  on: AssessmentDates,
  snapshot: ParameterSnapshot,
  personId?: string,
): Assessment => assessChild('orphan', facts, on, snapshot, personId);

/** The allowance of a child without care in fact 事实无人抚养儿童 (民发〔2019〕62号); amount and errors as for an orphan. */
export const assessUnattendedChild = (
  facts: HouseholdFacts,
  on: AssessmentDates,
  snapshot: ParameterSnapshot,
  personId?: string,
): Assessment => assessChild('deFactoUnattendedChild', facts, on, snapshot, personId);

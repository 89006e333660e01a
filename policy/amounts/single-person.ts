import type { Assessment, AssessmentDates } from '../assessment/assessment.ts';
import { firstDayOf } from '../dates.ts';
import { type Condition, testFact } from '../eligibility/condition.ts';
import { assertConsistent } from '../eligibility/contradictions.ts';
import { edgeEligible } from '../eligibility/edge.ts';
import type { HouseholdFacts, Member } from '../eligibility/facts.ts';
import { countedMembers } from '../eligibility/household.ts';
import { standardOn } from '../eligibility/income.ts';
import { MissingFacts } from '../eligibility/missing-facts.ts';
import { ownMeans } from '../eligibility/own-means.ts';
import { personOf } from '../eligibility/person.ts';
import { propertyDoubts } from '../eligibility/property.ts';
import {
  articleOfGroup,
  isOfEdgeHouseholds,
  missingForGroup,
  singlePersonGroupsOf,
  withoutSupportLeftOut,
} from '../eligibility/single-person.ts';
import { ceilToYuan, fen, greaterFen, ratio, subtractRatios } from '../money.ts';
import type { ParameterSnapshot } from '../parameters/snapshot.ts';
import type { SinglePersonGroup } from '../parameters/single-person-groups.ts';
import { assessDibao } from './dibao.ts';

type Dates = Required<AssessmentDates>;

/** First day of the notice that says that a household on dibao is covered as a whole. */
const NOTICE_OF_2022 = '2022-10-20';

const groupArticle = (regimeOn: Dates['regimeOn']): string =>
  regimeOn < '2021-07-01' ? '民发〔2012〕220号 §10' : '民发〔2021〕57号 §8';

/** Only people outside a household with a right to dibao, and not on full support, apply alone (民发〔2022〕83号 一(一)). */
function notCoveredOtherwise(
  facts: HouseholdFacts,
  person: Member,
  on: Dates,
  snapshot: ParameterSnapshot,
): Condition[] {
  const { personId } = person;
  const { regimeOn } = on;
  const { eligible, countedMembers } = assessDibao(facts, on, snapshot);
  const about = { article: regimeOn < NOTICE_OF_2022 ? groupArticle(regimeOn) : '民发〔2022〕83号 一(一)', personId };
  return [
    testFact({ ...about, id: 'householdOnDibao' }, eligible && countedMembers.includes(personId), false),
    ...(person.tekun === true ? [testFact({ id: 'onTekun', article: '国发〔2016〕14号', personId }, true, false)] : []),
  ];
}

/** Whether the person is counted in a household on the edge of dibao; if not, also what keeps the household from being one. */
function ofEdgeHousehold(facts: HouseholdFacts, person: Member, on: Dates, snapshot: ParameterSnapshot): Condition[] {
  const { personId } = person;
  const { eligible, conditions } = edgeEligible(facts, on, snapshot);
  const counted = countedMembers(facts, on.assessedOn, on.regimeOn, snapshot).includes(person);
  const article = articleOfGroup('edgeSevere', on.regimeOn);
  return [
    testFact({ id: 'ofEdgeHousehold', article, personId }, eligible && counted),
    ...conditions.filter(({ met }) => !met),
  ];
}

/** The group under which the person may apply alone, the conditions on it, and groups that remain possible. */
function groupOf(
  facts: HouseholdFacts,
  person: Member,
  on: Dates,
  snapshot: ParameterSnapshot,
): {
  readonly conditions: readonly Condition[];
  readonly perhapsOf: readonly SinglePersonGroup[];
  readonly of: readonly SinglePersonGroup[];
} {
  const { personId } = person;
  const { of, perhapsOf } = singlePersonGroupsOf(person, on, snapshot);
  const edge = of.some(isOfEdgeHouseholds) ? ofEdgeHousehold(facts, person, on, snapshot) : [];
  const fitting = edge.every(({ met }) => met) ? of : of.filter((group) => !isOfEdgeHouseholds(group));
  const [first] = fitting;
  const article = first === undefined ? groupArticle(on.regimeOn) : articleOfGroup(first, on.regimeOn);
  const found = testFact({ id: 'ofSinglePersonGroup', article, personId }, first !== undefined);
  const needsEdge = first === undefined || isOfEdgeHouseholds(first);
  return { conditions: needsEdge ? [found, ...edge] : [found], of: fitting, perhapsOf };
}

/**
 * Dibao for one person alone 单人保 (policy R-DB), assessed like a household of one: own income and property only, no extras,
 * standard less own income, rounded up to the yuan. Throws InconsistentFacts; MissingFacts where it depends on work, on the
 * ability to work or on registration and that was not stated; RangeError for a person who is no member or a day without a
 * parameter.
 */
export function assessSinglePersonDibao(
  facts: HouseholdFacts,
  dates: AssessmentDates,
  snapshot: ParameterSnapshot,
  personId?: string,
): Assessment {
  const on = { ...dates, regimeOn: dates.regimeOn ?? dates.assessedOn };
  assertConsistent(facts, on.assessedOn);
  const person = personOf(facts, personId);
  const { conditions: onGroup, of, perhapsOf } = groupOf(facts, person, on, snapshot);
  const rule = { incomeArticle: groupArticle(on.regimeOn) };
  const reduced = withoutSupportLeftOut(person, on, snapshot);
  const mayLeaveOut = of.includes('unemployed') || perhapsOf.includes('unemployed');
  const means = ownMeans(facts, mayLeaveOut ? reduced : person, on, rule, snapshot);
  const isCandidate = of.length > 0 || perhapsOf.length > 0;
  const others = [...means.conditions, ...(isCandidate ? notCoveredOtherwise(facts, person, on, snapshot) : [])];
  const decides = of.length === 0 || (reduced !== person && !of.includes('unemployed'));
  if (decides && perhapsOf.length > 0 && others.every(({ met }) => met))
    throw new MissingFacts(perhapsOf.flatMap((group) => missingForGroup(group, person, on.regimeOn, snapshot)));
  const conditions = [...onGroup, ...others];
  const eligible = conditions.every(({ met }) => met);
  const standard = standardOn(snapshot, firstDayOf(on.benefitMonth));
  const difference = ceilToYuan(subtractRatios(ratio(standard), means.monthlyIncome));
  return {
    kind: 'dibaoSinglePerson',
    personId: person.personId,
    on: dates,
    eligible,
    conditions,
    countedMembers: [person.personId],
    annualIncome: means.annualIncome,
    perCapitaMonthly: means.monthlyIncome,
    standard,
    amount: eligible ? greaterFen(difference, fen(0)) : fen(0),
    shares: [],
    parameterVersion: snapshot.version,
    doubts: propertyDoubts(facts, [person]),
  };
}

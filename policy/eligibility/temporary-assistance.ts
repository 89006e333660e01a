import type { AssessmentDates } from '../assessment/assessment.ts';
import { firstDayOf, monthOf, type PlainDate } from '../dates.ts';
import type { Kind, Mode } from '../kinds.ts';
import { type Fen, fen, multiplyRatios, type Ratio, ratio, sumFen, timesFen } from '../money.ts';
import { type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import { type Condition, testCondition, testFact } from './condition.ts';
import type { HouseholdFacts } from './facts.ts';
import { householdMeans } from './household-means.ts';
import { incomeBelowDisposable, membersCounted } from './income-test.ts';
import { standardOn } from './income.ts';
import { type MissingFact, MissingFacts } from './missing-facts.ts';
import { propertyConditions } from './property.ts';
import { necessarySpending, spendingMissing } from './spending.ts';

/** How temporary assistance is given: at once and small 小额快救, in an emergency 急难型, or for spending 支出型 (policy R-TA). */
export type TemporaryForm = 'quickAid' | 'emergency' | 'expenditure';

/** First day of the opinions of 2026: quick aid is capped, above it an emergency takes the ordinary steps. */
const OPINIONS_OF_2026 = '2026-01-29';

const TYPES = '民发〔2018〕23号 二(一)';
const OPINIONS = '民政部、财政部2026-01意见';

/** The standard that counts for help given once: that of the day of application, known by its month where it was assessed later. */
export function standardOfApplication(on: AssessmentDates, snapshot: ParameterSnapshot): Fen {
  const { assessedOn, benefitMonth } = on;
  return standardOn(snapshot, monthOf(assessedOn) === benefitMonth ? assessedOn : firstDayOf(benefitMonth));
}

/** Most that quick aid gives for one case, fen; from the opinions of 2026 on. */
export const quickAidCap = (standard: Fen, on: PlainDate, snapshot: ParameterSnapshot): Fen =>
  timesFen(standard, valueOn(snapshot, 'temporaryAssistance.quickAidCap', on).value);

/**
 * Which of the three the facts ask for. An emergency whose need is within the cap is quick aid; above it, and before the opinions
 * of 2026, it goes by the tiers. Without an emergency it is about spending. `on`: the day of application.
 */
export function temporaryForm(
  { emergency }: HouseholdFacts,
  on: PlainDate,
  snapshot: ParameterSnapshot,
  standard = standardOn(snapshot, on),
): TemporaryForm {
  if (emergency === undefined) return 'expenditure';
  if (on < OPINIONS_OF_2026) return 'emergency';
  return emergency.need <= quickAidCap(standard, on, snapshot) ? 'quickAid' : 'emergency';
}

/**
 * How the procedure runs: `emergency` (pay, then record) for quick aid and, before the opinions of 2026, for every emergency;
 * `normal` (the ordinary steps with survey and posting) for all else. `on`: the day of application.
 */
export function temporaryAssistanceMode(facts: HouseholdFacts, on: PlainDate, snapshot: ParameterSnapshot): Mode {
  const form = temporaryForm(facts, on, snapshot);
  return form === 'quickAid' || (form === 'emergency' && on < OPINIONS_OF_2026) ? 'emergency' : 'normal';
}

/** Kinds whose households had income and property looked into already (民发〔2018〕23号 二(二)). */
export const KNOWN_BY: readonly Kind[] = ['dibao', 'tekun', 'dibaoEdge', 'rigidExpenditure'];

/** Residence and social insurance of people registered elsewhere; nothing is asked of others. */
function localTies(facts: HouseholdFacts, regimeOn: PlainDate, snapshot: ParameterSnapshot): readonly Condition[] {
  const { residence } = facts;
  if (residence === undefined || residence.registeredHere) return [];
  const months = valueOn(snapshot, 'temporaryAssistance.localMonths', regimeOn).value;
  if (months === 0) return [];
  const atLeast = { article: '常州市民政局 2024-03-21', limit: ratio(months), comparison: '>=' } as const;
  return [
    testCondition({ ...atLeast, id: 'monthsResident', value: ratio(residence.monthsResident) }),
    testCondition({ ...atLeast, id: 'monthsInsured', value: ratio(residence.monthsInsured) }),
  ];
}

function meansConditions(
  facts: HouseholdFacts,
  on: AssessmentDates,
  snapshot: ParameterSnapshot,
): readonly Condition[] {
  if (facts.onKinds?.some((kind) => KNOWN_BY.includes(kind)) === true) return [];
  const { assessedOn, regimeOn = assessedOn } = on;
  const { members, perCapitaMonthly } = householdMeans(facts, on, snapshot);
  return [
    incomeBelowDisposable(perCapitaMonthly, TYPES, assessedOn, snapshot),
    ...propertyConditions(facts, members, 'rigid.financialAssetsLimit', assessedOn, snapshot, regimeOn).map(
      (condition) => ({ ...condition, article: TYPES }),
    ),
  ];
}

/** Who may ask for it, without anything about spending or earlier help. */
function standing(
  form: TemporaryForm,
  facts: HouseholdFacts,
  on: AssessmentDates,
  snapshot: ParameterSnapshot,
): readonly Condition[] {
  const { regimeOn = on.assessedOn } = on;
  const counted = membersCounted(householdMeans(facts, on, snapshot).members.length, regimeOn);
  if (form === 'expenditure')
    return [counted, ...localTies(facts, regimeOn, snapshot), ...meansConditions(facts, on, snapshot)];
  const affected = testCondition({
    id: 'personsAffected',
    article: regimeOn < OPINIONS_OF_2026 ? TYPES : `${OPINIONS} 二(一)`,
    value: ratio(facts.emergency?.affected.length ?? 0),
    limit: ratio(1),
    comparison: '>=',
  });
  return [counted, affected];
}

function missingIn(form: TemporaryForm, facts: HouseholdFacts): readonly MissingFact[] {
  const { assisted, cause } = facts;
  return [
    ...(assisted === undefined
      ? [
          {
            path: 'assisted',
            zh: '已享受的临时救助（没有的填空）',
            en: 'temporary assistance already had, empty for none',
          },
        ]
      : []),
    ...(cause === undefined && assisted?.length !== 0
      ? [{ path: 'cause', zh: '申请事由', en: 'what it is asked for' }]
      : []),
    ...(form === 'expenditure' && facts.necessarySpending === undefined ? [spendingMissing] : []),
  ];
}

/** Temporary assistance of the calendar year of the application, fen. */
export const assistedInYear = (facts: HouseholdFacts, on: AssessmentDates): Fen =>
  sumFen(
    (facts.assisted ?? [])
      .filter((before) => before.on.slice(0, 4) === on.benefitMonth.slice(0, 4))
      .map(({ amount }) => amount),
  );

/** Most that one household gets in a calendar year, fen. */
export const yearlyCap = (facts: HouseholdFacts, on: AssessmentDates, snapshot: ParameterSnapshot): Fen =>
  timesFen(
    standardOfApplication(on, snapshot),
    householdMeans(facts, on, snapshot).members.length *
      valueOn(snapshot, 'temporaryAssistance.yearlyCap', on.regimeOn ?? on.assessedOn).value,
  );

function notAgain(facts: HouseholdFacts, on: AssessmentDates, snapshot: ParameterSnapshot): readonly Condition[] {
  const again = (facts.assisted ?? []).some(({ cause, goodReason }) => cause === facts.cause && goodReason !== true);
  return [
    testFact({ id: 'sameCauseAgain', article: '国发〔2014〕47号' }, again, false),
    testCondition({
      id: 'yearlyCapLeft',
      article: '本市临时救助年度封顶线',
      value: ratio(assistedInYear(facts, on)),
      limit: ratio(yearlyCap(facts, on, snapshot)),
      comparison: '<',
    }),
  ];
}

/**
 * How many standards a member the spending brings: the last tier whose share of the income it reaches. Whoever spends without any
 * income is in the highest.
 */
export function spendingTimes(spending: Fen, income: Fen, on: PlainDate, snapshot: ParameterSnapshot): number {
  const tiers = valueOn(snapshot, 'temporaryAssistance.expenditureTiers', on).value;
  const reached =
    income === 0 && spending > 0 ? tiers : tiers.filter(({ from }) => reaches(spending, income, from).met);
  return reached.at(-1)?.times ?? 0;
}

const reaches = (spending: Fen, income: Fen, from: Ratio): Condition =>
  testCondition({
    id: 'spendingReachesTier',
    article: TYPES,
    value: ratio(spending),
    limit: multiplyRatios(from, ratio(income)),
    comparison: income === 0 ? '>' : '>=',
  });

function spendingCondition(
  facts: HouseholdFacts,
  on: AssessmentDates,
  snapshot: ParameterSnapshot,
): readonly Condition[] {
  const { assessedOn, regimeOn = assessedOn } = on;
  const [lowest] = valueOn(snapshot, 'temporaryAssistance.expenditureTiers', regimeOn).value;
  const spending = necessarySpending(facts) ?? fen(0);
  return lowest === undefined ? [] : [reaches(spending, householdMeans(facts, on, snapshot).annualIncome, lowest.from)];
}

/**
 * Everything tested for temporary assistance. Spending and earlier help are asked about only where all else fits; throws
 * MissingFacts for them.
 */
export function temporaryConditions(
  form: TemporaryForm,
  facts: HouseholdFacts,
  on: AssessmentDates,
  snapshot: ParameterSnapshot,
): readonly Condition[] {
  const first = standing(form, facts, on, snapshot);
  if (!first.every(({ met }) => met)) return first;
  const missing = missingIn(form, facts);
  if (missing.length > 0) throw new MissingFacts(missing);
  const spending = form === 'expenditure' ? spendingCondition(facts, on, snapshot) : [];
  return [...first, ...spending, ...notAgain(facts, on, snapshot)];
}

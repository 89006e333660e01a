import type { AmountPart, Assessment, AssessmentDates } from '../assessment/assessment.ts';
import { addYears, firstDayOf, plainDate, type PlainDate, type YearMonth } from '../dates.ts';
import { assertConsistent } from '../eligibility/contradictions.ts';
import { lastYearsDisposableIncome } from '../eligibility/disposable-income.ts';
import type { HouseholdFacts, Member } from '../eligibility/facts.ts';
import { standardOn } from '../eligibility/income.ts';
import { type MissingFact, MissingFacts } from '../eligibility/missing-facts.ts';
import { personOf } from '../eligibility/person.ts';
import { propertyDoubts } from '../eligibility/property.ts';
import { type SelfCareClass, selfCareClass } from '../eligibility/self-care.ts';
import { testTekun } from '../eligibility/tekun.ts';
import {
  addRatios,
  ceilToYuan,
  compareRatios,
  type Fen,
  fen,
  multiplyRatios,
  percent,
  type Ratio,
  ratio,
} from '../money.ts';
import { ofDay, type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';

/** The city sets its standards anew each 1 July (policy R-STD): from then to the next 30 June "last year" is the year before. */
const standardsSetOn = (date: PlainDate): PlainDate => {
  const july = plainDate(`${date.slice(0, 4)}-07-01`);
  return date < july ? addYears(july, -1) : july;
};

/**
 * The basic living standard 基本生活标准 on a day, fen a month: the greater of 1.3 dibao standards and 40% of the disposable income
 * per head of the year before the standards were set, rounded up to the yuan (国发〔2016〕14号; 常民救〔2020〕3号 一1).
 */
const basicLivingStandardOn = ofDay((snapshot, date): Fen => {
  const byDibao = multiplyRatios(
    valueOn(snapshot, 'tekun.standardMultiple', date).value,
    ratio(standardOn(snapshot, date)),
  );
  const byIncome = multiplyRatios(
    percent(valueOn(snapshot, 'tekun.disposableShare', date).value),
    ratio(lastYearsDisposableIncome(snapshot, standardsSetOn(date)), 12),
  );
  return ceilToYuan(compareRatios(byDibao, byIncome) < 0 ? byIncome : byDibao);
});

const shareOf = {
  full: 'tekun.careShareFull',
  partial: 'tekun.careSharePartial',
  none: 'tekun.careShareNone',
} as const;

/** The care standard 照料护理标准 of a self-care class on a day, exact, fen a month: a share of the minimum wage (国发〔2016〕14号). */
const careStandardOn = (selfCare: SelfCareClass, snapshot: ParameterSnapshot, date: PlainDate): Ratio =>
  multiplyRatios(
    percent(valueOn(snapshot, shareOf[selfCare], date).value),
    ratio(valueOn(snapshot, 'wages.minimum', date).value),
  );

const selfCareMissing = ({ personId }: Member): MissingFact => ({
  path: `members.${personId}.selfCareFailed`,
  zh: '生活自理能力六项评估结果',
  en: 'outcome of the six-item self-care test',
});

/**
 * What full support pays a person in a month: basic living standard and care standard, rounded up to the yuan once more at
 * the end. Throws MissingFacts without a self-care test, RangeError for a month for which a parameter has no value.
 */
export function tekunAmount(
  person: Member,
  month: YearMonth,
  snapshot: ParameterSnapshot,
): { readonly amount: Fen; readonly parts: readonly AmountPart[] } {
  if (person.selfCareFailed === undefined) throw new MissingFacts([selfCareMissing(person)]);
  const date = firstDayOf(month);
  const basic = ratio(basicLivingStandardOn(snapshot, date));
  const care = careStandardOn(selfCareClass(person.selfCareFailed), snapshot, date);
  return {
    amount: ceilToYuan(addRatios(basic, care)),
    parts: [
      { name: 'basicLivingStandard', amount: basic },
      { name: 'careStandard', amount: care },
    ],
  };
}

/**
 * Full support 特困人员救助供养 of one person (policy R-TK). Throws InconsistentFacts; MissingFacts naming supporters, what is
 * not known of them, and the self-care test; RangeError for a person who is no member or a day without a parameter.
 */
export function assessTekun(
  facts: HouseholdFacts,
  on: AssessmentDates,
  snapshot: ParameterSnapshot,
  personId?: string,
): Assessment {
  const { assessedOn, benefitMonth, regimeOn = assessedOn } = on;
  assertConsistent(facts, assessedOn);
  const person = personOf(facts, personId);
  const { eligible, conditions, means, missing } = testTekun(facts, person, { assessedOn, regimeOn }, snapshot);
  if (missing.length > 0)
    throw new MissingFacts(person.selfCareFailed === undefined ? [...missing, selfCareMissing(person)] : missing);
  const { amount, parts } = eligible ? tekunAmount(person, benefitMonth, snapshot) : { amount: fen(0), parts: [] };
  return {
    kind: 'tekun',
    personId: person.personId,
    on,
    eligible,
    conditions,
    countedMembers: [person.personId],
    annualIncome: means.annualIncome,
    perCapitaMonthly: means.monthlyIncome,
    standard: standardOn(snapshot, firstDayOf(benefitMonth)),
    amount,
    shares: [],
    parts,
    parameterVersion: snapshot.version,
    doubts: propertyDoubts(facts, [person]),
  };
}

import { ageOn, type PlainDate } from '../dates.ts';
import { ratio } from '../money.ts';
import { ofDay, type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import { type Condition, testCondition, testFact } from './condition.ts';
import { isIntellectualOrMental } from './disability.ts';
import type { Disability, HouseholdFacts, Member } from './facts.ts';
import type { MissingFact } from './missing-facts.ts';
import { type OwnMeans, ownMeans } from './own-means.ts';
import { testSupport } from './supporters.ts';

/** Ages that mean no ability to work: 60 or more, under 16 (民发〔2021〕43号 §5). */
const OLD = 60;
const WORKING_AGE = 16;
const ADULT = 18;

const NEW_RULES_FROM = '2021-07-01';

/** The article on a day whose law counts; the rules of 2016 are cited as a whole. */
const articleOf = (section: number, regimeOn: PlainDate): string =>
  regimeOn < NEW_RULES_FROM ? '民发〔2016〕178号' : `民发〔2021〕43号 §${section}`;

/** What the law of a day says about full support. */
const tekunRules = ofDay((snapshot, regimeOn) => ({
  leftOut: valueOn(snapshot, 'tekun.incomeNotCounted', regimeOn).value,
  intellectualMental: valueOn(snapshot, 'tekun.intellectualMentalGrade', regimeOn).value,
  limb: valueOn(snapshot, 'tekun.limbGrade', regimeOn).value,
  visual: valueOn(snapshot, 'tekun.visualGrade', regimeOn).value,
}));

/** Whether the law of a day counts a disability as no ability to work (民发〔2021〕43号 §5 (3)). */
export function isListedDisability(
  disability: Disability | undefined,
  regimeOn: PlainDate,
  snapshot: ParameterSnapshot,
): boolean {
  if (disability === undefined) return false;
  const { intellectualMental, limb, visual } = tekunRules(snapshot, regimeOn);
  const { type, grade } = disability;
  if (isIntellectualOrMental(disability)) return grade <= intellectualMental;
  return (type === 'limb' && grade <= limb) || (type === 'visual' && grade <= visual);
}

/** Minors on full support stay to 18, longer at a compulsory or secondary school (民发〔2021〕43号 §24, 社会救助法 §16). */
const staysOnTekun = (person: Member, age: number): boolean =>
  person.tekun === true && (age < ADULT || person.student === 'compulsory' || person.student === 'secondary');

/** No ability to work 无劳动能力: the ground that holds, or all grounds if none does. */
function withoutAbilityToWork(
  person: Member,
  on: PlainDate,
  regimeOn: PlainDate,
  snapshot: ParameterSnapshot,
): Condition[] {
  const { personId, birthDate, disability } = person;
  const age = ageOn(birthDate, on);
  const about = { article: articleOf(5, regimeOn), personId };
  const byAge = (id: 'ageSixtyOrMore' | 'ageUnderSixteen', comparison: '>=' | '<', limit: number): Condition =>
    testCondition({ ...about, id, value: ratio(age), limit: ratio(limit), comparison });
  const grounds = [
    byAge('ageSixtyOrMore', '>=', OLD),
    byAge('ageUnderSixteen', '<', WORKING_AGE),
    testFact({ ...about, id: 'disabledAsListed' }, isListedDisability(disability, regimeOn, snapshot)),
  ];
  // Who is on it for a disability, be it regraded, is not on it as a minor.
  if (person.tekun === true && (disability === undefined || staysOnTekun(person, age)))
    grounds.push(
      testFact({ id: 'staysOnTekun', article: articleOf(24, regimeOn), personId }, staysOnTekun(person, age)),
    );
  const ground = grounds.find(({ met }) => met);
  return ground === undefined ? grounds.map((one) => ({ ...one, oneOf: 'noAbilityToWork' })) : [ground];
}

/** Nobody in prison or declared missing is on full support (民发〔2021〕43号 §24). */
function notAway({ livesElsewhere, personId }: Member, regimeOn: PlainDate): Condition[] {
  const reason = livesElsewhere?.reason;
  if (reason !== 'prison' && reason !== 'declaredMissing') return [];
  return [testFact({ id: 'neitherInPrisonNorMissing', article: articleOf(24, regimeOn), personId }, false)];
}

/** Whether a person has a right to full support, on which conditions, and what must be asked first. */
export interface TekunTest {
  readonly eligible: boolean;
  readonly conditions: readonly Condition[];
  readonly means: OwnMeans;
  readonly missing: readonly MissingFact[];
}

/**
 * The three conditions of full support 特困人员 (民发〔2021〕43号 §§4–9; before 2021-07-01 民发〔2016〕178号): no ability to work,
 * no income, no able supporter. Supporters are asked about only where the first two hold. `eligible` says nothing while facts
 * are missing.
 */
export function testTekun(
  facts: HouseholdFacts,
  person: Member,
  on: { readonly assessedOn: PlainDate; readonly regimeOn: PlainDate },
  snapshot: ParameterSnapshot,
): TekunTest {
  const { assessedOn, regimeOn } = on;
  const { leftOut } = tekunRules(snapshot, regimeOn);
  const article = articleOf(6, regimeOn);
  const means = ownMeans(facts, person, on, { incomeArticle: article, propertyArticle: article, leftOut }, snapshot);
  const first = [
    ...withoutAbilityToWork(person, assessedOn, regimeOn, snapshot),
    ...means.conditions,
    ...notAway(person, regimeOn),
  ];
  if (!first.every(({ met }) => met)) return { eligible: false, conditions: first, means, missing: [] };
  const support = testSupport(facts, person, articleOf(8, regimeOn), assessedOn, snapshot);
  return {
    eligible: support.conditions.every(({ met }) => met),
    conditions: [...first, ...support.conditions],
    means,
    missing: support.missing,
  };
}

import { ageOn, type PlainDate } from '../dates.ts';
import { ratio } from '../money.ts';
import type { ParameterSnapshot } from '../parameters/snapshot.ts';
import { type Condition, testCondition, testFact } from './condition.ts';
import { isGradeThreeIntellectualOrMental, isSeverelyDisabled } from './disability.ts';
import { lastYearsDisposableIncome } from './disposable-income.ts';
import type { HouseholdFacts, Member, Supporter } from './facts.ts';
import { ableMembers } from './household-supporters.ts';
import type { MissingFact } from './missing-facts.ts';

/** Age from which somebody on dibao cannot be asked to support (民发〔2021〕43号 §8 (2)). */
const OLD_ON_DIBAO = 60;
/** Age from which somebody of little income and property cannot be asked to support (民发〔2021〕43号 §8 (3)). */
const OLD = 70;

/** Whether those bound to support a person can: the conditions, and what must be asked before it can be said. */
export interface SupportTest {
  readonly conditions: readonly Condition[];
  readonly missing: readonly MissingFact[];
}

type Fact = 'annualIncome' | 'modestProperty';
interface Tested {
  readonly able: boolean;
  readonly conditions: readonly Condition[];
  readonly asked: readonly Fact[];
}

/** Only with a modest income and property are the old and the gravely disabled unable; for those impeded the property suffices. */
function testMeans(supporter: Supporter, status: Condition, on: PlainDate, snapshot: ParameterSnapshot): Tested {
  const { annualIncome, modestProperty, impediment } = supporter;
  const { article, personId } = status;
  const about = { article, ...(personId !== undefined && { personId }) };
  const property =
    modestProperty === undefined ? [] : [testFact({ ...about, id: 'supporterModestProperty' }, modestProperty)];
  const income =
    impediment !== undefined || annualIncome === undefined
      ? []
      : [
          testCondition({
            ...about,
            id: 'supporterIncomeBelowAverage',
            value: ratio(annualIncome),
            limit: ratio(lastYearsDisposableIncome(snapshot, on)),
            comparison: '<',
          }),
        ];
  const conditions = [status, ...income, ...property];
  const able = !conditions.every(({ met }) => met);
  const asked: Fact[] = [
    ...(impediment === undefined && annualIncome === undefined ? (['annualIncome'] as const) : []),
    ...(modestProperty === undefined ? (['modestProperty'] as const) : []),
  ];
  return { able, conditions, asked: able ? [] : asked };
}

function testSupporter(supporter: Supporter, article: string, on: PlainDate, snapshot: ParameterSnapshot): Tested {
  const about = { article, personId: supporter.id };
  const unable = (...conditions: Condition[]): Tested => ({ able: false, conditions, asked: [] });
  const age = ageOn(supporter.birthDate, on);
  const aged = (least: number): Condition =>
    testCondition({ ...about, id: 'supporterAge', value: ratio(age), limit: ratio(least), comparison: '>=' });
  if (supporter.onTekun === true) return unable(testFact({ ...about, id: 'supporterOnTekun' }, true));
  if (supporter.onDibao === true && age >= OLD_ON_DIBAO)
    return unable(testFact({ ...about, id: 'supporterOnDibao' }, true), aged(OLD_ON_DIBAO));
  if (supporter.impediment !== undefined)
    return testMeans(supporter, testFact({ ...about, id: 'supporterImpeded' }, true), on, snapshot);
  if (age >= OLD) return testMeans(supporter, aged(OLD), on, snapshot);
  if (isSeverelyDisabled(supporter.disability) || isGradeThreeIntellectualOrMental(supporter.disability))
    return testMeans(supporter, testFact({ ...about, id: 'supporterDisabled' }, true), on, snapshot);
  return { able: true, conditions: [testFact({ ...about, id: 'supporterUnable' }, false)], asked: [] };
}

const wordsOf: Record<Fact, { readonly zh: string; readonly en: string }> = {
  annualIncome: { zh: '法定义务人过去十二个月收入', en: 'income of the supporter in the past 12 months' },
  modestProperty: {
    zh: '法定义务人财产是否符合规定',
    en: 'whether the property of the supporter is within the limit',
  },
};

/**
 * No able supporter 无法定义务人或义务人无履行能力 (民发〔2021〕43号 §8): nobody is bound to support, or each is on full support,
 * on dibao and 60, or unable for age, disability, legal incapacity, absence or prison. One able supporter decides, whatever is
 * not known of the others; so does an able member of the household where supporters are not stated. Throws RangeError where last year's income per head is needed and not known.
 */
export function testSupport(
  facts: HouseholdFacts,
  person: Member,
  article: string,
  on: PlainDate,
  snapshot: ParameterSnapshot,
): SupportTest {
  const path = `members.${person.personId}.supporters`;
  const { supporters, personId } = person;
  const none = (able: number): Condition =>
    testCondition({ id: 'ableSupporters', article, value: ratio(able), limit: ratio(0), comparison: '=', personId });
  if (supporters === undefined) {
    const able = ableMembers(facts, person, on).length;
    if (able > 0) return { conditions: [none(able)], missing: [] };
    return {
      conditions: [],
      missing: [
        {
          path,
          zh: '法定赡养、抚养、扶养义务人（没有的填空）',
          en: 'everybody bound by law to support the person, even if nobody',
        },
      ],
    };
  }
  const tested = supporters.map((supporter) => ({
    id: supporter.id,
    ...testSupporter(supporter, article, on, snapshot),
  }));
  const able = tested.filter((one) => one.able).length;
  return {
    conditions: [none(able), ...tested.flatMap(({ conditions }) => conditions)],
    missing:
      able > 0
        ? []
        : tested.flatMap(({ id, asked }) => asked.map((fact) => ({ path: `${path}.${id}.${fact}`, ...wordsOf[fact] }))),
  };
}

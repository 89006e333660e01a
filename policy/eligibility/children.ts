import { addMonths, ageOn, monthOf, monthsFrom, type PlainDate } from '../dates.ts';
import { ratio } from '../money.ts';
import { type Condition, testCondition, testFact } from './condition.ts';
import { isIntellectualOrMental } from './disability.ts';
import type { Member, ParentFacts } from './facts.ts';
import { MissingFacts } from './missing-facts.ts';

const ADULT = 18;
/** Custody and silence count once they have lasted this long. */
const MONTHS_AWAY = 6;
/** Grades that keep a parent from caring: severe of any kind; to grade 4 if intellectual or mental. */
const SEVERE = 2;
const MILDEST = 4;

const ORPHAN = '国办发〔2010〕54号';
const UNATTENDED = '民发〔2019〕62号 一';

/** The two allowances for children. */
export type ChildrensAllowance = 'orphan' | 'deFactoUnattendedChild';

/** Whole months from a day to another: a month is full on the same day of the next. */
function fullMonths(since: PlainDate, on: PlainDate): number {
  const months = monthsFrom(monthOf(since), monthOf(on));
  return addMonths(since, months) > on ? months - 1 : months;
}

/** Dead, declared missing or not traceable 死亡、被宣告失踪、查找不到. */
const isLost = ({ circumstance }: ParentFacts): boolean =>
  circumstance === 'dead' || circumstance === 'declaredMissing' || circumstance === 'notTraceable';

/** Whether one parent is lost or cannot care for the child, for the reason stated (民发〔2019〕62号 一). */
function unableToCare(parent: ParentFacts, personId: string, on: PlainDate): Condition {
  const about = { article: UNATTENDED, personId };
  const { circumstance, since = on, disability } = parent;
  switch (circumstance) {
    case 'dead':
    case 'declaredMissing':
    case 'notTraceable':
      return testFact({ ...about, id: 'parentLost' }, true);
    case 'severelyIll':
      return testFact({ ...about, id: 'parentUnableToCare' }, true);
    case 'inCustody':
    case 'outOfContact':
      return testCondition({
        ...about,
        id: 'parentAwayMonths',
        value: ratio(fullMonths(since, on)),
        limit: ratio(MONTHS_AWAY),
        comparison: '>=',
      });
    case 'disabled':
      if (disability === undefined) return testFact({ ...about, id: 'parentUnableToCare' }, false);
      return testCondition({
        ...about,
        id: 'parentDisabilityGrade',
        value: ratio(disability.grade),
        limit: ratio(isIntellectualOrMental(disability) ? MILDEST : SEVERE),
        comparison: '<=',
      });
    case 'able':
      return testFact({ ...about, id: 'parentUnableToCare' }, false);
  }
}

/**
 * The conditions of an allowance for a child (policy R-CH): under 18; an orphan has lost both parents; a child without care
 * in fact has a parent who cannot care for it, the other likewise or lost. A child of the head whose parents are not stated is
 * cared for by the head. Throws MissingFacts for another minor whose parents are not stated.
 */
export function childConditions(kind: ChildrensAllowance, child: Member, on: PlainDate): Condition[] {
  const { personId, birthDate, parents, relation } = child;
  const article = kind === 'orphan' ? ORPHAN : UNATTENDED;
  const age = ageOn(birthDate, on);
  const minor = testCondition({
    id: 'ageUnderEighteen',
    article,
    value: ratio(age),
    limit: ratio(ADULT),
    comparison: '<',
    personId,
  });
  if (!minor.met) return [minor];
  if (parents === undefined) {
    if (relation === 'child') return [minor, testFact({ id: 'parentUnableToCare', article, personId }, false)];
    throw new MissingFacts([
      { path: `members.${personId}.parents`, zh: '父母双方情况', en: 'how both parents stand to the child' },
    ]);
  }
  if (kind === 'orphan')
    return [minor, ...parents.map((parent) => testFact({ id: 'parentLost', article, personId }, isLost(parent)))];
  return [
    minor,
    testFact({ id: 'bothParentsLost', article, personId }, parents.every(isLost), false),
    ...parents.map((parent) => unableToCare(parent, personId, on)),
  ];
}

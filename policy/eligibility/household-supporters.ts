import { ageOn, type PlainDate } from '../dates.ts';
import { isGradeThreeIntellectualOrMental, isSeverelyDisabled } from './disability.ts';
import type { HouseholdFacts, Member } from './facts.ts';

const ADULT = 18;
/** From this age on more must be known of a supporter than a member's facts say (民发〔2021〕43号 §8 (2)). */
const OLD = 60;

/** Ties by which the law binds the head and a member to support each other (Civil Code §§1059, 1067). */
const isBoundToHead = ({ relation }: Member): boolean =>
  relation === 'spouse' || relation === 'child' || relation === 'parent';

const areBound = (one: Member, other: Member): boolean =>
  (one.relation === 'head' && isBoundToHead(other)) || (other.relation === 'head' && isBoundToHead(one));

/** Of none of the groups that cannot be asked to support (民发〔2021〕43号 §8), whatever the income and property. */
function isAble(member: Member, on: PlainDate): boolean {
  const { birthDate, disability, tekun, livesElsewhere } = member;
  const age = ageOn(birthDate, on);
  return (
    age >= ADULT &&
    age < OLD &&
    tekun !== true &&
    !isSeverelyDisabled(disability) &&
    !isGradeThreeIntellectualOrMental(disability) &&
    livesElsewhere?.reason !== 'prison' &&
    livesElsewhere?.reason !== 'declaredMissing'
  );
}

/**
 * Members whom the law binds to support a person and who can, by what is stated of them already: who has one is not asked about
 * further supporters. Others of the household may be bound too; that must be stated.
 */
export const ableMembers = ({ members }: HouseholdFacts, person: Member, on: PlainDate): readonly Member[] =>
  members.filter((other) => other !== person && areBound(person, other) && isAble(other, on));

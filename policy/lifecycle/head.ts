import { ageOn, type PlainDate } from '../dates.ts';
import type { Absence, Member } from '../eligibility/facts.ts';
import { recipientsOf } from './recipients.ts';
import type { Refusal } from './refusals.ts';
import { refusal } from './refusals.ts';
import { withGrant } from './stages.ts';
import type { CaseState } from './state.ts';

/** Who so lives elsewhere cannot speak for the household (assumption). */
const outOfReach: readonly Absence[] = ['prison', 'detoxification', 'declaredMissing', 'ownHousehold'];

/** Whether somebody of the household has died: reported, or stated in the facts. */
export const hasDied = ({ died = [], facts }: CaseState, person: string): boolean =>
  died.includes(person) || facts.members.some(({ personId, diedOn }) => personId === person && diedOn !== undefined);

const isAdult = ({ birthDate }: Member, on: PlainDate): boolean => birthDate <= on && ageOn(birthDate, on) >= 18;

/** Members who live and have not been reported to have left. */
const remaining = (state: CaseState): readonly Member[] =>
  state.facts.members.filter(
    (member) =>
      !hasDied(state, member.personId) &&
      state.proceeding?.reasons.some(({ kind, personId }) => kind === 'memberLeft' && personId === member.personId) !==
        true,
  );

/** Members who live, have not left, and are where they can speak for the household. */
export const presentMembers = (state: CaseState): readonly Member[] =>
  remaining(state).filter(
    ({ livesElsewhere }) => livesElsewhere === undefined || !outOfReach.includes(livesElsewhere.reason),
  );

/** Why this member may not become head of household 户主: only who lives and is there, an adult unless none is left. */
export function mayNotBeHead(state: CaseState, head: string, on: PlainDate): Refusal | undefined {
  const member = state.facts.members.find(({ personId }) => personId === head);
  if (hasDied(state, head))
    return refusal(
      'head-not-living',
      '该成员已报告死亡，不能作为户主；请变更为其他健在的成员。',
      'The death of this member is reported: name a living member instead.',
    );
  const there = presentMembers(state);
  if (!member || !there.includes(member))
    return refusal(
      'head-not-present',
      '该成员已离开家庭或者不在家中，不能作为户主；请变更为在家的成员。',
      'This member has left or is away: name a member who is there instead.',
    );
  return isAdult(member, on) || !there.some((other) => isAdult(other, on))
    ? undefined
    : refusal(
        'head-minor',
        '家中尚有成年成员，未成年人不能作为户主；请变更为成年成员。',
        'An adult is left: name an adult instead of a minor.',
      );
}

/** Whether the head has died and another has to be named; where nobody is left whom the right is for, it ends instead. */
export const newHeadDue = (state: CaseState): boolean =>
  withGrant.some((stage) => stage === state.stage) &&
  hasDied(state, state.application.head) &&
  recipientsOf(state).some((person) => !hasDied(state, person)) &&
  presentMembers(state).length > 0;

/** Of those left after the head's death, whom letters address until another is named: the eldest adult, if there is one. */
export const eldestAdult = (state: CaseState, on: PlainDate): string | undefined =>
  remaining(state)
    .filter((member) => isAdult(member, on))
    .toSorted((a, b) => (a.birthDate < b.birthDate ? -1 : 1))[0]?.personId;

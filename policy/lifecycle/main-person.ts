import { ageOn, type PlainDate } from '../dates.ts';
import type { CaseState } from './state.ts';

/** The person a case bears the name of: whom it is for where the kind is by person, else the head of household. */
export const mainPersonOf = ({ subject, application }: Pick<CaseState, 'subject' | 'application'>): string =>
  subject ?? application.head;

/** Whether somebody of this birth date is under 18 on a day, or not born yet then. */
export const isChild = (birthDate: PlainDate, on: PlainDate): boolean => birthDate > on || ageOn(birthDate, on) < 18;

/** Whether a member is a child on a day. */
export function isChildOn({ facts }: Pick<CaseState, 'facts'>, personId: string, on: PlainDate): boolean {
  const member = facts.members.find((known) => known.personId === personId);
  return member !== undefined && isChild(member.birthDate, on);
}

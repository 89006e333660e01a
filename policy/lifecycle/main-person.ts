import { ageOn, type PlainDate } from '../dates.ts';
import type { CaseState } from './state.ts';

/** The person a case bears the name of: whom it is for where the kind is by person, else the head of household. */
export const mainPersonOf = ({ subject, application }: Pick<CaseState, 'subject' | 'application'>): string =>
  subject ?? application.head;

/** Whether a member is under 18 on a day, or not born yet then. */
export function isChildOn({ facts }: Pick<CaseState, 'facts'>, personId: string, on: PlainDate): boolean {
  const member = facts.members.find((known) => known.personId === personId);
  return member !== undefined && (member.birthDate > on || ageOn(member.birthDate, on) < 18);
}

import type { HouseholdFacts, Member } from './facts.ts';

/** The member a kind given by person is about. Throws RangeError if nobody is named or the named one is no member. */
export function personOf({ members }: HouseholdFacts, personId: string | undefined): Member {
  if (personId === undefined) throw new RangeError('this kind of help is given by person: no person is named');
  const person = members.find((member) => member.personId === personId);
  if (person === undefined) throw new RangeError(`${personId} is no member of the household`);
  return person;
}

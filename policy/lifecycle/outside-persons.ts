import type { CaseState } from './state.ts';

/** What brought somebody outside the household into the case: filed or signed for a member, or supports one 赡养. */
export type OutsidePart = 'guardian' | 'agent' | 'supporter';

/** Somebody the case names who is no member of the household. */
export interface OutsidePerson {
  readonly personId: string;
  readonly parts: readonly OutsidePart[];
}

/** Guardians, agents and supporters whom the case names and who are no members, in the order in which they came into it. */
export function outsidePersons(state: CaseState): OutsidePerson[] {
  const { application, authorisations, supporterConsents, facts } = state;
  const named: (readonly [personId: string, part: OutsidePart])[] = [
    ...(application.filedBy ? [[application.filedBy.personId, 'agent'] as const] : []),
    ...authorisations.flatMap(({ signer, by }) =>
      signer === undefined || by === 'self' ? [] : [[signer, by] as const],
    ),
    ...supporterConsents.map((personId) => [personId, 'supporter'] as const),
  ];
  const outside = named.filter(([personId]) => !facts.members.some((member) => member.personId === personId));
  return [...new Set(outside.map(([personId]) => personId))].map((personId) => ({
    personId,
    parts: [...new Set(outside.filter(([named]) => named === personId).map(([, part]) => part))],
  }));
}

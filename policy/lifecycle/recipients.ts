import { type Kind, kinds } from '../kinds.ts';
import type { CaseState } from './state.ts';

/** Ids of those the right is for: the person named for a kind by person, else everybody of the household. */
export const recipientsOf = (state: Pick<CaseState, 'kind' | 'subject' | 'facts'>): readonly string[] =>
  kinds[state.kind].by === 'person' && state.subject !== undefined
    ? [state.subject]
    : state.facts.members.map((member) => member.personId);

/** Whether a kind is for one person of the household. */
export const isByPerson = (kind: Kind): boolean => kinds[kind].by === 'person';

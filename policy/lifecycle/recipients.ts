import { isByPerson } from '../kinds.ts';
import type { CaseState } from './state.ts';

/** Ids of those the right is for: the person named for a kind by person, else everybody of the household. */
export const recipientsOf = (state: Pick<CaseState, 'kind' | 'subject' | 'facts'>): readonly string[] =>
  isByPerson(state.kind) && state.subject !== undefined
    ? [state.subject]
    : state.facts.members.map((member) => member.personId);

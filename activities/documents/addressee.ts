import { isChildOn, mainPersonOf } from '../../policy/lifecycle/main-person.ts';
import type { DocumentInput } from './document-input.ts';
import { dayOf, nameOf } from './document-input.ts';

/** Whether the case ended because nobody it covers is left: the letter goes to the family. */
const recipientDied = ({ event, state }: DocumentInput): boolean =>
  event.type === 'caseEnded' &&
  event.data.reason === 'memberDied' &&
  (state.subject !== undefined || state.facts.members.length === 1);

/** Whom a letter addresses: the head of household or the person it is about, a child's guardian, or the family of who has died. */
export function addresseeOf(input: DocumentInput): string {
  const { state } = input;
  const recipient = mainPersonOf(state);
  const died = state.facts.members.some((member) => member.personId === recipient && member.diedOn !== undefined);
  const name = nameOf(input, recipient);
  if (died || recipientDied(input)) return `${name}家属`;
  return state.subject !== undefined && isChildOn(state, recipient, dayOf(input)) ? `${name}监护人` : name;
}

import { eldestAdult, hasDied } from '../../policy/lifecycle/head.ts';
import { isChildOn, mainPersonOf } from '../../policy/lifecycle/main-person.ts';
import type { DocumentInput } from './document-input.ts';
import { dayOf, nameOf } from './document-input.ts';

/** Whether the case ended because nobody it covers is left: the letter goes to the family. */
const allDied = ({ event }: DocumentInput): boolean => event.type === 'caseEnded' && event.data.reason === 'memberDied';

/**
 * Whom a letter addresses: the head of household or the person it is about, or a child's guardian. After the head's death, until
 * another is named, the eldest adult left; the family where there is none, and of the only person it was about.
 */
export function addresseeOf(input: DocumentInput): string {
  const { state } = input;
  const recipient = mainPersonOf(state);
  const name = nameOf(input, recipient);
  if (allDied(input)) return `${name}家属`;
  if (hasDied(state, recipient)) {
    const adult = state.subject === undefined ? eldestAdult(state, dayOf(input)) : undefined;
    return adult === undefined ? `${name}家属` : nameOf(input, adult);
  }
  return state.subject !== undefined && isChildOn(state, recipient, dayOf(input)) ? `${name}监护人` : name;
}

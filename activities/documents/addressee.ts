import type { DocumentInput } from './document-input.ts';
import { nameOf } from './document-input.ts';

/** Whether the case ended because its only member died: the letter goes to the family. */
const soleMemberDied = ({ event, state }: DocumentInput): boolean =>
  event.type === 'caseEnded' && event.data.reason === 'memberDied' && state.facts.members.length === 1;

/** Whom a letter addresses: the head of household, or the family of a head who has died. */
export function addresseeOf(input: DocumentInput): string {
  const { head } = input.state.application;
  const died = input.state.facts.members.some((member) => member.personId === head && member.diedOn !== undefined);
  return nameOf(input, head) + (died || soleMemberDied(input) ? '家属' : '');
}

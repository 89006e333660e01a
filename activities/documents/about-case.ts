import { isByPerson, type Kind } from '../../policy/kinds.ts';
import { isChildOn, mainPersonOf } from '../../policy/lifecycle/main-person.ts';
import { dayOf, type DocumentInput, nameOf } from './document-input.ts';
import { kindWords } from './kind-words.ts';

/** The kind of help a case is about. */
export const kindOf = ({ state }: Pick<DocumentInput, 'state'>): Kind => state.kind;

/** How a letter speaks of whom it is about: 你户, 你, or a child by name, since its guardian reads the letter. */
export function whom(input: DocumentInput): string {
  if (!isByPerson(kindOf(input))) return '你户';
  const person = mainPersonOf(input.state);
  return isChildOn(input.state, person, dayOf(input)) ? nameOf(input, person) : '你';
}

/** What was looked into, as the opening of a letter names it. */
export const circumstances = (input: DocumentInput): string =>
  isByPerson(kindOf(input)) ? `${whom(input)}的有关状况` : '你户家庭成员、收入和财产状况';

/** 你户于…提出的最低生活保障申请, or 于…提出的关于你的特困人员救助供养申请: somebody else may have filed it. */
export function applicationWords(input: DocumentInput, on = ''): string {
  const { name } = kindWords[kindOf(input)];
  const filed = on === '' ? '' : `${on}提出的`;
  return isByPerson(kindOf(input)) ? `${filed}关于${whom(input)}的${name}申请` : `你户${on}提出的${name}申请`;
}

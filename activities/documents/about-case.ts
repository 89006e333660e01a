import type { KindFound } from '../../policy/classification/classification.ts';
import type { Kind } from '../../policy/kinds.ts';
import { mainPersonOf } from '../../policy/lifecycle/main-person.ts';
import type { Decision } from '../../policy/lifecycle/state.ts';
import { type DocumentInput, nameOf } from './document-input.ts';
import { isByPerson, kindWords } from './kind-words.ts';

/** The kind of help a case is about. */
export const kindOf = ({ state }: Pick<DocumentInput, 'state'>): Kind => state.kind;

/** The kinds to look at next; older records name one. */
export const nextKindsOf = ({ nextKinds, nextKind }: Pick<Decision, 'nextKinds' | 'nextKind'>): readonly KindFound[] =>
  nextKinds ?? (nextKind === undefined ? [] : [{ kind: nextKind }]);

/** How a letter speaks of whom it is about: 你户, or the person by name, since a guardian may read it. */
export const whom = (input: DocumentInput): string =>
  isByPerson(kindOf(input)) ? nameOf(input, mainPersonOf(input.state)) : '你户';

/** What was looked into, as the opening of a letter names it. */
export const circumstances = (input: DocumentInput): string =>
  isByPerson(kindOf(input)) ? `${whom(input)}的有关状况` : '你户家庭成员、收入和财产状况';

/** 你户…提出的最低生活保障申请 */
export function applicationWords(input: DocumentInput, when = ''): string {
  const { name } = kindWords[kindOf(input)];
  return isByPerson(kindOf(input)) ? `${when}为${whom(input)}提出的${name}申请` : `你户${when}提出的${name}申请`;
}

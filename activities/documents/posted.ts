import { isChildOn, mainPersonOf } from '../../policy/lifecycle/main-person.ts';
import { dateOf } from '../../policy/dates.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import { maskPostedName } from '../../policy/masking.ts';
import type { Fen } from '../../policy/money.ts';
import type { People } from './document-input.ts';

/** What a posting shows of a household: name, number of members and amount, nothing else (policy R-POST; D57 §24). */
export interface PostedRow {
  /** Of the head of household, or of the person the help is for. */
  readonly name: string;
  readonly members: number;
  /** Fen a month, or once; 0 where the kind brings no money. */
  readonly amount: Fen;
}

type ShowName = (name: string, isChild: boolean) => string;

function row(state: CaseState, people: People, showName: ShowName): PostedRow {
  const recipient = mainPersonOf(state);
  const person = people.get(recipient);
  if (person === undefined) throw new RangeError(`a posting names the person ${recipient}, who was not given`);
  if (state.assessment === undefined) throw new RangeError('nothing can be posted of a case not yet assessed');
  return {
    name: showName(person.name, isChildOn(state, recipient, dateOf(state.at))),
    members: state.assessment.countedMembers.length,
    amount: state.assessment.amount,
  };
}

/**
 * The row of the posting on the web: the name masked, a child's altogether. Throws RangeError for a case without an
 * assessment, or if whom it is about is not among `people`.
 */
export const postedRow = (state: CaseState, people: People): PostedRow => row(state, people, maskPostedName);

/** The row of the printed sheet: the name in full, as the law requires, but never a child's. Throws as `postedRow` does. */
export const printedRow = (state: CaseState, people: People): PostedRow =>
  row(state, people, (name, child) => (child ? '（未成年人，姓名依法不予公开）' : name));

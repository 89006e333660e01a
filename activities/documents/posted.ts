import type { PlainDate } from '../../policy/dates.ts';
import { ageOn, dateOf } from '../../policy/dates.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import { maskName } from '../../policy/masking.ts';
import type { Fen } from '../../policy/money.ts';
import type { People } from './document-input.ts';

/** What a posting shows of a household: name, number of members and amount, nothing else (policy R-POST; D57 §24). */
export interface PostedRow {
  readonly name: string;
  readonly members: number;
  /** Fen a month. */
  readonly amount: Fen;
}

type ShowName = (name: string, isChild: boolean) => string;

const isChild = (state: CaseState, personId: string, on: PlainDate): boolean => {
  const member = state.facts.members.find((known) => known.personId === personId);
  return member !== undefined && (member.birthDate > on || ageOn(member.birthDate, on) < 18);
};

function row(state: CaseState, people: People, showName: ShowName): PostedRow {
  const { head } = state.application;
  const person = people.get(head);
  if (person === undefined) throw new RangeError(`a posting names the person ${head}, who was not given`);
  if (state.assessment === undefined) throw new RangeError('nothing can be posted of a case not yet assessed');
  return {
    name: showName(person.name, isChild(state, head, dateOf(state.at))),
    members: state.assessment.countedMembers.length,
    amount: state.assessment.amount,
  };
}

/**
 * The row of the posting on the web: the name masked, a child's altogether. Throws RangeError for a case without an
 * assessment, or if the head of household is not among `people`.
 */
export const postedRow = (state: CaseState, people: People): PostedRow =>
  row(state, people, (name, child) => (child ? '*'.repeat(Array.from(name.trim()).length) : maskName(name)));

/** The row of the printed sheet: the name in full, as the law requires, but never a child's. Throws as `postedRow` does. */
export const printedRow = (state: CaseState, people: People): PostedRow =>
  row(state, people, (name, child) => (child ? '（未成年人，姓名依法不予公开）' : name));

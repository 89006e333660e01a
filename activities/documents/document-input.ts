import type { PlainDate } from '../../policy/dates.ts';
import { dateOf } from '../../policy/dates.ts';
import type { DocumentKind } from '../../policy/lifecycle/documents.ts';
import type { CaseEvent, EventType } from '../../policy/lifecycle/events.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import { maskIdentityNumber } from '../../policy/masking.ts';
import type { Places } from './offices.ts';

/** A person as the register knows them, by the id that the record uses. */
export interface NamedPerson {
  readonly name: string;
  readonly identityNumber: string;
}

export type People = ReadonlyMap<string, NamedPerson>;

/** Everything a document is made from; the same input gives the same bytes. */
export interface DocumentInput {
  readonly kind: DocumentKind;
  /** The number 文号 the document bears. */
  readonly number: string;
  /** The event whose step issues the document. */
  readonly event: CaseEvent;
  /** The case after that event. */
  readonly state: CaseState;
  /** Every person named in state and event. */
  readonly people: People;
  /** Display names of staff, such as 孟河镇经办1. */
  readonly staff: ReadonlyMap<string, string>;
  readonly places: Places;
}

/** The day the document is dated. */
export const dayOf = (input: DocumentInput): PlainDate => dateOf(input.event.at);

type EventNamed<T extends EventType> = Extract<CaseEvent, { readonly type: T }>;

const isOneOf = <T extends EventType>(event: CaseEvent, types: readonly T[]): event is EventNamed<T> =>
  types.some((type) => type === event.type);

/** The event as one of the types that issue this document. Throws RangeError for any other: no document fits it. */
export function eventOf<T extends EventType>({ kind, event }: DocumentInput, ...types: readonly T[]): EventNamed<T> {
  if (!isOneOf(event, types)) throw new RangeError(`no ${kind} is issued with the event ${event.type}`);
  return event;
}

function personOf({ kind, people }: Pick<DocumentInput, 'kind' | 'people'>, personId: string): NamedPerson {
  const person = people.get(personId);
  if (person === undefined) throw new RangeError(`${kind} names the person ${personId}, who was not given`);
  return person;
}

/** The person's name in full. Throws RangeError, naming only the id, for somebody who was not given. */
export const nameOf = (input: DocumentInput, personId: string): string => personOf(input, personId).name;

/** The person's identity number, masked: no document of a case needs it in full. */
export const maskedNumberOf = (input: DocumentInput, personId: string): string =>
  maskIdentityNumber(personOf(input, personId).identityNumber);

/** Display names of staff, the bare id where a colleague has left the register. */
export const staffNames = ({ staff }: DocumentInput, ids: readonly string[]): string =>
  ids.map((id) => staff.get(id) ?? `工号${id}`).join('、');

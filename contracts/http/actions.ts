import { z } from 'zod';
import type { CommandOf, CommandType } from '../../policy/lifecycle/commands.ts';
import { confirmation } from './actions/confirmation.ts';
import { inPayment } from './actions/in-payment.ts';
import { intake } from './actions/intake.ts';
import { records } from './actions/records.ts';
import { review } from './actions/review.ts';
import { verification } from './actions/verification.ts';

/** Commands with a way of their own: a new application, what the public says, what the calendar does. */
type ElsewhereType = 'draftApplication' | 'raiseObjection' | 'recordComplaint' | 'recountDeadlines';

/** Commands that staff give to a case through `POST /v1/cases/{id}/actions`. */
export type ActionType = Exclude<CommandType, ElsewhereType>;

type Scalar = string | number | boolean | undefined;
type Frozen<T> = T extends Scalar
  ? T
  : T extends readonly (infer E)[]
    ? readonly Frozen<E>[]
    : { readonly [K in keyof T]: Frozen<T[K]> };
type Filled<T> = T extends Scalar
  ? T
  : T extends readonly (infer E)[]
    ? readonly Filled<E>[]
    : { readonly [K in keyof T]-?: Filled<T[K]> };
type Both<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** Alike with optional fields as they are, and with all of them there: a field missing on one side shows. */
type Same<A, B> = Both<Frozen<A>, Frozen<B>> extends true ? Both<Filled<A>, Filled<B>> : false;

/** A form that yields anything but its command is `never`, and the assignment below names it. */
type Checked<F extends Record<ActionType, z.ZodType>> = {
  readonly [T in ActionType]: Same<z.output<F[T]>, CommandOf<T>> extends true ? F[T] : never;
};

const forms = { ...intake, ...verification, ...review, ...confirmation, ...inPayment, ...records };
const checked: Checked<typeof forms> = forms;
type Form = (typeof forms)[ActionType];

/** Names of all actions. */
export const actionTypes = Object.keys(forms) as ActionType[];

/** Every action of staff: `type` selects the form. */
export const caseAction = z
  .discriminatedUnion('type', Object.values(checked) as [Form, ...Form[]])
  .meta({ id: 'CaseAction' });

import type { Contradiction } from '../../policy/eligibility/contradictions.ts';
import { type FieldError, Problem } from './problem.ts';

/** What contradicts in a form, about one member or the household. */
export type FormContradiction = Pick<Contradiction, 'personId' | 'zh' | 'en'>;

/** A form whose facts contradict each other, each told at its member; `errors` are faults of the form besides. */
export const contradictory = (errors: readonly FieldError[]): Problem =>
  new Problem('invalid-input', { reason: 'facts-contradict', errors });

/**
 * The entry of a contradiction, its facts standing at `path` of the form. At the last member of that mark: of two alike it is the
 * second that is one too many.
 */
export function entryOf(
  { personId, zh, en }: FormContradiction,
  members: readonly { readonly personId: string }[],
  path: string,
): FieldError {
  const index = members.findLastIndex((member) => member.personId === personId);
  const field = [path, ...(index < 0 ? [] : [`members.${index}`])].filter((part) => part !== '').join('.');
  return { in: 'body', field, message: zh, messageEn: en };
}

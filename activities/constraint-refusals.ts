import type { Refusal } from '../policy/lifecycle/refusals.ts';
import { refusal } from '../policy/lifecycle/refusals.ts';

/** Rules across cases that the database holds, by the constraint's name: what a caseworker is told when one stands against a step. */
const refusals: Readonly<Record<string, Refusal>> = {
  person_on_one_case: refusal(
    'person-on-other-case',
    '家庭成员中有人已在另一户享受低保或特困供养，不得重复享受。请先核对成员或办结原案。',
    'A member is already covered by another living allowance; check the members or end the other case first.',
  ),
};

/**
 * The refusal behind a database error, if the database refused for good (SQLSTATE class 23: an integrity rule). Anything else
 * (connection lost, deadlock, time-out) may succeed when tried again: undefined.
 */
export function refusalOfConstraint(error: unknown): Refusal | undefined {
  const text = error instanceof Error ? `${error.message} ${JSON.stringify(error)}` : String(error);
  const named = Object.keys(refusals).find((constraint) => text.includes(constraint));
  if (named !== undefined) return refusals[named];
  const state = /\b(23\d{3})\b/.exec(text)?.[1];
  return state === undefined
    ? undefined
    : refusal(
        `constraint-${state}`,
        '数据库完整性规则拒绝了这一步，案件未变更。请联系系统管理员。',
        'An integrity rule of the database refused this step; the case is unchanged. Tell the administrators.',
      );
}

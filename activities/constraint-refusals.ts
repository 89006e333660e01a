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
 * The refusal behind a database error, if the database refused for good (SQLSTATE class 23: an integrity rule; 22: a value it
 * cannot hold). Anything else (connection lost, deadlock, time-out) may succeed when tried again: undefined.
 */
export function refusalOfConstraint(error: unknown): Refusal | undefined {
  const state = sqlStateOf(error);
  if (state === undefined || !/^2[23]/.test(state)) return undefined;
  const text = JSON.stringify(error) + String(error);
  const named = Object.keys(refusals).find((constraint) => text.includes(constraint));
  return named === undefined
    ? refusal(
        `constraint-${state}`,
        '数据库完整性规则拒绝了这一步，案件未变更。请联系系统管理员。',
        'An integrity rule of the database refused this step; the case is unchanged. Tell the administrators.',
      )
    : refusals[named];
}

/** PostgreSQL's five characters, wherever the driver and Prisma have put them; never taken from the text of a message. */
function sqlStateOf(error: unknown, depth = 0): string | undefined {
  if (typeof error !== 'object' || error === null || depth > 5) return undefined;
  const code = 'originalCode' in error ? error.originalCode : 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('P')) return code;
  const within = ['cause', 'meta', 'driverAdapterError'] as const;
  return within
    .map((name) => (name in error ? sqlStateOf((error as Record<string, unknown>)[name], depth + 1) : undefined))
    .find((found) => found !== undefined);
}

import { exclusiveGroups } from '../policy/classification/exclusions.ts';
import type { Refusal } from '../policy/lifecycle/refusals.ts';
import { refusal } from '../policy/lifecycle/refusals.ts';

/** Rules across cases that the database holds, by the constraint's name: what a caseworker is told when one stands against a step. */
const refusals: Readonly<Record<string, Refusal>> = {
  person_on_one_case_of_a_kind: refusal(
    'person-on-other-case',
    '家庭成员中有人已有同类救助的在办或者在享案件，同一人同类救助只办一案。请先核对成员或办结原案。',
    'A member already has a live case of the same kind of help, of which nobody has two: check the members or end the other case first.',
  ),
  person_on_one_living_allowance: excluded('livingAllowance'),
  person_in_one_household_status: excluded('householdStatus'),
  tekun_or_childrens_allowance: excluded('tekunOrChildrensAllowance'),
};

/** The rule of a group, and what to do first. */
function excluded(group: keyof typeof exclusiveGroups): Refusal {
  const { zh, en } = exclusiveGroups[group];
  return refusal(
    `excluded-by-${group}`,
    `${zh}，有人已在享其他一项。请先办结原案或者由其退出，再审核确认。`,
    `The rule is: ${en}. Somebody here is on another of them: end that case, or take the person out of it, before this is confirmed.`,
  );
}

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

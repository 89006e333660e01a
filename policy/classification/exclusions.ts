import type { PlainDate } from '../dates.ts';
import type { Wording } from '../eligibility/condition.ts';
import type { Kind } from '../kinds.ts';

/**
 * Kinds of help that exclude one another for one person (policy.md §8). `from`: first day of acceptance for which they do; before,
 * a tekun child had the difference of its allowance [C62 三(一)].
 */
export const exclusiveGroups = {
  livingAllowance: {
    zh: '同一人不得同时享受低保（含单人保）和特困供养',
    en: 'nobody has dibao, single-person dibao and full support at one time',
    kinds: ['dibao', 'dibaoSinglePerson', 'tekun'],
  },
  householdStatus: {
    zh: '同一家庭不得同时认定为低保家庭、低保边缘家庭、刚性支出困难家庭',
    en: 'a household is on dibao, on its edge or in rigid expenditure, never two of them',
    kinds: ['dibao', 'dibaoEdge', 'rigidExpenditure'],
  },
  tekunOrChildrensAllowance: {
    zh: '特困供养、孤儿和事实无人抚养儿童保障只能选择一项',
    en: 'full support and the allowances for children: one is chosen',
    kinds: ['tekun', 'orphan', 'deFactoUnattendedChild'],
    from: '2021-07-01',
  },
} as const satisfies Record<string, Wording & { readonly kinds: readonly Kind[]; readonly from?: string }>;

export type ExclusiveGroupName = keyof typeof exclusiveGroups;

const names = Object.keys(exclusiveGroups) as ExclusiveGroupName[];

/** The groups a kind belongs to under the law of a day (acceptance). */
export const exclusiveGroupsOf = (kind: Kind, regimeOn: PlainDate): readonly ExclusiveGroupName[] =>
  names.filter((name) => {
    const { kinds, from }: { readonly kinds: readonly Kind[]; readonly from?: string } = exclusiveGroups[name];
    return kinds.includes(kind) && (from === undefined || from <= regimeOn);
  });

/** Whether one person (for kinds by household: its members) may not have both kinds under the law of a day. */
export const excludeEachOther = (one: Kind, other: Kind, regimeOn: PlainDate): boolean =>
  one !== other && exclusiveGroupsOf(one, regimeOn).some((name) => exclusiveGroupsOf(other, regimeOn).includes(name));

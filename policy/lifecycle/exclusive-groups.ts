import type { PlainDate } from '../dates.ts';
import type { Wording } from '../eligibility/condition.ts';
import { type Kind, kinds } from '../kinds.ts';
import { isClosed } from './stages.ts';
import type { CaseState } from './state.ts';

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

export type ExclusiveGroup = keyof typeof exclusiveGroups | Kind;

/** One person held by a case in one group. */
export interface Held {
  readonly personId: string;
  readonly group: ExclusiveGroup;
}

type Case = Pick<CaseState, 'stage' | 'application' | 'facts' | 'assessment' | 'decisions'> & {
  readonly kind: Kind;
  readonly subject?: string;
};

/**
 * Whom a case covers: its subject, or the members counted (all of the application until it was assessed; a tekun person or a
 * prisoner in the family is not covered by its dibao).
 */
export function personsCovered({ kind, subject, facts, assessment }: Case): readonly string[] {
  if (kinds[kind].by === 'person') return subject === undefined ? [] : [subject];
  const counted = assessment?.countedMembers;
  return facts.members.map(({ personId }) => personId).filter((id) => counted?.includes(id) ?? true);
}

function groupsOf(kind: Kind, acceptedOn: PlainDate): readonly ExclusiveGroup[] {
  return (Object.keys(exclusiveGroups) as (keyof typeof exclusiveGroups)[]).filter((name) => {
    const group: { readonly kinds: readonly Kind[]; readonly from?: string } = exclusiveGroups[name];
    return group.kinds.includes(kind) && (group.from === undefined || acceptedOn >= group.from);
  });
}

/**
 * Whom a case keeps out of what. From acceptance: a second case of its kind. From confirmation: the kinds that exclude it, so that
 * one may apply for the next kind while the present one still pays, and it is confirmed once that has ended. Nobody once closed.
 */
export function heldBy(state: Case): readonly Held[] {
  const { acceptedOn } = state.application;
  if (acceptedOn === undefined || isClosed(state.stage)) return [];
  const confirmed = state.decisions.some((decision) => decision.kind === 'confirmed');
  const groups: readonly ExclusiveGroup[] = [state.kind, ...(confirmed ? groupsOf(state.kind, acceptedOn) : [])];
  const persons = personsCovered(state);
  return groups.flatMap((group) => persons.map((personId) => ({ personId, group })));
}

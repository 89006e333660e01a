/**
 * Kinds of help 救助种类 that a case can be about (policy.md §1). `by`: whether the household or one person receives it;
 * `payment`: money every month, once, or none (an entitlement to other departments' help). The price subsidy has no case of its own.
 */
export const kinds = {
  dibao: { zh: '最低生活保障', en: 'minimum living allowance', by: 'household', payment: 'monthly' },
  dibaoSinglePerson: { zh: '单人保', en: 'single-person dibao', by: 'person', payment: 'monthly' },
  tekun: { zh: '特困人员救助供养', en: 'full support', by: 'person', payment: 'monthly' },
  dibaoEdge: { zh: '低保边缘家庭', en: 'household on the edge of dibao', by: 'household', payment: 'none' },
  rigidExpenditure: { zh: '刚性支出困难家庭', en: 'rigid-expenditure household', by: 'household', payment: 'none' },
  temporaryAssistance: { zh: '临时救助', en: 'temporary assistance', by: 'household', payment: 'once' },
  orphan: { zh: '孤儿基本生活保障', en: 'orphan allowance', by: 'person', payment: 'monthly' },
  deFactoUnattendedChild: {
    zh: '事实无人抚养儿童基本生活保障',
    en: 'allowance for a child without care in fact',
    by: 'person',
    payment: 'monthly',
  },
} as const satisfies Record<
  string,
  { zh: string; en: string; by: 'household' | 'person'; payment: 'monthly' | 'once' | 'none' }
>;

export type Kind = keyof typeof kinds;

/** All kinds, in the order in which one application is looked through (policy R-CLS). */
export const kindNames = Object.keys(kinds) as Kind[];

/** Whether a kind is for one person of the household. */
export const isByPerson = (kind: Kind): boolean => kinds[kind].by === 'person';

/** How a procedure runs: ordinarily, as quick aid in an emergency, or in an epidemic (policy.md §5.2). */
export type Mode = 'normal' | 'emergency' | 'epidemic';

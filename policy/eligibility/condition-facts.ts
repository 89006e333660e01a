/** What value and limit of a condition count: fen (exact, perhaps in parts), things, a share, or yes (1) and no (0). */
export type ConditionUnit = 'fen' | 'count' | 'percent' | 'yesOrNo';

/** What each condition is about, in the words of a decision letter. */
export const conditionFacts = {
  membersCounted: { zh: '共同生活家庭成员人数', en: 'members counted', unit: 'count' },
  incomeBelowStandard: { zh: '共同生活家庭成员月人均收入', en: 'income a head and month', unit: 'fen' },
  incomeBelowEdge: { zh: '共同生活家庭成员月人均收入', en: 'income a head and month', unit: 'fen' },
  incomeNotBelowStandard: { zh: '共同生活家庭成员月人均收入', en: 'income a head and month', unit: 'fen' },
  incomeBelowExitCeiling: { zh: '共同生活家庭成员月人均收入', en: 'income a head and month', unit: 'fen' },
  financialAssetsWithinLimit: { zh: '家庭人均金融资产', en: 'financial assets a head', unit: 'fen' },
  noVehicle: { zh: '机动车辆、船舶、大型机械数量', en: 'cars, ships and heavy machines', unit: 'count' },
  oneHomeAtMost: { zh: '住房套数', en: 'homes owned', unit: 'count' },
  noShop: { zh: '商铺数量', en: 'shops owned', unit: 'count' },
  tookUpWork: { zh: '因就业增收', en: 'income rose by taking up work', unit: 'yesOrNo' },
  gradualExitProvided: { zh: '可核定的渐退期月数', en: 'months of gradual exit the law provides', unit: 'count' },
} as const satisfies Record<string, { zh: string; en: string; unit: ConditionUnit }>;

export type ConditionId = keyof typeof conditionFacts;

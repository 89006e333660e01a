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
  ownIncomeBelowStandard: { zh: '本人月收入', en: 'own income a month', unit: 'fen' },
  ownFinancialAssetsWithinLimit: { zh: '本人金融资产', en: 'own financial assets', unit: 'fen' },
  ageSixtyOrMore: { zh: '年龄（周岁）', en: 'age', unit: 'count' },
  ageUnderSixteen: { zh: '年龄（周岁）', en: 'age', unit: 'count' },
  disabledAsListed: {
    zh: '属规定类别和等级的残疾人',
    en: 'disability of a kind and grade the law names',
    unit: 'yesOrNo',
  },
  staysOnTekun: {
    zh: '原特困未成年人未满18周岁或仍在校就读',
    en: 'on full support already, and under 18 or at school',
    unit: 'yesOrNo',
  },
  neitherInPrisonNorMissing: {
    zh: '未在监狱服刑、未被宣告失踪',
    en: 'neither in prison nor declared missing',
    unit: 'yesOrNo',
  },
  ableSupporters: { zh: '有履行义务能力的法定义务人人数', en: 'people bound and able to support', unit: 'count' },
  supporterOnTekun: { zh: '法定义务人为特困人员', en: 'supporter on full support', unit: 'yesOrNo' },
  supporterOnDibao: { zh: '法定义务人为低保对象', en: 'supporter on dibao', unit: 'yesOrNo' },
  supporterAge: { zh: '法定义务人年龄（周岁）', en: 'age of the supporter', unit: 'count' },
  supporterDisabled: {
    zh: '法定义务人为重度残疾人或三级智力、精神残疾人',
    en: 'supporter severely disabled, or with an intellectual or mental disability of grade 3',
    unit: 'yesOrNo',
  },
  supporterImpeded: {
    zh: '法定义务人无民事行为能力、被宣告失踪或在监狱服刑',
    en: 'supporter without legal capacity, declared missing or in prison',
    unit: 'yesOrNo',
  },
  supporterIncomeBelowAverage: { zh: '法定义务人年收入', en: 'income of the supporter a year', unit: 'fen' },
  supporterModestProperty: {
    zh: '法定义务人财产符合规定',
    en: 'property of the supporter within the limit',
    unit: 'yesOrNo',
  },
  supporterUnable: {
    zh: '法定义务人属规定的无履行义务能力人员',
    en: 'supporter of those the law calls unable to support',
    unit: 'yesOrNo',
  },
  ofSinglePersonGroup: {
    zh: '属可参照单人户纳入低保的人员',
    en: 'of those who may be on dibao alone',
    unit: 'yesOrNo',
  },
  ofEdgeHousehold: { zh: '为低保边缘家庭成员', en: 'member of a household on the edge of dibao', unit: 'yesOrNo' },
  householdOnDibao: { zh: '所在家庭符合低保条件', en: 'household has a right to dibao', unit: 'yesOrNo' },
  onTekun: { zh: '已享受特困人员救助供养', en: 'on full support', unit: 'yesOrNo' },
  ageUnderEighteen: { zh: '年龄（周岁）', en: 'age', unit: 'count' },
  parentLost: {
    zh: '父母一方死亡、被宣告失踪或查找不到',
    en: 'parent dead, declared missing or not traceable',
    unit: 'yesOrNo',
  },
  bothParentsLost: { zh: '父母双方死亡、失踪或查找不到', en: 'both parents lost', unit: 'yesOrNo' },
  parentUnableToCare: { zh: '父母一方无法履行抚养义务', en: 'parent unable to care for the child', unit: 'yesOrNo' },
  parentDisabilityGrade: { zh: '父母一方残疾等级', en: 'disability grade of the parent', unit: 'count' },
  parentAwayMonths: {
    zh: '父母一方被限制人身自由或失联的月数',
    en: 'months the parent has been in custody or out of contact',
    unit: 'count',
  },
  allowanceChosen: { zh: '选择儿童基本生活保障', en: "children's allowance chosen", unit: 'yesOrNo' },
  kindProvided: { zh: '该类救助已有规定', en: 'the law of the day knows this kind of help', unit: 'yesOrNo' },
  incomeBelowDisposable: { zh: '共同生活家庭成员年人均收入', en: 'income a head and year', unit: 'fen' },
  spendingAboveShareOfIncome: { zh: '家庭年必需支出', en: 'necessary spending of the year', unit: 'fen' },
  spendingReachesTier: { zh: '家庭年必需支出', en: 'necessary spending of the year', unit: 'fen' },
  monthsResident: { zh: '在本地居住的月数', en: 'months of residence here', unit: 'count' },
  monthsInsured: { zh: '在本地参加社会保险的月数', en: 'months of social insurance here', unit: 'count' },
  personsAffected: { zh: '急难涉及的家庭成员人数', en: 'members the emergency struck', unit: 'count' },
  sameCauseAgain: {
    zh: '无正当理由以同一事由再次申请',
    en: 'the same cause again without good reason',
    unit: 'yesOrNo',
  },
  yearlyCapLeft: { zh: '本年度已享受的临时救助金额', en: 'temporary assistance of this year already', unit: 'fen' },
  standardWholeYuan: { zh: '拟定标准为整数元', en: 'the proposed standard is whole yuan', unit: 'yesOrNo' },
  standardAfterLast: {
    zh: '拟定标准的执行日期晚于现行标准',
    en: 'the proposed standard begins after the last one known',
    unit: 'yesOrNo',
  },
  standardAboveFloor: { zh: '拟定低保标准', en: 'proposed dibao standard', unit: 'fen' },
  standardRaised: { zh: '拟定低保标准', en: 'proposed dibao standard', unit: 'fen' },
  tekunTimesDibao: { zh: '拟定特困人员基本生活标准', en: 'proposed basic living standard', unit: 'fen' },
  tekunShareOfIncome: { zh: '拟定特困人员基本生活标准', en: 'proposed basic living standard', unit: 'fen' },
  priceRise: { zh: '价格指数同比涨幅', en: 'rise of the price index over a year', unit: 'percent' },
} as const satisfies Record<string, { zh: string; en: string; unit: ConditionUnit }>;

export type ConditionId = keyof typeof conditionFacts;

/** Groups of conditions of which one is enough, in the words that stand before each of them. */
export const alternatives = {
  noAbilityToWork: {
    zh: '无劳动能力情形之一（符合一项即可）',
    en: 'no ability to work, any one ground of which is enough',
  },
} as const satisfies Record<string, { zh: string; en: string }>;

export type AlternativesId = keyof typeof alternatives;

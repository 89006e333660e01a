import type { Relation } from '../../policy/eligibility/facts.ts';
import { type Kind } from '../../policy/kinds.ts';
import type {
  Channel,
  CommandOf,
  EndReason,
  Outcome,
  ServiceMethod,
  VerificationAnswer,
  VerificationSource,
} from '../../policy/lifecycle/commands.ts';
import type { TopUpReason } from '../../policy/parameters/top-up-reasons.ts';

export const relationWords: Readonly<Record<Relation, string>> = {
  head: '户主',
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  grandparent: '祖父母、外祖父母',
  grandchild: '孙子女、外孙子女',
  sibling: '兄弟姐妹',
  childInLaw: '儿媳、女婿',
  other: '其他',
};

export const channelWords: Readonly<Record<Channel, string>> = {
  self: '本人申请',
  agent: '委托代理',
  villageReport: '村（居）代报',
  dataMatch: '数据比对主动发现',
  conversion: '其他救助转办',
  hotline: '热线转办',
};

export const sourceWords: Readonly<Record<VerificationSource, string>> = {
  householdRegistration: '户籍登记',
  marriage: '婚姻登记',
  vehicles: '车辆、船舶登记',
  realEstate: '不动产登记',
  businessRegistration: '市场主体登记',
  tax: '纳税信息',
  socialInsurance: '社会保险',
  housingFund: '住房公积金',
  deposits: '银行存款',
  securities: '证券',
  disability: '残疾人证',
  custody: '在押、强制戒毒信息',
};

export const findingWords: Readonly<Record<VerificationAnswer['finding'], string>> = {
  agrees: '一致',
  differs: '不一致',
  noRecord: '无记录',
};

export const topUpWords: Readonly<Record<TopUpReason, string>> = {
  severelyIll: '重病患者',
  severelyDisabled: '重度残疾人',
  elderly: '老年人',
  minor: '未成年人',
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  unchanged: '维持不变',
  increase: '增发',
  reduce: '减发',
  stop: '停发（终止救助）',
  gradualExit: '渐退（渐退期满后停发）',
};

export const endReasonWords: Readonly<Record<EndReason, string>> = {
  incomeAboveStandard: '收入不再低于规定标准',
  propertyAboveLimit: '财产状况不再符合规定',
  memberDied: '保障对象死亡',
  movedOut: '保障对象户籍或者居住地迁出',
  unreachable: '暂停发放期满仍无法与保障对象取得联系',
  doubtUncleared: '暂停发放期满存疑事项仍未核实清楚',
  custody: '保障对象被收监执行或者强制隔离戒毒',
  ownWish: '本人自愿退出',
  fraud: '采取虚报、隐瞒、伪造等手段骗取社会救助',
  gradualExitLapsed: '渐退期满',
  correction: '原决定经更正',
  conditionsNoLongerMet: '不再符合救助条件',
  abilityRegained: '救助对象恢复劳动能力',
  supporterAble: '法定义务人具备履行义务能力',
  ageReached: '救助对象年满规定年龄',
  parentsCare: '父母恢复履行抚养义务',
  validityOver: '认定有效期届满',
  paidOnce: '救助金已一次性发放，救助办结',
};

export const extensionWords: Readonly<Record<CommandOf<'extendLimit'>['ground'], string>> = {
  objection: '公示期间有异议，需要复查',
  registeredElsewhere: '申请家庭成员户籍在外地，需要协查',
  crossPlace: '申请涉及跨地区办理',
  hardSurvey: '调查核实难度较大',
};

export const suspensionWords: Readonly<Record<CommandOf<'suspendPayment'>['ground'], string>> = {
  unreachable: '无法与保障对象取得联系',
  doubtUncleared: '经济状况存疑事项逾期未核实清楚',
};

/** On whose finding a decision is corrected. */
export const correctorWords: Readonly<Record<CommandOf<'correctDecision'>['by'], string>> = {
  authority: '审核确认机关自行复查',
  reconsideration: '行政复议决定',
  court: '人民法院生效裁判',
};

export const serviceWords: Readonly<Record<ServiceMethod, string>> = {
  inPerson: '直接送达',
  leftAtHome: '留置送达',
  post: '邮寄送达',
  electronic: '电子送达',
  publicNotice: '公告送达',
};

/** Where to turn next, so that nobody leaves the window without it. */
export const nextKindWords: Readonly<Record<Kind, string>> = {
  dibao: '依据已核定的收入和财产情况，家庭可能符合最低生活保障条件，可以申请最低生活保障',
  dibaoSinglePerson:
    '家庭成员中的重度残疾人、重病患者等，可能符合参照单人户纳入最低生活保障的条件，可以由本人申请单人保',
  tekun:
    '无劳动能力、无生活来源且无法定义务人或者法定义务人无履行义务能力的成员，可能符合特困人员条件，可以申请特困人员救助供养',
  dibaoEdge: '依据已核定的收入和财产情况，你户可能符合最低生活保障边缘家庭条件，可以申请低保边缘家庭认定',
  rigidExpenditure:
    '医疗、教育等必需支出占家庭总收入比例较高的，可能符合刚性支出困难家庭条件，可以申请刚性支出困难家庭认定',
  temporaryAssistance: '如遇突发性、紧迫性、临时性基本生活困难，或者必需支出过大导致生活困难，可以申请临时救助',
  orphan: '失去父母或者查找不到生父母的未成年人，可以由监护人申请孤儿基本生活保障',
  deFactoUnattendedChild:
    '父母因重残、重病、服刑、失联等原因不能履行抚养义务的未成年人，可以由监护人申请事实无人抚养儿童基本生活保障',
};

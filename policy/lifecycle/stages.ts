/** Stages 环节 of a case from application to exit (policy.md §5.2), in the order a case meets them. */
export const stages = {
  draft: { zh: '草稿', en: 'draft', closed: false },
  submitted: { zh: '已提交', en: 'submitted', closed: false },
  awaitingPapers: { zh: '待补正', en: 'awaiting papers', closed: false },
  investigating: { zh: '核对与入户调查', en: 'verification and home visit', closed: false },
  notQualified: { zh: '核对不符', en: 'verification says not qualified', closed: false },
  appraising: { zh: '民主评议', en: 'appraisal', closed: false },
  opinionDue: { zh: '初审', en: 'town opinion', closed: false },
  postingDue: { zh: '待公示', en: 'to be posted', closed: false },
  posting: { zh: '公示中', en: 'posting', closed: false },
  reinvestigating: { zh: '异议复查', en: 'reinvestigation after objection', closed: false },
  forwarding: { zh: '待上报', en: 'to be forwarded', closed: false },
  confirming: { zh: '审核确认', en: 'confirmation', closed: false },
  districtPosting: { zh: '区级公示', en: 'district posting', closed: false },
  inPayment: { zh: '保障中', en: 'in payment', closed: false },
  suspended: { zh: '暂停', en: 'suspended', closed: false },
  gradualExit: { zh: '渐退期', en: 'gradual exit', closed: false },
  ended: { zh: '已终止', en: 'ended', closed: true },
  lapsed: { zh: '逾期未补正', en: 'lapsed', closed: true },
  notAccepted: { zh: '不予受理', en: 'not accepted', closed: true },
  refused: { zh: '不予确认', en: 'refused', closed: true },
  withdrawn: { zh: '已撤回', en: 'withdrawn', closed: true },
  terminated: { zh: '程序终止', en: 'procedure terminated', closed: true },
} as const satisfies Record<string, { zh: string; en: string; closed: boolean }>;

export type Stage = keyof typeof stages;

/** Stages before the decision, from which a case may be withdrawn or terminated. */
export const beforeDecision = [
  'draft',
  'submitted',
  'awaitingPapers',
  'investigating',
  'notQualified',
  'appraising',
  'opinionDue',
  'postingDue',
  'posting',
  'reinvestigating',
  'forwarding',
  'confirming',
  'districtPosting',
] as const satisfies readonly Stage[];

/** Stages in which the household holds a right to payments (suspended payments included). */
export const withGrant = ['inPayment', 'suspended', 'gradualExit'] as const satisfies readonly Stage[];

/** Whether nothing but corrections, late answers and records of service can still follow. */
export const isClosed = (stage: Stage): boolean => stages[stage].closed;

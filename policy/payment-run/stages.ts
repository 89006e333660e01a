/** Stages 环节 of a monthly payment run 发放批次, in their only order (policy.md §3.2). */
export const runStages = {
  drawingUp: { zh: '编制中', en: 'being drawn up' },
  drawnUp: { zh: '已编制', en: 'drawn up' },
  checked: { zh: '已复核', en: 'checked' },
  districtApproved: { zh: '区级已审批', en: 'approved by the district' },
  sentToFinance: { zh: '已送财政', en: 'sent to finance' },
  sentToBank: { zh: '已送银行', en: 'sent to the bank' },
  settled: { zh: '已结清', en: 'settled' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type RunStage = keyof typeof runStages;

/** What becomes of a line: `returned` 退回 and whatever of `due` was not sent (`heldBecause`) wait until they are paid again or cancelled. */
export const lineStatuses = {
  due: { zh: '待发放', en: 'due', open: true },
  sent: { zh: '已送银行', en: 'sent to the bank', open: true },
  settled: { zh: '已到账', en: 'settled', open: false },
  returned: { zh: '已退回', en: 'returned by the bank', open: true },
  cancelled: { zh: '已取消', en: 'cancelled', open: false },
} as const satisfies Record<string, { zh: string; en: string; open: boolean }>;

export type LineStatus = keyof typeof lineStatuses;

/** Why a line was drawn: the run's own month, an earlier month never paid 补发, or what a month still lacks 差额. */
export const lineReasons = {
  regular: { zh: '当月', en: 'regular' },
  arrears: { zh: '补发', en: 'arrears' },
  difference: { zh: '差额', en: 'difference' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type LineReason = keyof typeof lineReasons;

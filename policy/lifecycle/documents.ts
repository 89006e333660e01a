/** Documents 文书 of policy.md §5.2, issued at their step. */
export const documentKinds = {
  papersNotice: '补正告知书',
  acceptanceNotice: '受理通知书',
  nonAcceptanceNotice: '不予受理通知书',
  authorisation: '核对授权书',
  verificationReport: '核对报告告知书',
  surveySheet: '入户调查表',
  appraisalRecord: '民主评议记录',
  postingSheet: '公示单',
  decisionForm: '审核确认表',
  confirmationNotice: '确认通知书',
  refusalNotice: '不予确认告知书',
  extensionNotice: '延期告知书',
  terminationNotice: '终止告知书',
  viewsNotice: '听取意见通知书',
  viewsRecord: '听取意见记录',
  increaseNotice: '增发告知书',
  reductionNotice: '减发告知书',
  stopNotice: '停发告知书',
  gradualExitNotice: '渐退告知书',
  suspensionNotice: '暂停发放告知书',
  correctionNotice: '更正告知书',
} as const;

export type DocumentKind = keyof typeof documentKinds;

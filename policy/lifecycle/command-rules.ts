import type { Role } from './actors.ts';
import type { CommandType } from './commands.ts';
import type { Stage } from './stages.ts';
import { beforeDecision, stages, withGrant } from './stages.ts';

/** When a command may be given and by whom: the case's own table, beside the API's permission. */
export interface CommandRule {
  readonly zh: string;
  readonly en: string;
  /** `none`: only a case that does not exist yet. */
  readonly stages: readonly Stage[] | 'none';
  readonly roles: readonly Role[];
}

const all = Object.keys(stages) as Stage[];
const town: readonly Role[] = ['villageWorker', 'townClerk'];
const deciders: readonly Role[] = ['townApprover', 'districtApprover'];
const accepted: readonly Stage[] = beforeDecision.filter(
  (stage) => !['draft', 'submitted', 'awaitingPapers'].includes(stage),
);
const investigated: readonly Stage[] = [...accepted, ...withGrant];

const rule = (zh: string, en: string, stagesOf: CommandRule['stages'], roles: readonly Role[]): CommandRule => ({
  zh,
  en,
  stages: stagesOf,
  roles,
});

/** Every command with its stages and roles (policy.md §§5.2, 9). Exhaustive: a new command does not compile without its row. */
export const commandRules: Readonly<Record<CommandType, CommandRule>> = {
  draftApplication: rule('登记申请', 'Draft an application', 'none', [...town, 'applicant']),
  amendApplication: rule(
    '修改申请',
    'Amend the application',
    ['draft', 'submitted', 'awaitingPapers'],
    [...town, 'applicant'],
  ),
  recordAuthorisation: rule('登记核对授权', 'Record an authorisation', [...beforeDecision, ...withGrant], town),
  recordSupporterConsent: rule(
    '登记赡养人同意核对',
    'Record the consent of a supporter',
    [...beforeDecision, ...withGrant],
    town,
  ),
  registerRelative: rule(
    '近亲属备案',
    'Register a relative of staff',
    [...beforeDecision, ...withGrant],
    [...town, 'townApprover'],
  ),
  submitApplication: rule('提交申请', 'Submit the application', ['draft'], [...town, 'applicant']),
  requestPapers: rule('一次性告知补正', 'Ask once for all missing papers', ['submitted'], ['townClerk']),
  supplyPapers: rule('补正材料', 'Supply the papers', ['awaitingPapers'], [...town, 'applicant']),
  acceptApplication: rule('受理', 'Accept', ['submitted'], ['townClerk']),
  declineApplication: rule('不予受理', 'Decline to accept', ['submitted', 'awaitingPapers'], ['townClerk']),
  withdraw: rule('撤回申请', 'Withdraw', beforeDecision, [...town, 'applicant']),
  terminate: rule('终止程序', 'Terminate for refusing to cooperate', accepted, ['townApprover', 'districtApprover']),

  requestVerification: rule('提请核对', 'Request verification', investigated, ['townClerk']),
  startVerification: rule('启动核对', 'Start verification', investigated, ['verificationCentre']),
  recordVerificationAnswers: rule('登记核对结果', 'Record answers of the sources', all, [
    'verificationCentre',
    'system',
  ]),
  concludeVerification: rule('凭书面证明办结核对', 'Conclude without the silent sources', investigated, [
    'townClerk',
    'verificationCentre',
  ]),
  clearDoubt: rule('清理存疑', 'Clear a doubt', all, ['townClerk', 'villageWorker']),
  findNotQualified: rule(
    '核对不符合条件',
    'Find not qualified',
    ['investigating', 'opinionDue', 'appraising'],
    ['townClerk'],
  ),
  contestVerification: rule('对核对结果提出异议', 'Contest the verification', ['notQualified'], [...town, 'applicant']),
  reexamine: rule('复核核对结果', 'Re-examine the verification', ['notQualified'], ['verificationCentre']),

  startSurvey: rule('启动入户调查', 'Start the survey', ['investigating'], ['townClerk']),
  recordHomeVisit: rule(
    '登记入户调查',
    'Record a home visit',
    ['investigating', 'reinvestigating', 'posting', ...withGrant],
    ['townClerk'],
  ),
  recordAppraisal: rule(
    '登记民主评议',
    'Record the appraisal',
    ['appraising', 'reinvestigating', 'posting', 'opinionDue'],
    ['townClerk'],
  ),
  writeOpinion: rule('拟写初审意见', 'Write the opinion', ['opinionDue'], ['townClerk']),
  signOpinion: rule('签批初审意见', 'Sign the opinion', ['opinionDue'], ['townApprover']),
  startPosting: rule('张榜公示', 'Post', ['postingDue', ...withGrant], town),
  raiseObjection: rule(
    '提出异议',
    'Raise an objection',
    ['posting', 'districtPosting', ...withGrant],
    ['public', ...town],
  ),
  extendLimit: rule('延长办理期限', 'Extend the limit', accepted, deciders),
  investigateObjection: rule(
    '复查异议',
    'Investigate an objection',
    // Also after the posting came down, and when found not qualified meanwhile.
    investigated,
    ['townClerk', 'districtOfficer'],
  ),

  forward: rule('上报', 'Forward', ['forwarding'], ['townClerk']),
  recordDistrictVisit: rule(
    '登记区级入户核查',
    'Record the visit before the decision',
    ['confirming'],
    ['districtOfficer', 'townClerk'],
  ),
  writeDistrictOpinion: rule('区级审核意见', 'Write the opinion of the district', ['confirming'], ['districtOfficer']),
  confirm: rule('审核确认', 'Confirm', ['confirming'], deciders),
  refuse: rule('不予确认', 'Refuse', ['confirming'], deciders),
  publish: rule('公布', 'Publish the decision', withGrant, town),

  completePapers: rule('补齐先行救助手续', 'Complete the papers after payment', withGrant, ['townClerk']),

  reportChange: rule('报告变化', 'Report a change', withGrant, [...town, 'applicant', 'verificationCentre']),
  changeAccount: rule('变更账户', 'Change the account', [...withGrant, ...beforeDecision], town),
  changeHead: rule('变更户主', 'Change the head of household', withGrant, town),
  transferTown: rule('市内迁移', 'Transfer between towns', withGrant, ['townClerk']),
  proposeAdjustment: rule('提出复核意见', 'Propose an adjustment', withGrant, ['townClerk']),
  serveViewsNotice: rule('送达听取意见通知', 'Serve the notice to be heard', withGrant, town),
  recordViews: rule('记录意见', 'Record the views', withGrant, town),
  decideAdjustment: rule('作出调整决定', 'Decide the adjustment', withGrant, deciders),
  suspendPayment: rule('暂停发放', 'Suspend', ['inPayment'], deciders),
  releasePayment: rule('恢复发放', 'Release', ['suspended'], deciders),
  endCase: rule('终止救助', 'End the case', withGrant, deciders),

  recordService: rule('登记送达', 'Record service of a document', all, [...town, 'districtOfficer']),
  recordComplaint: rule('登记投诉', 'Record a complaint', all, ['public', ...town, 'districtOfficer', 'cityBureau']),
  answerComplaint: rule('答复投诉', 'Answer a complaint', all, ['districtOfficer', 'cityBureau']),
  proposeCorrection: rule(
    '提出更正',
    'Propose a correction',
    [...beforeDecision, ...withGrant],
    ['townClerk', 'districtOfficer'],
  ),
  approveCorrection: rule('批准更正', 'Approve a correction', [...beforeDecision, ...withGrant], deciders),
  correctDecision: rule('更正决定', 'Correct a decision', [...withGrant, 'ended', 'refused'], deciders),
  reassign: rule('移交', 'Hand over', all, ['townApprover', 'districtApprover', 'administrator']),
  takeTask: rule('领取任务', 'Take a task on', all, [
    ...town,
    'townApprover',
    'districtOfficer',
    'districtApprover',
    'verificationCentre',
  ]),
  recountDeadlines: rule('按放假通知或新标准重算期限', 'Count the deadlines again', all, ['system', 'administrator']),
};

import { renderDocument } from '../../activities/documents/render-document.ts';
import { explain } from '../../policy/eligibility/condition.ts';
import type { DocumentKind } from '../../policy/lifecycle/documents.ts';
import { formatYuan } from '../../policy/money.ts';
import { lastOf, ordered } from './cases.ts';
import { correctedByCourt, decisionCorrected, lapsedExit } from './in-payment.ts';
import type { Ordered } from './journey.ts';
import { approver, clerk, done, file, inStage, people, places, staff, struckUntil } from './journey.ts';
import { askedForSignatures, posted } from './up-to-confirmation.ts';

const textOf = (document: Ordered): string =>
  renderDocument({ ...document, number: '孟民救〔2026〕17号', people, places, staff }).replaceAll(
    /<style>[^]*<\/style>|<[^>]*>/g,
    '',
  );
const text = (kind: DocumentKind): string => textOf(lastOf(kind));
const issuedWith = (kind: DocumentKind, type: Ordered['event']['type']): string => {
  const found = ordered.find((document) => document.kind === kind && document.event.type === type);
  if (!found) throw new Error(`no ${kind} with ${type}`);
  return textOf(found);
};

describe('what the documents say', () => {
  it('the notice of missing papers lists all of them once and the last day', () => {
    expect(text('papersNotice')).toContain('户主近三个月工资流水');
    expect(text('papersNotice')).toContain('重病诊断证明');
    expect(text('papersNotice')).toContain('2026年12月17日前（含当日，自告知次日起30日）补正');
  });

  it('the notice of missing papers names whoever has not signed, a child by its guardian, and the supporters without consent', () => {
    const notice = textOf(askedForSignatures);
    expect(notice).toContain('户口簿');
    expect(notice).toContain('林秀珍的核对授权书');
    expect(notice).not.toContain('林秀珍的核对授权书（');
    expect(notice).toContain('孟小舟的核对授权书（由监护人签署）');
    expect(notice).toContain('孟建国的法定义务人（父母）同意核对的书面意见');
    expect(notice).not.toContain('孟建国的核对授权书');
  });

  it('the notice of acceptance names the limits, their last days and who decides', () => {
    const notice = text('acceptanceNotice');
    expect(notice).toContain('由常州市新北区孟河镇人民政府审核确认');
    expect(notice).toContain('20个工作日2026年12月18日');
    expect(notice).toContain('可以延长至45个工作日');
  });

  it('a date resting on a holiday calendar not yet published says so', () => {
    const notice = text('extensionNotice');
    expect(notice).toContain('最迟于2027年1月');
    expect(notice).toContain('暂按预排日历');
    expect(notice).toContain('公示期间有异议，需要复查');
    expect(text('acceptanceNotice')).not.toContain('预排日历');
  });

  it('the authorisation names who signed for whom and every source', () => {
    const child = ordered.find(({ event }) => event.type === 'authorisationRecorded' && event.data.personId === 'p3');
    if (!child) throw new Error('no authorisation of the child');
    expect(textOf(child)).toContain('孟小舟');
    expect(textOf(child)).toContain('孟建国（监护人）');
    expect(textOf(child)).toContain('银行存款');
    expect(textOf(child)).toContain('320411********1013');
  });

  it('the authorisation says who signed, when it was recorded and which sheet is on file, with no line to sign', () => {
    const sheet = text('authorisation');
    expect(sheet).toMatch(/登记日期2026年\d+月\d+日/);
    expect(sheet).toContain(`签署件校验值（SHA-256）${file}`);
    expect(sheet).not.toContain('（签字）');
  });

  it('the verification report shows each source for each person and how to contest a finding against the household', () => {
    expect(issuedWith('verificationReport', 'verificationAnswered')).toContain('银行存款一致不一致一致');
    expect(issuedWith('verificationReport', 'foundNotQualified')).toContain('5日内（至2026年12月2日）');
    expect(issuedWith('verificationReport', 'verificationReexamined')).toContain('维持原核对结果');
  });

  it('the survey sheet names both surveyors, the member present and what was found', () => {
    const sheet = text('surveySheet');
    expect(sheet).toContain('孟河镇经办1、社会工作者（证书编号社工2020-0731）');
    expect(sheet).toContain('在场家庭成员孟建国');
    expect(sheet).toContain('家庭住砖混平房两间');
    expect(sheet).toContain('调查人员2（签字）');
  });

  it('the record of the appraisal counts those present and has no vote', () => {
    expect(text('appraisalRecord')).toContain('村（居）民6');
    expect(text('appraisalRecord')).toContain('合计12');
    expect(text('appraisalRecord')).not.toMatch(/票|表决/);
  });

  it('the confirmation explains every condition, the amount of each member and the first month', () => {
    const { event } = lastOf('confirmationNotice');
    if (event.type !== 'decided') throw new Error('not a decision');
    const { decision } = event.data;
    const notice = text('confirmationNotice');
    for (const condition of decision.assessment?.conditions ?? []) expect(notice).toContain(explain(condition).zh);
    expect(notice).toContain(`月保障金额${formatYuan(decision.amount)}元`);
    expect(notice).toContain('2027年1月起按月发放');
    expect(notice).toContain('每人每月1,215.00元，共同生活家庭成员3人（孟建国、林秀珍、孟小舟）');
    expect(notice).toContain('（重病患者）');
    expect(notice).toContain('（未成年人）');
    expect(notice).toContain('常州市新北区孟河镇人民政府（盖章）');
  });

  it('the refusal names the condition that failed, the next kind of help and the district that decided', () => {
    const notice = text('refusalNotice');
    expect(notice).toMatch(/下列条件不符合规定：\s*机动车辆、船舶、大型机械数量为1，应不超过0，不符合/);
    expect(notice).toContain('其余条件核定如下');
    expect(notice).toContain('可以申请临时救助');
    expect(notice).toContain('常州市新北区民政局（盖章）');
  });

  it('the form of decision shows the way of the case and who wrote, signed and decided', () => {
    const form = text('decisionForm');
    expect(form).toContain('320411********1014');
    expect(form).toContain('拟写人孟河镇经办1');
    expect(form).toContain('签批人孟河镇审批1');
    expect(form).toContain('决定人新北区审批1');
    expect(issuedWith('decisionForm', 'decided')).toContain('异议1件');
  });

  it('the form of a refusal after verification found the household not qualified says so, and that the opinion counts no more', () => {
    const objected = done(posted, '2026-12-03', clerk, { type: 'raiseObjection', objectionId: 'o1' });
    const looked = done(struckUntil(objected, inStage('reinvestigating')), '2026-12-10', clerk, {
      type: 'investigateObjection',
      objectionId: 'o1',
      upheld: true,
      finding: '银行存款超过规定限额。',
    });
    const ground = '银行存款超过规定限额。';
    const found = done(looked, '2026-12-10', clerk, { type: 'findNotQualified', round: 1, ground });
    const refused = done(struckUntil(found, inStage('confirming')), '2026-12-17', approver, { type: 'refuse', ground });
    const form = textOf(lastOf('decisionForm', refused));
    expect(form).toContain('第1轮核对2026年11月25日认定不符合条件');
    expect(form).toContain('建议确认（已失效）');
    expect(text('decisionForm')).not.toContain('已失效');
  });

  it('the notice before a reduction names what is intended, why, the five working days and how to answer', () => {
    const notice = issuedWith('viewsNotice', 'viewsNoticeIssued');
    expect(notice).toContain('拟处理结果减发');
    expect(notice).toContain('户主工资收入增加');
    expect(notice).toContain('请自收到本通知的次日起5个工作日内答复');
    expect(notice).not.toMatch(/本通知于.*送达/);
    expect(notice).toContain('书面、电话或者当面口头');
    expect(notice).toContain('第四十八条');
  });

  it('the record of views gives the words said, or the silence', () => {
    expect(issuedWith('viewsRecord', 'viewsRecorded')).toContain('工资还没有稳定，希望晚些调整。');
    const silent = ordered.find(({ event }) => event.type === 'viewsRecorded' && event.data.silent);
    expect(silent && textOf(silent)).toContain('在规定期限内未提出意见');
    expect(silent && textOf(silent)).toContain('通知送达日期2027年1月19日');
  });

  it('the record of views on a correction gives how the notice was served, the amounts meant and the words said', () => {
    const record = issuedWith('viewsRecord', 'decisionCorrected');
    expect(record).toContain('拟处理结果更正第1号决定');
    expect(record).toContain('通知送达日期2027年2月5日');
    expect(record).toContain('通知送达方式直接送达');
    expect(record).toContain('陈述意见日期2027年2月10日');
    expect(record).toContain('2027年3月—停止发放');
    expect(record).toContain('请从三月起再停发。');
  });

  it('a correction that ends the right is followed by the notice of the stop, with its month, reason and further help', () => {
    const stop = textOf(lastOf('stopNotice', decisionCorrected));
    expect(stop).toContain('原决定经更正，终止你户最低生活保障');
    expect(stop).toContain('2027年3月起停止发放');
    expect(stop).toContain('原决定少计一名成员的分类施保');
    expect(stop).toContain('其他救助途径');
  });

  it('an increase or a reduction gives old and new amount and the first month', () => {
    for (const kind of ['increaseNotice', 'reductionNotice'] as const) {
      expect(text(kind)).toMatch(/原月保障金额[\d,]+\.00元/);
      expect(text(kind)).toMatch(/2027年3月长期（至再次调整）[\d,]+\.00元/);
      expect(text(kind)).toContain('保障金额的计算');
    }
  });

  it('a stop names the condition that failed and the month; a gradual exit its months and its end', () => {
    const stop = issuedWith('stopNotice', 'caseEnded');
    expect(stop).toContain('2027年3月起停止发放');
    expect(stop).toMatch(/共同生活家庭成员月人均收入为[\d,.]+元，应低于1,215\.00元，不符合/);
    const exit = text('gradualExitNotice');
    expect(exit).toContain('2027年3月至2027年8月，共6个月');
    expect(exit).toContain('2027年9月起停止发放');
  });

  it('the end of a gradual exit says that it ran out, with the next kind of help', () => {
    const end = textOf(lastOf('stopNotice', lapsedExit));
    expect(end).toContain('你户渐退期已满，停止发放最低生活保障金');
    expect(end).toContain('2027年9月起停止发放');
    expect(end).toContain('其他救助途径');
  });

  it('a suspension gives its reason, its first month and the last day to come forward', () => {
    expect(text('suspensionNotice')).toContain('因无法与保障对象取得联系，决定自2027年2月起暂停发放');
    expect(text('suspensionNotice')).toContain('请于2027年3月12日前');
  });

  it('a correction says what was wrong and the amounts that are right from month to month', () => {
    expect(issuedWith('correctionNotice', 'corrected')).toContain('出生日期登记有误');
    const corrected = issuedWith('correctionNotice', 'decisionCorrected');
    expect(corrected).toContain('2027年1月2027年2月3,300.00元');
    expect(corrected).toContain('2027年3月—停止发放');
    expect(corrected).toContain('第1号决定有误');
    expect(corrected).toContain('少发的款项予以补发');
    expect(corrected).toContain('更正依据审核确认机关自行复查');
    expect(corrected).toContain('听取救助对象意见2027年2月5日送达通知，2027年2月10日听取意见');
    expect(corrected).not.toContain('裁判文书');
  });

  it('a correction on the ruling of a court says so and names the ruling', () => {
    const notice = textOf(lastOf('correctionNotice', correctedByCourt));
    expect(notice).toContain('更正依据人民法院生效裁判');
    expect(notice).toContain(`复议决定书、裁判文书（存档文件）${file}`);
  });
});

import { mainPersonOf } from '../../../policy/lifecycle/main-person.ts';
import { circumstances } from '../about-case.ts';
import { addresseeOf } from '../addressee.ts';
import { computationSection, failedFirst, inYuan } from '../assessment-sections.ts';
import { article } from '../citation.ts';
import { decidersOf } from '../deciding-office.ts';
import type { DocumentInput } from '../document-input.ts';
import { dayOf, eventOf, nameOf, staffNames } from '../document-input.ts';
import { townOffice } from '../offices.ts';
import type { Page } from '../page.ts';
import { factTable, paragraph, section, signatureLines } from '../page.ts';
import { contact } from '../remedies.ts';
import { clockOf, inDays, inLimit, lastDayOf } from '../time-wording.ts';
import { outcomeWords, serviceWords } from '../wording.ts';
import type { Proceeding } from '../../../policy/lifecycle/state.ts';

/** The proposal the recipient is heard on. Throws RangeError where nothing is proposed. */
function proposalOf({ state }: DocumentInput): {
  readonly proceeding: Proceeding;
  readonly proposal: NonNullable<Proceeding['proposal']>;
} {
  const { proceeding } = state;
  if (proceeding?.proposal === undefined) throw new RangeError('nobody can be heard where nothing is proposed');
  return { proceeding, proposal: proceeding.proposal };
}

/** 听取意见通知书: what is intended and why, and how to answer by when [L26 §48]. */
export function viewsNotice(input: DocumentInput): Page {
  const { servedOn, method } = eventOf(input, 'viewsNoticeServed').data;
  const { proceeding, proposal } = proposalOf(input);
  const clock = clockOf(input, 'viewsAnswer');
  const { outcome, assessment, ground } = proposal;
  return {
    form: 'notice',
    issuer: townOffice(input.places),
    addressee: addresseeOf(input),
    opening: paragraph(`经复核${circumstances(input)}，拟作出下列决定。依据${article('L26', 48)}，现听取意见。`),
    sections: [
      section(
        '拟作出的决定',
        factTable([
          ['拟处理结果', outcomeWords[outcome]],
          ['拟调整后月保障金额', outcome === 'reduce' ? inYuan(assessment.amount) : undefined],
          ['决定机关', decidersOf(proceeding.procedure, input.places)],
        ]),
      ),
      section('理由', paragraph(ground), failedFirst(assessment)),
      computationSection('拟调整金额的计算', input, assessment),
      section(
        '答复方式和期限',
        clock &&
          paragraph(
            `本通知于${inDays(servedOn)}${serviceWords[method]}。请自送达次日起${inLimit(clock.limit)}内，即最迟于${lastDayOf(clock)}答复。`,
          ),
        paragraph(
          `可以书面、电话或者当面口头向${townOffice(input.places)}提出意见，并可提供证明材料；口头意见由工作人员记录，经核对后签字。逾期未答复的，视为没有意见，不影响依法作出决定；决定作出后仍可申请行政复议或者提起行政诉讼。`,
        ),
        contact(input),
      ),
    ],
  };
}

/** 听取意见记录: what the recipient said, or that the time passed in silence. */
export function viewsRecord(input: DocumentInput): Page {
  const { by, data } = eventOf(input, 'viewsRecorded');
  const { proceeding, proposal } = proposalOf(input);
  return {
    form: 'record',
    issuer: townOffice(input.places),
    sections: [
      section(
        '基本情况',
        factTable([
          ['救助对象', nameOf(input, mainPersonOf(input.state))],
          ['复核（变更）次数', `第${proceeding.no}次`],
          ['拟处理结果', outcomeWords[proposal.outcome]],
          ['通知送达日期', proceeding.views && inDays(proceeding.views.servedOn)],
          ['记录时间', inDays(dayOf(input))],
          ['记录人', data.silent ? undefined : staffNames(input, [by.staffId])],
        ]),
      ),
      section('拟作出决定的理由', paragraph(proposal.ground)),
      section(
        '救助对象意见',
        paragraph(data.silent ? '在规定期限内未提出意见。' : (data.views ?? '未作具体陈述。')),
        data.file === undefined ? undefined : paragraph(`书面意见加密存档，校验值：${data.file}`),
      ),
    ],
    closing: data.silent ? signatureLines(['经办人']) : signatureLines(['救助对象', '记录人']),
  };
}

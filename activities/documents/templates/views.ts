import { mainPersonOf } from '../../../policy/lifecycle/main-person.ts';
import { circumstances } from '../about-case.ts';
import { addresseeOf } from '../addressee.ts';
import { computationSection, failedFirst, inYuan } from '../assessment-sections.ts';
import { article } from '../citation.ts';
import { decidersOf, decidingOffice } from '../deciding-office.ts';
import type { DocumentInput } from '../document-input.ts';
import { dayOf, eventOf, nameOf, staffNames } from '../document-input.ts';
import type { Markup } from '../markup.ts';
import { townOffice } from '../offices.ts';
import type { Page } from '../page.ts';
import { factTable, paragraph, section, signatureLines } from '../page.ts';
import { contact } from '../remedies.ts';
import { inDays, inLimit } from '../time-wording.ts';
import { outcomeWords, serviceWords } from '../wording.ts';
import { spansTable } from './payment-notices.ts';
import type { CaseEvent } from '../../../policy/lifecycle/events.ts';
import { standingLimits } from '../../../policy/procedures/limits.ts';
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
  eventOf(input, 'viewsNoticeIssued');
  const { proceeding, proposal } = proposalOf(input);
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
        paragraph(`请自收到本通知的次日起${inLimit(standingLimits.viewsAnswer)}内答复。`),
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
  const event = eventOf(input, 'viewsRecorded', 'decisionCorrected');
  return event.type === 'viewsRecorded' ? heardInProceeding(input, event) : heardOnCorrection(input, event);
}

function heardInProceeding(input: DocumentInput, { by, data }: CaseEvent<'viewsRecorded'>): Page {
  const { proceeding, proposal } = proposalOf(input);
  const { servedOn } = proceeding.views ?? {};
  return recordOf(input, townOffice(input.places), {
    intended: [
      ['复核（变更）次数', `第${proceeding.no}次`],
      ['拟处理结果', outcomeWords[proposal.outcome]],
    ],
    ground: proposal.ground,
    served: [['通知送达日期', servedOn && inDays(servedOn)]],
    recorded: data.silent ? [] : [['记录人', staffNames(input, [by.staffId])]],
    ...(!data.silent && { said: { views: data.views ?? '未作具体陈述。', ...(data.file && { file: data.file }) } }),
  });
}

function heardOnCorrection(input: DocumentInput, { by, data, grants }: CaseEvent<'decisionCorrected'>): Page {
  const { hearing, corrects, decision } = data;
  if (hearing === undefined) throw new RangeError('nobody was heard on this correction');
  const { servedOn, method, notice, said } = hearing;
  return recordOf(input, decidingOffice(input, decision), {
    intended: [['拟处理结果', `更正第${corrects}号决定`]],
    amounts: spansTable(input, grants ?? []),
    ground: decision.ground,
    served: [
      ['通知送达日期', inDays(servedOn)],
      ['通知送达方式', serviceWords[method]],
      ['通知书及回执校验值', notice],
    ],
    recorded: [
      ['陈述意见日期', said && inDays(said.on)],
      ['登记人', staffNames(input, [by.staffId])],
    ],
    ...(said && { said }),
  });
}

type Facts = Parameters<typeof factTable>[0];

/** What either record shows: what was intended and why, how the notice was served, what was said. */
interface Heard {
  readonly intended: Facts;
  readonly amounts?: Markup;
  readonly ground: string;
  readonly served: Facts;
  readonly recorded: Facts;
  readonly said?: { readonly views: string; readonly file?: string };
}

const recordOf = (input: DocumentInput, issuer: string, heard: Heard): Page => ({
  form: 'record',
  issuer,
  sections: [
    section(
      '基本情况',
      factTable([
        ['救助对象', nameOf(input, mainPersonOf(input.state))],
        ...heard.intended,
        ...heard.served,
        ['记录时间', inDays(dayOf(input))],
        ...heard.recorded,
      ]),
      heard.amounts,
    ),
    section('拟作出决定的理由', paragraph(heard.ground)),
    section(
      '救助对象意见',
      paragraph(heard.said?.views ?? '在规定期限内未提出意见。'),
      heard.said?.file === undefined ? undefined : paragraph(`书面意见加密存档，校验值：${heard.said.file}`),
    ),
  ],
  closing: heard.said ? signatureLines(['救助对象', '记录人']) : signatureLines(['经办人']),
});

import type { Hearing } from '../../../policy/lifecycle/commands.ts';
import { monthOf } from '../../../policy/dates.ts';
import { kindOf, whom } from '../about-case.ts';
import { addresseeOf } from '../addressee.ts';
import { decidingOffice } from '../deciding-office.ts';
import type { DocumentInput } from '../document-input.ts';
import { dayOf, eventOf } from '../document-input.ts';
import type { Page } from '../page.ts';
import { factTable, paragraph, section } from '../page.ts';
import { kindWords } from '../kind-words.ts';
import { remediesSection } from '../remedies.ts';
import { inDays } from '../time-wording.ts';
import { correctorWords } from '../wording.ts';
import { spansTable } from './payment-notices.ts';

/** 更正告知书: of a mistaken entry in the record, or of a decision with the amounts that were right. */
export function correctionNotice(input: DocumentInput): Page {
  const event = eventOf(input, 'corrected', 'decisionCorrected');
  return event.type === 'corrected'
    ? entryCorrected(input, event.data.correction)
    : decisionCorrected(input, event.data.corrects);
}

function entryCorrected(input: DocumentInput, no: number): Page {
  const correction = input.state.corrections.find((known) => known.no === no);
  if (correction === undefined) throw new RangeError(`the case knows no correction ${no}`);
  return {
    form: 'notice',
    issuer: decidingOffice(input),
    addressee: addresseeOf(input),
    opening: paragraph(`经核查，${whom(input)}${kindWords[kindOf(input)].name}档案中的登记事项有误，现予更正。`),
    sections: [
      section(
        '更正事项',
        factTable([
          ['更正序号', `第${correction.no}次更正`],
          ['被更正的记录', `第${correction.ofSeq}号记录`],
        ]),
        paragraph(correction.ground),
      ),
      section(
        '对保障的影响',
        paragraph('更正后的情况作为审核确认和复核的依据；因此需要调整保障金额或者保障资格的，另行作出决定并书面告知。'),
      ),
      remediesSection(input),
    ],
  };
}

const heardWords = ({ servedOn, said }: Hearing): string =>
  `${inDays(servedOn)}送达通知，${said ? `${inDays(said.on)}听取意见` : '在规定期限内未提出意见'}`;

function decisionCorrected(input: DocumentInput, corrects: number): Page {
  const event = eventOf(input, 'decisionCorrected');
  const { decision, by, ruling, hearing } = event.data;
  const wrong = input.state.decisions.find((known) => known.no === corrects);
  const spans = event.grants ?? [];
  return {
    form: 'notice',
    issuer: decidingOffice(input, decision),
    addressee: addresseeOf(input),
    opening: paragraph(
      `${wrong ? `${inDays(wrong.decidedOn)}作出的` : ''}第${corrects}号决定有误，现予更正。更正后的决定为第${decision.no}号决定。`,
    ),
    sections: [
      section(
        '更正后的保障金额',
        spansTable(input, spans),
        spans.some(({ from }) => from <= monthOf(dayOf(input)))
          ? paragraph('已过月份少发的款项予以补发；多发的款项依法退回，另行告知办理方式。')
          : undefined,
      ),
      section(
        '理由和依据',
        paragraph(decision.ground),
        factTable([
          ['更正依据', correctorWords[by]],
          ...(ruling === undefined ? [] : [['复议决定书、裁判文书（存档文件）', ruling] as const]),
          ...(hearing ? [['听取救助对象意见', heardWords(hearing)] as const] : []),
        ]),
      ),
      remediesSection(input),
    ],
  };
}

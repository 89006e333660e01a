import type { CaseState, Decision } from '../../../policy/lifecycle/state.ts';
import { addresseeOf } from '../addressee.ts';
import { computationSection, conditionsSection, failedFirst, inYuan } from '../assessment-sections.ts';
import { basisOf } from '../citation.ts';
import { decidingOffice } from '../deciding-office.ts';
import type { DocumentInput } from '../document-input.ts';
import { dayOf, eventOf, maskedNumberOf, nameOf } from '../document-input.ts';
import { townOffice } from '../offices.ts';
import type { Page } from '../page.ts';
import { factTable, paragraph, section } from '../page.ts';
import { remediesSection } from '../remedies.ts';
import { clockOf, inDays, inMonths, strikingDayOf } from '../time-wording.ts';
import { nextKindWords } from '../wording.ts';
import { regimeOn } from '../../../policy/procedures/regimes.ts';

const basis = (input: DocumentInput): string => basisOf(input.state.regime ?? regimeOn(dayOf(input)));

const applied = ({ application }: CaseState): string =>
  application.acceptedOn === undefined
    ? '你户提出的最低生活保障申请'
    : `你户提出的最低生活保障申请（${inDays(application.acceptedOn)}受理）`;

/** 确认通知书: the right, how much from which month, why and how computed. */
export function confirmationNotice(input: DocumentInput): Page {
  const { decision } = eventOf(input, 'decided').data;
  const { head } = input.state.application;
  const recheck = clockOf(input, 'recheck');
  return {
    form: 'notice',
    issuer: decidingOffice(input, decision),
    addressee: addresseeOf(input),
    opening: paragraph(
      `${applied(input.state)}，经调查核实、公示和审核，符合条件。依照${basis(input)}，决定给予最低生活保障。`,
    ),
    sections: [
      section(
        '决定事项',
        factTable([
          ['户主', `${nameOf(input, head)}（${maskedNumberOf(input, head)}）`],
          ['保障人口', decision.assessment && `${decision.assessment.countedMembers.length}人`],
          ['月保障金额', inYuan(decision.amount)],
          ['发放起始月份', decision.from && `${inMonths(decision.from)}起按月发放`],
          ['下次定期复核', recheck && inDays(strikingDayOf(recheck))],
        ]),
      ),
      conditionsSection('条件核定情况', decision.assessment),
      computationSection('保障金额的计算', input, decision.assessment),
      section(
        '告知义务',
        paragraph(
          `家庭成员、收入、财产等状况发生变化的，应当及时告知${townOffice(input.places)}。采取虚报、隐瞒、伪造等手段骗取最低生活保障的，停止发放，追回已领取的款项，并依法处理。`,
        ),
      ),
      remediesSection(input),
    ],
  };
}

/** What to look at next, after a refusal or an end [D43 §27]. */
export const nextHelp = (input: DocumentInput, decision: Pick<Decision, 'nextKind'>) =>
  decision.nextKind &&
  section(
    '其他救助途径',
    paragraph(`${nextKindWords[decision.nextKind]}。请向${townOffice(input.places)}社会救助服务窗口咨询办理。`),
  );

/** 不予确认告知书: the conditions that failed, the reasons, where else to turn, the remedies. */
export function refusalNotice(input: DocumentInput): Page {
  const { decision } = eventOf(input, 'decided').data;
  return {
    form: 'notice',
    issuer: decidingOffice(input, decision),
    addressee: addresseeOf(input),
    opening: paragraph(`${applied(input.state)}，经审核，依照${basis(input)}，决定不予确认。`),
    sections: [
      section('理由', paragraph(decision.ground), failedFirst(decision.assessment)),
      nextHelp(input, decision),
      remediesSection(input),
    ],
  };
}

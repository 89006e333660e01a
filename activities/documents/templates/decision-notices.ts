import { mainPersonOf } from '../../../policy/lifecycle/main-person.ts';
import type { KindFound } from '../../../policy/classification/classification.ts';
import { isByPerson, type Kind, kinds } from '../../../policy/kinds.ts';
import type { CaseState, Decision } from '../../../policy/lifecycle/state.ts';
import { applicationWords, kindOf } from '../about-case.ts';
import { nextKindsOf } from '../../../policy/lifecycle/lifted.ts';
import { addresseeOf } from '../addressee.ts';
import { computationSection, conditionsSection, failedFirst, inYuan } from '../assessment-sections.ts';
import { article, basisOf } from '../citation.ts';
import { decidingOffice } from '../deciding-office.ts';
import type { DocumentInput } from '../document-input.ts';
import { dayOf, eventOf, maskedNumberOf, nameOf } from '../document-input.ts';
import { amountName, kindWords } from '../kind-words.ts';
import { type Fragment, markup } from '../markup.ts';
import { townOffice } from '../offices.ts';
import type { Page } from '../page.ts';
import { factTable, numbered, paragraph, section } from '../page.ts';
import { remediesSection } from '../remedies.ts';
import { clockOf, inDays, inMonths, strikingDayOf } from '../time-wording.ts';
import { nextKindWords } from '../wording.ts';
import { regimeOn, since } from '../../../policy/procedures/regimes.ts';

const basis = (input: DocumentInput): string => basisOf(kindOf(input), input.state.regime ?? regimeOn(dayOf(input)));

const applied = (input: DocumentInput): string => {
  const { acceptedOn } = input.state.application;
  return applicationWords(input) + (acceptedOn === undefined ? '' : `（${inDays(acceptedOn)}受理）`);
};

/** What was done to find out, as the opening names it. */
const inquiry = ({ rounds, visits, postings }: CaseState): string => {
  const looked = visits.length > 0 ? ['调查核实'] : rounds.some(({ reportedOn }) => reportedOn) ? ['信息核对'] : [];
  const steps = [...looked, ...(postings.length > 0 ? ['公示'] : []), '审核'];
  return [steps.slice(0, -1).join('、'), ...steps.slice(-1)].filter((step) => step !== '').join('和');
};

/** How much and from when: every month, once, or how long where there is no money. */
function grantRows(kind: Kind, { amount, from, assessment }: Decision): readonly (readonly [string, Fragment])[] {
  const { payment } = kinds[kind];
  const money = amountName[payment];
  return [
    ...(money === undefined ? [] : [[money, inYuan(amount)] as const]),
    ...(payment === 'monthly' ? [['发放起始月份', from && `${inMonths(from)}起按月发放`] as const] : []),
    ...(payment === 'once' ? [['发放方式', '一次性发放'] as const] : []),
    ['有效期', assessment?.validTo && `自认定之日起至${inDays(assessment.validTo)}止，期满仍有困难的，可以重新申请`],
  ];
}

/** 确认通知书: the right, how much from which month or until when, why and how computed. */
export function confirmationNotice(input: DocumentInput): Page {
  const { decision } = eventOf(input, 'decided').data;
  const kind = kindOf(input);
  const recipient = mainPersonOf(input.state);
  const recheck = clockOf(input, 'recheck');
  return {
    form: 'notice',
    issuer: decidingOffice(input, decision),
    addressee: addresseeOf(input),
    opening: paragraph(
      `${applied(input)}，经${inquiry(input.state)}，符合条件。依照${basis(input)}，决定${kindWords[kind].grant}。`,
    ),
    sections: [
      section(
        '决定事项',
        factTable([
          [
            isByPerson(kind) ? '救助对象' : '户主',
            `${nameOf(input, recipient)}（${maskedNumberOf(input, recipient)}）`,
          ],
          [
            kind === 'dibao' ? '保障人口' : '家庭人口',
            isByPerson(kind) ? undefined : decision.assessment && `${decision.assessment.countedMembers.length}人`,
          ],
          ...grantRows(kind, decision),
          ['下次定期复核', recheck && inDays(strikingDayOf(recheck))],
        ]),
      ),
      entitlement(input),
      conditionsSection('条件核定情况', decision.assessment),
      computationSection(`${kinds[kind].payment === 'once' ? '救助' : '保障'}金额的计算`, input, decision.assessment),
      section('告知义务', paragraph(dutyToReport(input))),
      remediesSection(input),
    ],
  };
}

/** What households without monthly money may ask of other departments (社会救助法 §§21–22, 42). */
function entitlement(input: DocumentInput) {
  const kind = kindOf(input);
  if (kind !== 'dibaoEdge' && kind !== 'rigidExpenditure') return undefined;
  const edge = kind === 'dibaoEdge';
  const underLaw = since(regimeOn(dayOf(input)), 'R2026b');
  return section(
    '可以申请的救助',
    paragraph(
      `${underLaw ? `依据${article('L26', edge ? 21 : 22)}，` : ''}你户可以凭本通知书向有关部门申请相应的${edge ? '医疗、教育、住房、就业等' : '医疗、教育等'}社会救助；遇到突发性、紧迫性、灾难性困难，基本生活仍难以维持的，可以申请临时救助。${underLaw ? `依据${article('L26', 42)}，本认定结果在其他社会救助的审核确认中互认，不再重复核对。` : ''}`,
    ),
    paragraph('本认定不按月发放救助金。'),
  );
}

function dutyToReport(input: DocumentInput): string {
  const kind = kindOf(input);
  const { name } = kindWords[kind];
  const town = townOffice(input.places);
  const fraud = `采取虚报、隐瞒、伪造等手段骗取${name}的，`;
  switch (kinds[kind].payment) {
    case 'once':
      return `救助金应当用于解决基本生活困难。基本生活在一段时间后仍有困难的，可以向${town}申请最低生活保障等救助。${fraud}追回已领取的款项，并依法处理。`;
    case 'none':
      return `家庭成员、收入、财产等状况发生变化的，应当及时告知${town}。${fraud}撤销认定，并依法处理。`;
    case 'monthly':
      return `${reportable(kind)}等状况发生变化的，应当及时告知${town}。${fraud}停止发放，追回已领取的款项，并依法处理。`;
  }
}

function reportable(kind: Kind): string {
  switch (kind) {
    case 'tekun':
      return '劳动能力、收入、财产、法定义务人、生活自理能力';
    case 'orphan':
    case 'deFactoUnattendedChild':
      return '父母、监护人和儿童就学、居住';
    default:
      return '家庭成员、收入、财产';
  }
}

/** What to look at next, after a refusal or an end [D43 §27]: every kind named, so that nobody leaves without it. */
export function nextHelp(input: DocumentInput, next: readonly KindFound[]) {
  if (next.length === 0) return undefined;
  const words = next.map(
    ({ kind, personId }) => (personId === undefined ? '' : `${nameOf(input, personId)}：`) + nextKindWords[kind],
  );
  const where = `请向${townOffice(input.places)}社会救助服务窗口咨询办理。`;
  return section(
    '其他救助途径',
    words.length === 1
      ? paragraph(`${words[0] ?? ''}。${where}`)
      : markup`${numbered(words.map((word) => `${word}。`))}${paragraph(where)}`,
  );
}

/** 不予确认告知书: the conditions that failed, the reasons, where else to turn, the remedies. */
export function refusalNotice(input: DocumentInput): Page {
  const { decision } = eventOf(input, 'decided').data;
  return {
    form: 'notice',
    issuer: decidingOffice(input, decision),
    addressee: addresseeOf(input),
    opening: paragraph(`${applied(input)}，经审核，依照${basis(input)}，决定不予确认。`),
    sections: [
      section('理由', paragraph(decision.ground), failedFirst(decision.assessment)),
      nextHelp(input, nextKindsOf(decision)),
      remediesSection(input),
    ],
  };
}

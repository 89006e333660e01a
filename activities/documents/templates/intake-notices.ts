import { deadlineNames } from '../../../policy/lifecycle/deadlines.ts';
import { needsGuardian } from '../../../policy/lifecycle/signing.ts';
import { isByPerson, type Kind } from '../../../policy/kinds.ts';
import type { Procedure } from '../../../policy/procedures/procedure.ts';
import { regimeOn } from '../../../policy/procedures/regimes.ts';
import { applicationWords, kindOf } from '../about-case.ts';
import { addresseeOf } from '../addressee.ts';
import { articlesOn, basisOf, cited } from '../citation.ts';
import { decidersOf, decidingOffice } from '../deciding-office.ts';
import type { DocumentInput } from '../document-input.ts';
import { dayOf, eventOf, nameOf } from '../document-input.ts';
import { kindWords } from '../kind-words.ts';
import { townOffice } from '../offices.ts';
import type { Page } from '../page.ts';
import { listTable, numbered, paragraph, section } from '../page.ts';
import { contact, remediesSection } from '../remedies.ts';
import { clockOf, inDays, inLimit, lastDayOf } from '../time-wording.ts';
import { extensionWords, nextKindWords, relationWords } from '../wording.ts';

const applied = (input: DocumentInput): string => {
  const { submittedOn } = input.state.application;
  return applicationWords(input, submittedOn === undefined ? '' : `于${inDays(submittedOn)}`);
};

/** Who has to sign yet: members by name, supporters by whom they are bound to support. */
function signaturesMissing(input: DocumentInput): string[] {
  const { authorisations = [], consents = [] } = eventOf(input, 'papersRequested').data;
  const { members } = input.state.facts;
  const supporters = members.flatMap(({ personId, supporters: of = [] }) =>
    of.filter(({ id }) => consents.includes(id)).map((supporter) => ({ personId, supporter })),
  );
  return [
    ...authorisations.map((personId) => {
      const member = members.find((known) => known.personId === personId);
      const by = member && needsGuardian(member, dayOf(input)) ? '（由监护人签署）' : '';
      return `${nameOf(input, personId)}的核对授权书${by}`;
    }),
    ...supporters.map(
      ({ personId, supporter }) =>
        `${nameOf(input, personId)}的法定义务人（${relationWords[supporter.relation]}）同意核对的书面意见`,
    ),
  ];
}

/** 补正告知书: everything missing, asked for once. */
export function papersNotice(input: DocumentInput): Page {
  const { missing } = eventOf(input, 'papersRequested').data;
  const signatures = signaturesMissing(input);
  const clock = clockOf(input, 'papers');
  return {
    form: 'notice',
    issuer: townOffice(input.places),
    addressee: addresseeOf(input),
    opening: paragraph(
      `${applied(input)}收悉。经审查，申请材料不齐全或者不符合规定形式，现一次性告知需要补正的全部材料。`,
    ),
    sections: [
      section(
        '需要补正的材料',
        numbered([...missing, ...signatures]),
        paragraph('能够通过政务服务平台查询的信息，无须提供证明材料。'),
      ),
      section(
        '补正期限和方式',
        clock &&
          paragraph(
            `请于${lastDayOf(clock)}前（含当日，自告知次日起${inLimit(clock.limit)}）补正。逾期未补正的，本次申请终结，不影响再次申请。`,
          ),
        paragraph(`材料交至${townOffice(input.places)}社会救助服务窗口，也可由村（社区）工作人员代交。`),
        contact(input),
      ),
    ],
  };
}

/** What the household has to let be looked into. */
function duties({ verification, survey }: Procedure): string {
  const looked = [...(verification === 'none' ? [] : ['家庭经济状况核对']), ...(survey === 'none' ? [] : ['入户调查'])];
  return looked.length === 0 ? '情况核实' : looked.join('和');
}

const shownClocks = ['surveyStart', 'investigation', 'decision'] as const;

/** 受理通知书: what follows and by when. */
export function acceptanceNotice(input: DocumentInput): Page {
  const { regime, procedure } = eventOf(input, 'applicationAccepted').data;
  const clocks = shownClocks.flatMap((name) => clockOf(input, name) ?? []);
  return {
    form: 'notice',
    issuer: townOffice(input.places),
    addressee: addresseeOf(input),
    opening: paragraph(
      `${applied(input)}，材料齐全、符合规定形式，决定自${inDays(dayOf(input))}起受理。本次申请依照${basisOf(kindOf(input), regime)}办理，由${decidersOf(procedure, input.places)}审核确认。`,
    ),
    sections: [
      section(
        '办理期限',
        listTable(
          ['环节', '期限', '最后日期', '依据'],
          clocks.map((clock) => [
            deadlineNames[clock.name].zh,
            inLimit(clock.limit),
            lastDayOf(clock),
            cited(clock.limit.source) || '本地办理要求',
          ]),
        ),
        paragraph(
          `期限自受理次日起计算。${procedure.posting ? `公示期为${inLimit(procedure.limits.posting)}。` : ''}${
            procedure.limits.special
              ? `${procedure.posting ? '公示期间有异议等' : ''}特殊情形的，可以延长至${inLimit(procedure.limits.special)}，届时书面告知。`
              : ''
          }`,
        ),
      ),
      section(
        '权利义务',
        paragraph(
          `申请人应当如实申报${isByPerson(kindOf(input)) ? '救助对象及其家庭的有关状况' : '共同生活家庭成员、收入和财产状况'}，配合${duties(procedure)}。无正当理由拒绝配合调查核实的，可以终止审核确认程序。申请人可以随时查询办理进度。`,
        ),
        contact(input),
      ),
    ],
  };
}

/** Where to turn from a case that goes no further: temporary assistance, from that to dibao. */
const elsewhere = (input: DocumentInput): Kind =>
  kindOf(input) === 'temporaryAssistance' ? 'dibao' : 'temporaryAssistance';

/** 不予受理通知书: why, and the remedies. */
export function nonAcceptanceNotice(input: DocumentInput): Page {
  const { reason } = eventOf(input, 'applicationDeclined').data;
  return {
    form: 'notice',
    issuer: townOffice(input.places),
    addressee: addresseeOf(input),
    sections: [
      section('决定及理由', paragraph(`${applied(input)}，经审查，决定不予受理。理由：`), paragraph(reason)),
      section(
        '其他救助途径',
        paragraph(`${nextKindWords[elsewhere(input)]}；情况发生变化的，可以重新申请${kindWords[kindOf(input)].name}。`),
      ),
      remediesSection(input),
    ],
  };
}

/** 延期告知书: the ground, the new last day. */
export function extensionNotice(input: DocumentInput): Page {
  const { ground, note } = eventOf(input, 'limitExtended').data;
  const clock = clockOf(input, 'decision');
  return {
    form: 'notice',
    issuer: decidingOffice(input),
    addressee: addresseeOf(input),
    sections: [
      section(
        '延期理由',
        paragraph(`${applied(input)}正在办理。因${extensionWords[ground]}，不能在原定期限内办结。`),
        paragraph(note),
      ),
      section(
        '延长后的期限',
        clock &&
          paragraph(
            `依据${cited(clock.limit.source)}，办理期限延长至自受理次日起${inLimit(clock.limit)}，最迟于${lastDayOf(clock)}作出决定。`,
          ),
        contact(input),
      ),
    ],
  };
}

/** 终止告知书: the procedure ends because the household would not cooperate. */
export function terminationNotice(input: DocumentInput): Page {
  const { ground } = eventOf(input, 'caseTerminated').data;
  const articles = articlesOn('noCooperation', kindOf(input), regimeOn(dayOf(input)));
  const basis = articles && `依据${articles}，`;
  return {
    form: 'notice',
    issuer: decidingOffice(input),
    addressee: addresseeOf(input),
    sections: [
      section(
        '决定及理由',
        paragraph(`${applied(input)}，${basis}决定终止审核确认程序。理由：`),
        paragraph(ground),
        paragraph(`愿意配合调查核实的，可以重新申请。${nextKindWords[elsewhere(input)]}。`),
      ),
      remediesSection(input),
    ],
  };
}

import { mainPersonOf } from '../../../policy/lifecycle/main-person.ts';
import { isByPerson, type Kind, kinds } from '../../../policy/kinds.ts';
import { sumFen } from '../../../policy/money.ts';
import type { CaseState, Decision } from '../../../policy/lifecycle/state.ts';
import { kindOf } from '../about-case.ts';
import { computationSection, conditionsSection, inYuan } from '../assessment-sections.ts';
import { basisOf } from '../citation.ts';
import type { DocumentInput } from '../document-input.ts';
import { eventOf, maskedNumberOf, nameOf, staffNames } from '../document-input.ts';
import { amountName, kindWords } from '../kind-words.ts';
import { officeAt, townOffice } from '../offices.ts';
import type { Page } from '../page.ts';
import { factTable, listTable, section, signatureLines } from '../page.ts';
import { inDays, inMonths } from '../time-wording.ts';
import { channelWords, relationWords } from '../wording.ts';

const applicationSection = (input: DocumentInput) => {
  const { application, regime } = input.state;
  const { submittedOn, acceptedOn } = application;
  const kind = kindOf(input);
  const recipient = mainPersonOf(input.state);
  return section(
    '申请情况',
    factTable([
      [isByPerson(kind) ? '救助对象' : '户主', nameOf(input, recipient)],
      ['公民身份号码', maskedNumberOf(input, recipient)],
      ['所在村（社区）', `${input.places.town}${input.places.village}`],
      ['救助种类', helpWords(kind, application.roll)],
      ['申请来源', channelWords[application.channel]],
      ['申请日期', submittedOn && inDays(submittedOn)],
      ['受理日期', acceptedOn && inDays(acceptedOn)],
      ['困难原因', application.causeOfHardship],
      ['适用规定', regime && basisOf(kind, regime)],
    ]),
  );
};

/** Only dibao still has two rolls 城乡. */
const helpWords = (kind: Kind, roll: CaseState['application']['roll']): string =>
  kind === 'dibao' ? `${roll === 'urban' ? '城市' : '农村'}最低生活保障` : kindWords[kind].name;

const membersSection = (input: DocumentInput, { assessment = input.state.assessment }: Decision) => {
  const counted = assessment?.countedMembers ?? [];
  return section(
    '家庭成员',
    listTable(
      ['姓名', '与户主关系', '公民身份号码', '是否计入', '近十二个月收入'],
      input.state.facts.members.map(({ personId, relation, incomes }) => [
        nameOf(input, personId),
        relationWords[relation],
        maskedNumberOf(input, personId),
        counted.includes(personId) ? '是' : '否',
        inYuan(sumFen(incomes.map(({ annual }) => annual))),
      ]),
      [4],
    ),
  );
};

const agreement = (agrees: boolean): string => (agrees ? '与申报一致' : '与申报不一致');

const appraisalWords = { agrees: '情况属实', disagrees: '情况不属实', disputed: '争议较大，重新调查' } as const;

/** Everything done to find out, in the order of the kinds of steps. */
const inquiryRows = ({ rounds, doubts, visits, appraisals, postings, spotCheck }: CaseState) => [
  ...rounds.map(({ round, reportedOn, validTo, status }) => [
    `第${round}轮核对`,
    reportedOn ? inDays(reportedOn) : '未出具报告',
    status === 'notQualified' ? '认定不符合条件' : validTo ? `有效期至${inDays(validTo)}` : '',
  ]),
  ...(doubts.length > 0
    ? [['存疑清理', '', `共${doubts.length}项，已清理${doubts.filter(({ outcome }) => outcome).length}项`]]
    : []),
  ...visits.map(({ visitedOn, agrees }) => ['入户调查', inDays(visitedOn), agreement(agrees)]),
  ...appraisals.map(({ heldOn, conclusion }) => ['民主评议', inDays(heldOn), appraisalWords[conclusion]]),
  ...postings.map(({ scope, from, lastDay, objections }) => [
    scope === 'village' ? '村（社区）公示' : '区级公示',
    `${inDays(from)}至${inDays(lastDay)}`,
    objections.length === 0 ? '无异议' : `异议${objections.length}件`,
  ]),
  ...(spotCheck?.visit
    ? [['审核确认前入户核查', inDays(spotCheck.visit.visitedOn), agreement(spotCheck.visit.agrees)]]
    : []),
];

/** Quick aid asks nobody first. */
const inquirySection = (state: CaseState) => {
  const rows = inquiryRows(state);
  return rows.length === 0 ? undefined : section('调查核实、评议和公示', listTable(['环节', '日期', '结果'], rows));
};

const opinionSection = (input: DocumentInput) => {
  const opinion = input.state.opinions.at(-1);
  return (
    opinion &&
    section(
      '初审意见',
      factTable([
        ['意见', `${opinion.favourable ? '建议确认' : '建议不予确认'}${opinion.superseded ? '（已失效）' : ''}`],
        ['理由', opinion.ground],
        ['单位', townOffice(input.places)],
        ['拟写人', staffNames(input, opinion.writtenBy)],
        ['签批人', opinion.signedBy && staffNames(input, opinion.signedBy)],
        ['日期', inDays(opinion.writtenOn)],
      ]),
    )
  );
};

const districtOpinionSection = (input: DocumentInput) => {
  const { districtOpinion } = input.state;
  return (
    districtOpinion &&
    section(
      '区级审核意见',
      factTable([
        ['意见', districtOpinion.favourable ? '建议确认' : '建议不予确认'],
        ['理由', districtOpinion.ground],
        ['经办人', staffNames(input, districtOpinion.by)],
      ]),
    )
  );
};

/** 审核确认表: the whole case on one form, from application to decision; kept in the file. */
export function decisionForm(input: DocumentInput): Page {
  const { decision } = eventOf(input, 'decided').data;
  const confirmed = decision.kind === 'confirmed';
  const { payment } = kinds[kindOf(input)];
  const money = amountName[payment];
  const office = officeAt(decision.level, input.places);
  return {
    form: 'record',
    issuer: office,
    sections: [
      applicationSection(input),
      membersSection(input, decision),
      inquirySection(input.state),
      conditionsSection('条件核定', decision.assessment),
      computationSection('金额计算', input, decision.assessment),
      opinionSection(input),
      districtOpinionSection(input),
      section(
        '审核确认决定',
        factTable([
          ['决定', confirmed ? '予以确认' : '不予确认'],
          ['理由', decision.ground],
          ...(money === undefined || !confirmed ? [] : [[money, inYuan(decision.amount)] as const]),
          [
            payment === 'once' ? '发放月份' : payment === 'monthly' ? '发放起始月份' : '认定起始月份',
            decision.from && inMonths(decision.from),
          ],
          ['有效期至', decision.assessment?.validTo && confirmed ? inDays(decision.assessment.validTo) : undefined],
          ['决定机关', office],
          ['决定人', staffNames(input, decision.decidedBy)],
          ['决定日期', inDays(decision.decidedOn)],
        ]),
      ),
    ],
    closing: signatureLines(['初审人', '审核确认人']),
  };
}

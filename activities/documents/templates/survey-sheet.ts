import { mainPersonOf } from '../../../policy/lifecycle/main-person.ts';
import type { Surveyor } from '../../../policy/lifecycle/vocabulary.ts';
import { decidingOffice } from '../deciding-office.ts';
import type { DocumentInput } from '../document-input.ts';
import { eventOf, maskedNumberOf, nameOf, staffNames } from '../document-input.ts';
import { townOffice } from '../offices.ts';
import type { Page } from '../page.ts';
import { factTable, listTable, paragraph, section, signatureLines } from '../page.ts';
import { inDays } from '../time-wording.ts';
import { relationWords } from '../wording.ts';

const surveyorName = (input: DocumentInput, { staffId, socialWorkerLicence }: Surveyor): string =>
  staffId === undefined ? `社会工作者（证书编号${socialWorkerLicence ?? '未登记'}）` : staffNames(input, [staffId]);

/** 入户调查表: who called, whom they met, what they found; of the town's survey, or of the visit before the decision. */
export function surveySheet(input: DocumentInput): Page {
  const event = eventOf(input, 'homeVisitRecorded', 'districtVisitRecorded');
  const byTown = event.type === 'homeVisitRecorded';
  const surveyors = byTown ? event.data.surveyors : event.data.visitors;
  const present = byTown ? event.data.memberPresent : undefined;
  const recipient = mainPersonOf(input.state);
  return {
    form: 'record',
    issuer: byTown ? townOffice(input.places) : decidingOffice(input),
    sections: [
      section(
        '调查基本情况',
        factTable([
          [input.state.subject === undefined ? '申请人' : '拟救助对象', nameOf(input, recipient)],
          ['公民身份号码', maskedNumberOf(input, recipient)],
          ['所在村（社区）', input.places.village],
          ['调查类别', byTown ? '入户调查' : '审核确认前入户核查'],
          ['调查日期', inDays(event.data.visitedOn)],
          ['调查人员', surveyors.map((surveyor) => surveyorName(input, surveyor)).join('、')],
          ['在场家庭成员', present && nameOf(input, present.personId)],
        ]),
      ),
      section(
        '家庭成员',
        listTable(
          ['姓名', '与户主关系', '公民身份号码'],
          input.state.facts.members.map(({ personId, relation }) => [
            nameOf(input, personId),
            relationWords[relation],
            maskedNumberOf(input, personId),
          ]),
        ),
      ),
      section(
        '调查情况',
        paragraph(event.data.summary),
        paragraph(`调查情况与申报情况${event.data.agrees ? '一致' : '不一致'}。`),
        byTown && event.data.photos.length > 0
          ? paragraph(`附现场照片${event.data.photos.length}张，加密存档。`)
          : undefined,
      ),
      section(
        '签署件校验值',
        factTable([
          ...surveyors.map((surveyor): [string, string] => [surveyorName(input, surveyor), surveyor.file]),
          ...(present ? [[nameOf(input, present.personId), present.file] as [string, string]] : []),
        ]),
      ),
    ],
    closing: signatureLines([
      ...surveyors.map((_surveyor, at) => `调查人员${at + 1}`),
      ...(present ? ['在场家庭成员'] : []),
    ]),
  };
}

import { mainPersonOf } from '../../../policy/lifecycle/main-person.ts';
import { kindOf } from '../about-case.ts';
import { articlesOn } from '../citation.ts';
import type { DocumentInput } from '../document-input.ts';
import { dayOf, eventOf, nameOf } from '../document-input.ts';
import { townOffice } from '../offices.ts';
import type { Page } from '../page.ts';
import { factTable, listTable, paragraph, section, signatureLines } from '../page.ts';
import { inDays } from '../time-wording.ts';
import { regimeOn } from '../../../policy/procedures/regimes.ts';

const attendants = {
  town: '乡镇（街道）工作人员',
  villageOrganisation: '村（居）组织成员',
  residents: '村（居）民',
  representatives: '村（居）民代表',
} as const;

const conclusions = {
  agrees: '评议认为申请家庭情况属实。',
  disagrees: '评议认为申请家庭情况不属实。',
  disputed: '评议争议较大，由乡镇人民政府（街道办事处）重新组织调查核实。',
} as const;

/** 民主评议记录: attendance by category, what was said, the town's conclusion; nothing is voted on. */
export function appraisalRecord(input: DocumentInput): Page {
  const { heldOn, attendance, conclusion, record, signatures } = eventOf(input, 'appraisalHeld').data;
  const present = (Object.keys(attendants) as (keyof typeof attendants)[]).map((kind) => ({
    name: attendants[kind],
    count: attendance[kind],
  }));
  const basis = articlesOn('appraisal', kindOf(input), input.state.regime ?? regimeOn(dayOf(input)));
  return {
    form: 'record',
    issuer: townOffice(input.places),
    opening: paragraph(`${basis && `依据${basis}，`}组织民主评议，记录如下。`),
    sections: [
      section(
        '评议事项',
        factTable([
          ['申请人', nameOf(input, mainPersonOf(input.state))],
          ['所在村（社区）', input.places.village],
          ['评议日期', inDays(heldOn)],
        ]),
      ),
      section(
        '参加人员',
        listTable(
          ['类别', '人数'],
          [
            ...present.map(({ name, count }) => [name, count]),
            ['合计', present.reduce((sum, { count }) => sum + count, 0)],
          ],
        ),
      ),
      section('评议情况', paragraph(record)),
      section('评议结论', paragraph(conclusions[conclusion])),
      section(
        '签到签字',
        paragraph(`参加评议人员签字页${signatures.length}份，加密存档，校验值：${signatures.join('、')}`),
      ),
    ],
    closing: signatureLines(['主持人', '记录人']),
  };
}

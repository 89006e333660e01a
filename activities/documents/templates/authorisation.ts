import { kindOf } from '../about-case.ts';
import { article } from '../citation.ts';
import type { DocumentInput } from '../document-input.ts';
import { dayOf, eventOf, maskedNumberOf, nameOf } from '../document-input.ts';
import { kindWords } from '../kind-words.ts';
import { districtOffice } from '../offices.ts';
import type { Page } from '../page.ts';
import { factTable, paragraph, section } from '../page.ts';
import { inDays } from '../time-wording.ts';
import { sourceWords } from '../wording.ts';
import { regimeOn, since } from '../../../policy/procedures/regimes.ts';
import { verificationSources } from '../../../policy/lifecycle/vocabulary.ts';

const capacity = { self: '本人', guardian: '监护人', agent: '受委托代理人' } as const;

/** 核对授权书: who agrees to what being matched, and for how long. */
export function authorisation(input: DocumentInput): Page {
  const { personId, by, signer = personId, file } = eventOf(input, 'authorisationRecorded').data;
  const { name, right } = kindWords[kindOf(input)];
  const basis = since(regimeOn(dayOf(input)), 'R2026b') ? `依据${article('L26', 40)}、${article('L26', 41)}，` : '';
  return {
    form: 'declaration',
    issuer: districtOffice(input.places),
    sections: [
      section(
        '授权人',
        factTable([
          ['授权人', nameOf(input, personId)],
          ['公民身份号码', maskedNumberOf(input, personId)],
        ]),
      ),
      section(
        '授权事项',
        paragraph(
          `${basis}授权人同意${districtOffice(input.places)}及其家庭经济状况核对机构，向有关部门和金融机构查询、核对授权人的下列信息：`,
        ),
        paragraph(`${verificationSources.map((source) => sourceWords[source]).join('、')}。`),
      ),
      section(
        '用途和有效期',
        paragraph(
          `核对结果仅用于${name}的审核确认和动态管理，核对机构及其工作人员对知悉的信息保密。本授权自签署之日起，至${right}终止之日止有效；家庭成员变化或者重新申请的，另行签署。`,
        ),
      ),
      section(
        '签署',
        paragraph('本授权已在纸质或者电子签署件上签字，签署件加密存档。'),
        factTable([
          ['签署人', `${nameOf(input, signer)}（${capacity[by]}）`],
          ['签署人身份号码', signer === personId ? undefined : maskedNumberOf(input, signer)],
          ['登记日期', inDays(dayOf(input))],
          ['签署件校验值（SHA-256）', file],
        ]),
      ),
    ],
  };
}

import { daysBetween } from '../../../policy/dates.ts';
import { formatYuan } from '../../../policy/money.ts';
import { isByPerson, type Kind, kinds } from '../../../policy/kinds.ts';
import { kindOf } from '../about-case.ts';
import type { DocumentInput } from '../document-input.ts';
import { eventOf } from '../document-input.ts';
import { amountName, kindWords } from '../kind-words.ts';
import { hotline, officeAt, townOffice } from '../offices.ts';
import type { Page } from '../page.ts';
import { factTable, listTable, paragraph, section } from '../page.ts';
import { printedRow } from '../posted.ts';
import { inDays } from '../time-wording.ts';

/** What is to be decided on those named, after 拟. */
const proposed: Readonly<Record<Kind, string>> = {
  dibao: '将下列家庭纳入最低生活保障',
  dibaoSinglePerson: '将下列人员参照单人户纳入最低生活保障',
  tekun: '将下列人员纳入特困人员救助供养',
  dibaoEdge: '认定下列家庭为最低生活保障边缘家庭',
  rigidExpenditure: '认定下列家庭为刚性支出困难家庭',
  temporaryAssistance: '对下列家庭给予临时救助',
  orphan: '将下列儿童纳入孤儿基本生活保障',
  deFactoUnattendedChild: '将下列儿童纳入事实无人抚养儿童基本生活保障',
};

/** What is proposed, as the list of those named is headed. */
const heading = { monthly: '保障', once: '救助', none: '认定' } as const;

/**
 * 公示单: name, number of members, amount, village, days, hotline and how to object; of a grant, or of an ending of full support
 * [D43 §26]. Nothing typed by hand is printed, so that no illness, address or child can slip in (policy R-POST; D57 §24).
 */
export function postingSheet(input: DocumentInput): Page {
  const { scope, from, lastDay, proceeding } = eventOf(input, 'postingStarted').data;
  const { name, members, amount } = printedRow(input.state, input.people);
  const kind = kindOf(input);
  const level = scope === 'village' ? 'town' : 'district';
  const office = officeAt(level, input.places);
  const ends = proceeding !== undefined;
  const { payment } = kinds[kind];
  const money = ends ? undefined : amountName[payment];
  const stage = ends ? '经复核' : `经调查核实，${level === 'town' ? '初审' : '审核'}`;
  const what = ends ? `终止下列人员的${kindWords[kind].right}` : proposed[kind];
  return {
    form: 'poster',
    issuer: office,
    opening: paragraph(`${stage}拟${what}，现予公示，接受群众监督。`),
    sections: [
      section(
        `拟${ends ? '终止' : heading[payment]}${isByPerson(kind) ? '人员' : '家庭'}`,
        listTable(
          [
            ...(isByPerson(kind) ? ['姓名', '人数（人）'] : ['申请人姓名', '家庭人口（人）']),
            ...(money === undefined ? [] : [`拟${money}（元）`]),
          ],
          [[name, members, ...(money === undefined ? [] : [formatYuan(amount)])]],
        ),
        factTable([
          ['所在村（社区）', input.places.village],
          ['公示期', `${inDays(from)}张贴，自次日起公示${daysBetween(from, lastDay)}日，至${inDays(lastDay)}止`],
        ]),
      ),
      section(
        '异议的提出',
        paragraph(
          `对公示内容有异议的，请在公示期内以书面、电话或者当面方式向${townOffice(input.places)}提出，并说明理由。提出异议人的信息严格保密。`,
        ),
        paragraph(`社会救助服务热线：${hotline}。`),
      ),
    ],
  };
}

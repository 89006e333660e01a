import { daysBetween } from '../../../policy/dates.ts';
import { formatYuan } from '../../../policy/money.ts';
import type { DocumentInput } from '../document-input.ts';
import { eventOf } from '../document-input.ts';
import { hotline, officeAt, townOffice } from '../offices.ts';
import type { Page } from '../page.ts';
import { factTable, listTable, paragraph, section } from '../page.ts';
import { printedRow } from '../posted.ts';
import { inDays } from '../time-wording.ts';

/**
 * 公示单: name, number of members, amount, village, days, hotline and how to object. Nothing typed by hand is printed, so
 * that no illness, address or child can slip in (policy R-POST; D57 §24).
 */
export function postingSheet(input: DocumentInput): Page {
  const { scope, from, lastDay } = eventOf(input, 'postingStarted').data;
  const { name, members, amount } = printedRow(input.state, input.people);
  const level = scope === 'village' ? 'town' : 'district';
  const office = officeAt(level, input.places);
  return {
    form: 'poster',
    issuer: office,
    opening: paragraph(
      `经调查核实，${level === 'town' ? '初审' : '审核'}拟将下列家庭纳入最低生活保障，现予公示，接受群众监督。`,
    ),
    sections: [
      section(
        '拟保障家庭',
        listTable(['申请人姓名', '家庭人口（人）', '拟月保障金额（元）'], [[name, members, formatYuan(amount)]]),
        factTable([
          ['所在村（社区）', input.places.village],
          ['公示期', `${inDays(from)}至${inDays(lastDay)}（共${daysBetween(from, lastDay)}日）`],
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

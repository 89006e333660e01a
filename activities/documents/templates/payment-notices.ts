import { addToMonth, monthOf, monthsFrom, nextMonth } from '../../../policy/dates.ts';
import { kinds } from '../../../policy/kinds.ts';
import type { EndReason } from '../../../policy/lifecycle/commands.ts';
import type { CaseEvent } from '../../../policy/lifecycle/events.ts';
import type { GrantSpan } from '../../../policy/lifecycle/state.ts';
import { circumstances, kindOf, whom } from '../about-case.ts';
import { nextKindsOf } from '../../../policy/lifecycle/lifted.ts';
import { addresseeOf } from '../addressee.ts';
import { computationSection, conditionsSection, failedFirst, inYuan } from '../assessment-sections.ts';
import { article, articlesOn, basisOf, cited } from '../citation.ts';
import { decidingOffice } from '../deciding-office.ts';
import type { DocumentInput } from '../document-input.ts';
import { dayOf, eventOf } from '../document-input.ts';
import type { Markup } from '../markup.ts';
import { kindWords, moneyOf } from '../kind-words.ts';
import { townOffice } from '../offices.ts';
import type { Page } from '../page.ts';
import { factTable, listTable, paragraph, section } from '../page.ts';
import { remediesSection } from '../remedies.ts';
import { clockOf, inDays, inMonths, lastDayOf } from '../time-wording.ts';
import { endReasonWords, suspensionWords } from '../wording.ts';
import { regimeOn, since } from '../../../policy/procedures/regimes.ts';
import { nextHelp } from './decision-notices.ts';

/** The law of adjustments during payment on the day of the decision. */
function basis(input: DocumentInput): string {
  const regime = regimeOn(dayOf(input));
  return `依据${articlesOn('adjustment', kindOf(input), regime) || basisOf(kindOf(input), regime)}，`;
}

/** The amounts from month to month that an event sets. */
export const spansTable = (input: DocumentInput, spans: readonly GrantSpan[]): Markup =>
  listTable(
    ['起始月份', '截止月份', `${kinds[kindOf(input)].payment === 'once' ? '救助金额' : '月保障金额'}（元）`],
    spans.map(({ from, to, amount }) => [
      inMonths(from),
      to === undefined ? (amount === 0 ? '—' : '长期（至再次调整）') : inMonths(to),
      amount === 0 ? '停止发放' : inYuan(amount),
    ]),
  );

/** What was paid in the month before the first span, as far as the record still shows it. */
function amountBefore({ state }: DocumentInput, spans: readonly GrantSpan[]): string | undefined {
  const first = spans[0];
  if (first === undefined) return undefined;
  const before = addToMonth(first.from, -1);
  const span = state.grants.find(({ from, to }) => from <= before && to !== undefined && to >= before);
  return span && inYuan(span.amount);
}

const reachesBack = (input: DocumentInput, spans: readonly GrantSpan[]): boolean =>
  spans.some(({ from }) => from <= monthOf(dayOf(input)));

/** The standard that rises for that kind. */
function standardOf(input: DocumentInput): string {
  switch (kindOf(input)) {
    case 'tekun':
      return '特困人员救助供养标准';
    case 'orphan':
    case 'deFactoUnattendedChild':
      return '儿童基本生活费标准';
    default:
      return '最低生活保障标准';
  }
}

function adjusted(input: DocumentInput, verb: '增发' | '减发'): Page {
  const event = eventOf(input, 'adjustmentDecided', 'standardApplied');
  const { decision } = event.data;
  if (decision === undefined) throw new RangeError('a new standard that changes nothing issues no notice');
  const spans = event.grants ?? [];
  const cause =
    event.type === 'standardApplied'
      ? `因${standardOf(input)}调整，按新标准`
      : `经复核${circumstances(input)}，${basis(input)}决定`;
  return {
    form: 'notice',
    issuer: decidingOffice(input, decision),
    addressee: addresseeOf(input),
    opening: paragraph(`${cause}${verb}${moneyOf(kindOf(input))}。`),
    sections: [
      section(
        '决定事项',
        factTable([
          ['原月保障金额', amountBefore(input, spans)],
          ['调整后月保障金额', inYuan(decision.amount)],
        ]),
        spansTable(input, spans),
        reachesBack(input, spans)
          ? paragraph('上表所列已过月份，少发的差额予以补发；多发的款项依法退回，另行告知办理方式。')
          : undefined,
      ),
      section('理由', paragraph(decision.ground)),
      conditionsSection('条件核定情况', decision.assessment),
      computationSection('保障金额的计算', input, decision.assessment),
      remediesSection(input),
    ],
  };
}

/** 增发告知书 */
export const increaseNotice = (input: DocumentInput): Page => adjusted(input, '增发');

/** 减发告知书 */
export const reductionNotice = (input: DocumentInput): Page => adjusted(input, '减发');

/** The decision that ended the right: with the end itself, or the correction before it. */
const endedBy = ({ state }: DocumentInput, { data: { decision, reason } }: CaseEvent<'caseEnded'>) =>
  decision ?? (reason === 'correction' ? state.decisions.at(-1) : undefined);

/** The month from which nothing is paid: by the decision, else the month after the last one granted. */
const firstMonthWithout = (input: DocumentInput, event: CaseEvent<'caseEnded'>) => {
  const { decision } = event.data;
  if (decision?.from !== undefined) return decision.from;
  const last = input.state.grants.at(-1)?.to;
  return last === undefined ? (endedBy(input, event)?.from ?? nextMonth(monthOf(dayOf(input)))) : nextMonth(last);
};

/** Ends that no recheck decides: they come with a day, with the payment or with a correction. */
const endsOtherwise: Partial<Readonly<Record<EndReason, string>>> = {
  validityOver: '认定有效期届满，终止',
  correction: '原决定经更正，终止',
  ageReached: '救助对象年满规定年龄，终止',
  paidOnce: '救助金已一次性发放，办结',
};

/** How a right ended, and with it the money where there is any. */
function stopped(input: DocumentInput, reason: EndReason): string {
  const kind = kindOf(input);
  const { money, right } = kindWords[kind];
  const how = endsOtherwise[reason] ?? `经复核，${basis(input)}决定终止`;
  const what = reason === 'gradualExitLapsed' ? `${whom(input)}渐退期已满` : `${how}${whom(input)}${right}`;
  return `${what}${money === undefined || kinds[kind].payment === 'once' ? '' : `，停止发放${money}`}。`;
}

/** 停发告知书: by a decision, or because a gradual exit has run out. */
export function stopNotice(input: DocumentInput): Page {
  const event = eventOf(input, 'caseEnded');
  const { reason, nextKinds } = event.data;
  const decision = endedBy(input, event);
  return {
    form: 'notice',
    issuer: decidingOffice(input, decision),
    addressee: addresseeOf(input),
    opening: paragraph(stopped(input, reason)),
    sections: [
      section(
        '决定事项',
        factTable([
          [
            '停发起始月份',
            kinds[kindOf(input)].payment === 'monthly'
              ? `${inMonths(firstMonthWithout(input, event))}起停止发放`
              : undefined,
          ],
          ['终止原因', endReasonWords[reason]],
        ]),
      ),
      decision && section('理由', paragraph(decision.ground), failedFirst(decision.assessment)),
      nextHelp(input, nextKinds ?? nextKindsOf(decision ?? {})),
      remediesSection(input),
    ],
  };
}

/** 渐退告知书: the old amount for some months more, then the end by itself. */
export function gradualExitNotice(input: DocumentInput): Page {
  const event = eventOf(input, 'adjustmentDecided');
  const { decision } = event.data;
  const { from, to, amount } = decision;
  const source = clockOf(input, 'gradualExitEnd')?.limit.source ?? '';
  const regime = regimeOn(dayOf(input));
  const articles = since(regime, 'R2022') ? `${article('D57', 33)}、${cited(source)}` : article('D57', 33);
  return {
    form: 'notice',
    issuer: decidingOffice(input, decision),
    addressee: addresseeOf(input),
    opening: paragraph(
      `经复核，你户家庭月人均收入已不低于最低生活保障标准。${since(regime, 'R2021') ? `依据${articles}，` : ''}决定给予渐退期。`,
    ),
    sections: [
      section(
        '决定事项',
        factTable([
          ['渐退期', from && to && `${inMonths(from)}至${inMonths(to)}，共${monthsFrom(from, to) + 1}个月`],
          ['渐退期内月保障金额', `${inYuan(amount)}（按原金额发放）`],
          ['停发起始月份', to && `${inMonths(nextMonth(to))}起停止发放，届时另行告知`],
        ]),
        paragraph('渐退期内家庭成员、收入、财产等状况再次变化的，仍应及时告知。'),
      ),
      section('理由', paragraph(decision.ground), failedFirst(decision.assessment)),
      remediesSection(input),
    ],
  };
}

/** 暂停发放告知书: why, until when, and how to have payments go on. */
export function suspensionNotice(input: DocumentInput): Page {
  const { ground, note, from } = eventOf(input, 'paymentSuspended').data;
  const clock = clockOf(input, 'suspension');
  return {
    form: 'notice',
    issuer: decidingOffice(input),
    addressee: addresseeOf(input),
    opening: paragraph(`因${suspensionWords[ground]}，决定自${inMonths(from)}起暂停发放${moneyOf(kindOf(input))}。`),
    sections: [
      section('说明', paragraph(note)),
      section(
        '恢复发放',
        paragraph(
          `请于${clock ? lastDayOf(clock) : inDays(dayOf(input))}前与${townOffice(input.places)}联系并说明情况。核实后符合条件的恢复发放，应当补发的予以补发；核实后不符合条件的，另行作出决定并书面告知。`,
        ),
      ),
      remediesSection(input),
    ],
  };
}

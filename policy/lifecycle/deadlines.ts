import type { CivilInstant, PlainDate } from '../dates.ts';
import { addDays, addMonths, startOfDayAfter } from '../dates.ts';
import type { Law } from '../law.ts';
import { addWorkdays } from '../calendar/work-calendar.ts';
import type { CaseState } from './state.ts';

/** A length of time in law: counting starts the day after the event (policy.md §5.1). */
export interface Limit {
  readonly count: number;
  readonly unit: 'workingDay' | 'day' | 'month';
  /** Regulation and article, or `assumption`. */
  readonly source: string;
}

/** Every clock a case can run. Those `advancing` move the case on by themselves; the others only escalate. */
export const deadlineNames = {
  acceptance: { zh: '受理审查', en: 'acceptance', advancing: false },
  papers: { zh: '补正材料期限', en: 'papers still missing', advancing: true },
  surveyStart: { zh: '启动入户调查', en: 'start of the survey', advancing: false },
  verificationRequest: { zh: '提请核对', en: 'request for verification', advancing: false },
  verificationStart: { zh: '启动核对', en: 'start of verification', advancing: false },
  verificationResult: { zh: '出具核对报告', en: 'verification report', advancing: false },
  investigation: { zh: '完成调查核对', en: 'survey and verification done', advancing: false },
  contest: { zh: '对核对结果提出异议', en: 'contest of the verification', advancing: true },
  reexamination: { zh: '复核核对结果', en: 're-examination', advancing: false },
  appraisal: { zh: '民主评议', en: 'appraisal', advancing: false },
  opinion: { zh: '初审意见', en: 'town opinion', advancing: false },
  postingStart: { zh: '开始公示', en: 'start of the posting', advancing: false },
  postingEnd: { zh: '公示期满', en: 'end of the posting', advancing: true },
  objection: { zh: '异议复查', en: 'reinvestigation of the objection', advancing: false },
  forward: { zh: '上报', en: 'forwarding', advancing: false },
  districtOpinion: { zh: '区级审核意见', en: 'district opinion', advancing: false },
  districtPostingEnd: { zh: '区级公示期满', en: 'end of the district posting', advancing: true },
  districtDecision: { zh: '区级审核确认', en: 'decision of the district', advancing: false },
  decision: { zh: '作出决定', en: 'decision, all steps together', advancing: false },
  notice: { zh: '送达决定', en: 'service of the decision', advancing: false },
  publication: { zh: '公布', en: 'publication', advancing: false },
  doubt: { zh: '存疑清理', en: 'clearing of a doubt', advancing: false },
  complaint: { zh: '投诉答复', en: 'answer to a complaint', advancing: false },
  recheck: { zh: '定期复核', en: 'periodic recheck', advancing: true },
  birthday: { zh: '年龄节点', en: 'birthday 16, 18 or 70', advancing: true },
  standard: { zh: '低保标准调整', en: 'a new standard begins', advancing: true },
  proceeding: { zh: '复核办结', en: 'recheck or change decided', advancing: false },
  death: { zh: '死亡后三个月内办结', en: 'adjusted within three months of death', advancing: false },
  viewsAnswer: { zh: '听取意见期限', en: 'views of the recipient', advancing: true },
  suspension: { zh: '暂停期限', en: 'end of the suspension', advancing: true },
  papersDue: { zh: '先行救助后补齐手续', en: 'papers after payment at once', advancing: false },
  rightEnd: { zh: '待遇期满', en: 'end of the right', advancing: true },
  gradualExitEnd: { zh: '渐退期满', en: 'end of the gradual exit', advancing: true },
} as const satisfies Record<string, { zh: string; en: string; advancing: boolean }>;

export type DeadlineName = keyof typeof deadlineNames;

/** The clocks that are `advancing`. */
export type AdvancingClock = {
  [Name in DeadlineName]: (typeof deadlineNames)[Name]['advancing'] extends true ? Name : never;
}[DeadlineName];

export const isAdvancing = (name: DeadlineName): name is AdvancingClock => deadlineNames[name].advancing;

const isDeadlineName = (name: string): name is DeadlineName => Object.hasOwn(deadlineNames, name);

export const advancingClocks: readonly AdvancingClock[] = Object.keys(deadlineNames)
  .filter(isDeadlineName)
  .filter(isAdvancing);

/** One running clock. `due` is the first instant at which the limit has passed: the day after `lastDay`, 00:00. */
export interface Deadline {
  readonly name: DeadlineName;
  /** Which of several alike: a doubt, an objection, a round, a person; empty where there is only one. */
  readonly of: string;
  readonly from: PlainDate;
  readonly limit: Limit;
  readonly lastDay: PlainDate;
  readonly due: CivilInstant;
  /** Rests on a year whose holiday notice is not out yet (policy.md §10). */
  readonly provisional: boolean;
  /** How often it has passed unanswered: each time its supervision moves one level up. */
  readonly level: number;
}

/** A clock starting on `from` for `limit`, counted on the calendar of `law`. */
export function startClock(law: Law, name: DeadlineName, from: PlainDate, limit: Limit, of = '', level = 0): Deadline {
  const last =
    limit.unit === 'workingDay'
      ? addWorkdays(law.calendar, from, limit.count)
      : { date: limit.unit === 'day' ? addDays(from, limit.count) : addMonths(from, limit.count), provisional: false };
  return {
    name,
    of,
    from,
    limit,
    lastDay: last.date,
    due: startOfDayAfter(last.date),
    provisional: last.provisional,
    level,
  };
}

/** A clock that strikes on a known civil date: at its first instant. */
export function strikeOn(name: DeadlineName, date: PlainDate, source: string, of = ''): Deadline {
  const lastDay = addDays(date, -1);
  const limit: Limit = { count: 0, unit: 'day', source };
  return { name, of, from: lastDay, limit, lastDay, due: startOfDayAfter(lastDay), provisional: false, level: 0 };
}

/** How many levels up a missed task is told: then it stays, marked overdue, and its clock strikes no more. */
export const highestLevel = 3;

/** The clock that strikes first; ties fall by name, so that every replay takes them in the same order. */
export function nextDeadline(state: Pick<CaseState, 'deadlines'>): Deadline | undefined {
  return state.deadlines
    .filter((deadline) => deadline.level < highestLevel)
    .sort((a, b) => compare(a.due, b.due) || compare(a.name, b.name) || compare(a.of, b.of))[0];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Clocks that the notice for `year` moves, counted again on the calendar of `law`. A notice may also move days of the December
 * before. Clocks that strike no more stay as they are.
 */
export function recount(state: CaseState, law: Law, year: number): Deadline[] {
  return state.deadlines
    .filter(
      (deadline) =>
        deadline.limit.unit === 'workingDay' &&
        deadline.level < highestLevel &&
        deadline.lastDay >= `${String(year - 1)}-12-01`,
    )
    .map((old) => ({ old, moved: startClock(law, old.name, old.from, old.limit, old.of, old.level) }))
    .filter(({ old, moved }) => old.due !== moved.due || old.provisional !== moved.provisional)
    .map(({ moved }) => moved);
}

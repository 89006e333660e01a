import type { PlainDate, YearMonth } from '../../policy/dates.ts';
import { dateOf } from '../../policy/dates.ts';
import type { Deadline, DeadlineName, Limit } from '../../policy/lifecycle/deadlines.ts';
import type { DocumentInput } from './document-input.ts';

const withoutZero = (twoDigits: string): string => String(Number(twoDigits));

/** 2026年8月3日 */
export const inDays = (date: PlainDate): string =>
  `${date.slice(0, 4)}年${withoutZero(date.slice(5, 7))}月${withoutZero(date.slice(8, 10))}日`;

/** 2026年8月 */
export const inMonths = (month: YearMonth): string => `${month.slice(0, 4)}年${withoutZero(month.slice(5, 7))}月`;

const units = { workingDay: '个工作日', day: '日', month: '个月' } as const;

/** 30个工作日 */
export const inLimit = (limit: Limit): string => `${limit.count}${units[limit.unit]}`;

/** The last day of a clock, marked where it rests on a year whose holiday notice is not out yet. */
export const lastDayOf = (deadline: Deadline): string =>
  inDays(deadline.lastDay) +
  (deadline.provisional ? '（暂按预排日历推算，国务院办公厅节假日安排公布后如有变动另行告知）' : '');

/** The clock of that name which the document's own event started, else the one running in the case. */
export const clockOf = ({ event, state }: DocumentInput, name: DeadlineName): Deadline | undefined =>
  [...(event.started ?? []), ...state.deadlines].find((deadline) => deadline.name === name);

/** The day on whose first instant a clock strikes: the day after its last. */
export const strikingDayOf = (deadline: Deadline): PlainDate => dateOf(deadline.due);

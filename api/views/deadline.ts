import type { z } from 'zod';
import type { deadlineView } from '../../contracts/http/case.ts';
import { type WorkCalendar, workdaysBetween } from '../../policy/calendar/work-calendar.ts';
import { daysBetween, type PlainDate } from '../../policy/dates.ts';
import { type Deadline, deadlineNames } from '../../policy/lifecycle/deadlines.ts';

/** A limit as people read it on `today`: last day, days left, whether it may still move. */
export function viewOfDeadline(
  clock: Deadline,
  today: PlainDate,
  calendar: WorkCalendar,
): z.output<typeof deadlineView> {
  const { name, of, from, lastDay, limit, provisional, level } = clock;
  const inWorkdays = limit.unit === 'workingDay';
  const left = inWorkdays
    ? workdaysBetween(withWeekdays(calendar, today, lastDay), today, lastDay)
    : daysBetween(today, lastDay);
  return {
    name,
    of,
    from,
    lastDay,
    unit: limit.unit,
    source: limit.source,
    left,
    provisional,
    level,
    words: wording(clock, left, inWorkdays),
  };
}

/** Years whose working days nobody knows yet, or whose notice nobody loaded, count by their weekdays: a case can always be read. */
function withWeekdays(calendar: WorkCalendar, today: PlainDate, lastDay: PlainDate): WorkCalendar {
  const [first, last] = [today, lastDay].map((day) => Number(day.slice(0, 4))).toSorted((a, b) => a - b);
  if (first === undefined || last === undefined) return calendar;
  const weekdays = { status: 'provisional', weekdaysOff: [], weekendsWorked: [] } as const;
  const years = Array.from({ length: last - first + 1 }, (_, at) => [String(first + at), weekdays] as const);
  return { years: { ...Object.fromEntries(years), ...calendar.years } };
}

function wording({ name, lastDay, provisional }: Deadline, left: number, inWorkdays: boolean) {
  const what = deadlineNames[name];
  const days = Math.abs(left);
  const zhDays = `${days} ${inWorkdays ? '个工作日' : '天'}`;
  const enDays = `${days} ${inWorkdays ? 'working ' : ''}${days === 1 ? 'day' : 'days'}`;
  const [zh, en] = left < 0 ? [`已逾期 ${zhDays}`, `${enDays} late`] : [`还剩 ${zhDays}`, `${enDays} left`];
  const zhProvisional = provisional ? '，暂按预排日历，放假通知发布后重算' : '';
  const enProvisional = provisional
    ? ', on the provisional calendar: counted again when the holiday notice is out'
    : '';
  return {
    zh: `${what.zh}：最后一日 ${lastDay}，${zh}${zhProvisional}`,
    en: `${what.en}: last day ${lastDay}, ${en}${enProvisional}`,
  };
}

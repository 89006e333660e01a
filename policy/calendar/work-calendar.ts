import { addDays, isWeekend, type PlainDate } from '../dates.ts';

/** How one year's working days differ from Monday to Friday. */
export interface CalendarYear {
  /** `published`: after the State Council's notice. `provisional`: weekends and statutory days only (Decree 795). */
  readonly status: 'published' | 'provisional';
  /** Days off from Monday to Friday. */
  readonly weekdaysOff: readonly PlainDate[];
  /** Saturdays and Sundays worked in exchange (调休上班). */
  readonly weekendsWorked: readonly PlainDate[];
}

/** Working days by year, `YYYY`. Plain JSON, so that a case can carry it. */
export interface WorkCalendar {
  readonly years: Readonly<Record<string, CalendarYear>>;
}

/** A day found by counting working days; `provisional` if the count passed through a year whose notice is not out. */
export interface CountedDay {
  readonly date: PlainDate;
  readonly provisional: boolean;
}

/** Throws RangeError, naming the year, if the calendar does not cover the date. */
function yearOf(calendar: WorkCalendar, date: PlainDate): CalendarYear {
  const year = date.slice(0, 4);
  const found = calendar.years[year];
  if (found === undefined) throw new RangeError(`no working days are known for the year ${year} (of ${date})`);
  return found;
}

/** Whether the day is worked; transferred workdays count (policy R-TL). Throws RangeError for a year not covered. */
export function isWorkday(calendar: WorkCalendar, date: PlainDate): boolean {
  const year = yearOf(calendar, date);
  return isWeekend(date) ? year.weekendsWorked.includes(date) : !year.weekdaysOff.includes(date);
}

/** Whether the date lies in a year whose holiday notice is not out yet. */
export const isProvisional = (calendar: WorkCalendar, date: PlainDate): boolean =>
  yearOf(calendar, date).status === 'provisional';

/**
 * The n-th working day after `date`: the day of the event is day 0 and counting starts on the next (Civil Code §201).
 * With `n` = 0 the day itself. Throws RangeError for a year not covered or a negative count.
 */
export function addWorkdays(calendar: WorkCalendar, date: PlainDate, n: number): CountedDay {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${n} is not a number of working days`);
  let day = date;
  let provisional = isProvisional(calendar, date);
  for (let left = n; left > 0;) {
    day = addDays(day, 1);
    provisional ||= isProvisional(calendar, day);
    if (isWorkday(calendar, day)) left -= 1;
  }
  return { date: day, provisional };
}

/** The day itself if it is worked, else the next that is: what an office does on a day off happens then. */
export function nextWorkdayOnOrAfter(calendar: WorkCalendar, date: PlainDate): CountedDay {
  return isWorkday(calendar, date)
    ? { date, provisional: isProvisional(calendar, date) }
    : addWorkdays(calendar, date, 1);
}

/**
 * Working days left from `from` (not counted) to `to` (counted), so that it takes back `addWorkdays`; below 0 by the
 * working days since `to` once that has passed.
 */
export function workdaysBetween(calendar: WorkCalendar, from: PlainDate, to: PlainDate): number {
  if (to < from) return 0 - workdaysBetween(calendar, to, from);
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkday(calendar, day)) count += 1;
  }
  return count;
}

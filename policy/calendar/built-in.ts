import { isPlainDate, isWeekend, plainDate, type PlainDate } from '../dates.ts';
import { publishedDays, statutoryWeekdaysOff } from './published.generated.ts';
import type { CalendarYear, WorkCalendar } from './work-calendar.ts';

/** How many years beyond the last notice may be counted on provisionally. */
const YEARS_AHEAD = 2;

/** The State Council's yearly notice on holidays (部分节假日安排), as an administrator enters it. */
export interface HolidayNotice {
  /** Every day off it names, weekends within the holidays included or not. */
  readonly daysOff: readonly PlainDate[];
  /** Saturdays and Sundays it makes working days. */
  readonly daysWorked: readonly PlainDate[];
}

const daysOf = (year: number | string, monthsAndDays: string): PlainDate[] =>
  monthsAndDays === '' ? [] : monthsAndDays.split(' ').map((monthAndDay) => plainDate(`${year}-${monthAndDay}`));

/** Adds the statutory days of the years after the last notice, at most two: further ahead nothing is known. */
function withProvisionalYears(published: Readonly<Record<string, CalendarYear>>): WorkCalendar {
  const last = Math.max(...Object.keys(published).map(Number));
  const years: Record<string, CalendarYear> = { ...published };
  for (let year = last + 1; year <= last + YEARS_AHEAD; year += 1) {
    const weekdaysOff = statutoryWeekdaysOff[year];
    if (weekdaysOff !== undefined)
      years[year] = { status: 'provisional', weekdaysOff: daysOf(year, weekdaysOff), weekendsWorked: [] };
  }
  return { years };
}

/** Working days by the notices published so far, and two provisional years (policy.md §10). */
export const builtInCalendar: WorkCalendar = withProvisionalYears(
  Object.fromEntries(
    Object.entries(publishedDays).map(([year, days]) => [
      year,
      {
        status: 'published',
        weekdaysOff: daysOf(year, days.weekdaysOff),
        weekendsWorked: daysOf(year, days.weekendsWorked),
      },
    ]),
  ),
);

/**
 * The calendar after the notice for `year`: that year becomes published and the provisional years move on. A notice may
 * also move days of the December before (the one for 2019 did). Throws RangeError listing everything wrong with it: a
 * day of another year, no days off, a working day that is no weekend, a day both off and worked, a year left out between.
 */
export function withNotice(calendar: WorkCalendar, year: number, notice: HolidayNotice): WorkCalendar {
  const published = Object.fromEntries(Object.entries(calendar.years).filter(([, y]) => y.status === 'published'));
  const before = published[year - 1];
  const decemberBefore = `${year - 1}-12`;
  const faults: string[] = [];
  if (before === undefined) faults.push(`the notice for ${year - 1} is not loaded`);
  if (notice.daysOff.length === 0) faults.push('it gives no days off');
  for (const day of [...notice.daysOff, ...notice.daysWorked]) {
    if (!isPlainDate(day)) faults.push(`"${String(day)}" is not a date`);
    else if (!day.startsWith(`${year}-`) && !day.startsWith(decemberBefore))
      faults.push(`${day} lies neither in ${year} nor in ${decemberBefore}`);
  }
  for (const day of notice.daysWorked) {
    if (isPlainDate(day) && !isWeekend(day)) faults.push(`${day} is worked anyway: it is no Saturday or Sunday`);
    if (notice.daysOff.includes(day)) faults.push(`${day} is both off and worked`);
  }
  if (before === undefined || faults.length > 0)
    throw new RangeError(`the holiday notice for ${year} cannot be used: ${faults.join('; ')}`);

  const weekdaysOff = notice.daysOff.filter((day) => !isWeekend(day));
  const ofYear = (y: number) => (day: PlainDate) => day.startsWith(`${y}-`);
  return withProvisionalYears({
    ...published,
    [year - 1]: {
      status: 'published',
      weekdaysOff: merged(before.weekdaysOff, weekdaysOff.filter(ofYear(year - 1))),
      weekendsWorked: merged(before.weekendsWorked, notice.daysWorked.filter(ofYear(year - 1))),
    },
    [year]: {
      status: 'published',
      weekdaysOff: merged([], weekdaysOff.filter(ofYear(year))),
      weekendsWorked: merged([], notice.daysWorked.filter(ofYear(year))),
    },
  });
}

const merged = (a: readonly PlainDate[], b: readonly PlainDate[]): PlainDate[] => [...new Set([...a, ...b])].sort();

/** A notice with the year it is for. */
export interface LoadedNotice {
  readonly year: number;
  readonly notice: HolidayNotice;
}

/** The built-in calendar after these notices, in the order of their years. Throws RangeError as `withNotice` does. */
export const calendarAfter = (notices: readonly LoadedNotice[]): WorkCalendar =>
  notices
    .toSorted((a, b) => a.year - b.year)
    .reduce<WorkCalendar>((calendar, { year, notice }) => withNotice(calendar, year, notice), builtInCalendar);

import chineseDays from 'chinese-days';
import { Lunar, Solar } from 'lunar-typescript';
import { addDays, isWeekend, plainDate, type PlainDate } from '../policy/dates.ts';
import type { GeneratedFile } from './generated-file.ts';

const FIRST_PUBLISHED = 2012;
const LAST_PUBLISHED = 2026;
/** Far enough ahead that an installation can take in the notices of a decade before this must run again. */
const LAST_STATUTORY = 2038;

function daysOf(year: number): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = plainDate(`${year}-01-01`); day.startsWith(String(year)); day = addDays(day, 1)) days.push(day);
  return days;
}

/** A year as the State Council's notices left it. */
function publishedYear(year: number): { weekdaysOff: PlainDate[]; weekendsWorked: PlainDate[] } {
  const days = daysOf(year);
  const weekdaysOff = days.filter((day) => !isWeekend(day) && !chineseDays.isWorkday(day));
  if (weekdaysOff.length < 5) throw new Error(`chinese-days knows no holidays of ${year}`);
  return {
    weekdaysOff,
    weekendsWorked: days.filter((day) => isWeekend(day) && chineseDays.isWorkday(day)),
  };
}

/** Statutory days (《全国年节及纪念日放假办法》, Decree 795, from 2025) without any transfer, weekends left out. */
function statutoryDays(year: number): PlainDate[] {
  const lunarDay = (month: number, day: number) => plainDate(Lunar.fromYmd(year, month, day).getSolar().toYmd());
  const clearBrightness = Solar.fromYmd(year, 6, 1).getLunar().getJieQiTable()['清明'];
  if (clearBrightness === undefined) throw new Error(`no Qingming found in ${year}`);
  const springFestival = lunarDay(1, 1);
  return [
    plainDate(`${year}-01-01`),
    ...[-1, 0, 1, 2].map((n) => addDays(springFestival, n)),
    plainDate(clearBrightness.toYmd()),
    plainDate(`${year}-05-01`),
    plainDate(`${year}-05-02`),
    lunarDay(5, 5),
    lunarDay(8, 15),
    ...['01', '02', '03'].map((day) => plainDate(`${year}-10-${day}`)),
  ].filter((day) => !isWeekend(day));
}

const years = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => first + n);
const monthsAndDays = (days: readonly PlainDate[]) => `'${days.map((day) => day.slice(5)).join(' ')}'`;

function render(): string {
  const published = years(FIRST_PUBLISHED, LAST_PUBLISHED).map((year) => {
    const { weekdaysOff, weekendsWorked } = publishedYear(year);
    return `'${year}': { weekdaysOff: ${monthsAndDays(weekdaysOff)}, weekendsWorked: ${monthsAndDays(weekendsWorked)} },`;
  });
  const statutory = years(LAST_PUBLISHED + 1, LAST_STATUTORY).map(
    (year) => `'${year}': ${monthsAndDays([...new Set(statutoryDays(year))].sort())},`,
  );
  return `// Written by scripts/generate-calendar.ts; change that and run \`npm run generate\`. Days are written MM-DD.

/** Years of the State Council's notices, ${FIRST_PUBLISHED} to ${LAST_PUBLISHED}. */
export const publishedDays: Readonly<Record<string, { readonly weekdaysOff: string; readonly weekendsWorked: string }>> = {
  ${published.join('\n')}
};

/** Statutory days from Monday to Friday of the years without a notice, no transfers. */
export const statutoryWeekdaysOff: Readonly<Record<string, string>> = {
  ${statutory.join('\n')}
};
`;
}

/** The holiday calendar as code, so that policy/ and the workflows need no library. */
export const calendarFile: GeneratedFile = {
  path: 'policy/calendar/published.generated.ts',
  render: () => Promise.resolve(render()),
};

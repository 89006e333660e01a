import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { builtInCalendar, withNotice } from '../../policy/calendar/built-in.ts';
import {
  addWorkdays,
  isProvisional,
  isWorkday,
  nextWorkdayOnOrAfter,
  workdaysBetween,
} from '../../policy/calendar/work-calendar.ts';
import { addDays, isWeekend, type PlainDate, plainDate } from '../../policy/dates.ts';

const d = plainDate;
const wd = (from: string, n: number) => addWorkdays(builtInCalendar, d(from), n).date;
const days = (...texts: string[]) => texts.map(d);

interface HolidayCalendarYear {
  dates: { date: string; type: 'public_holiday' | 'transfer_workday' }[];
}
const require = createRequire(__filename);
const published = path.join(path.dirname(require.resolve('holiday-calendar/package.json')), 'data/CN');
/** A notice may move days of the December before, so the days of all years are read together. */
function secondSource(first: number, last: number): Map<string, 'public_holiday' | 'transfer_workday'> {
  const listed = new Map<string, 'public_holiday' | 'transfer_workday'>();
  for (let year = first; year <= last; year += 1) {
    const text = readFileSync(path.join(published, `${year}.json`), 'utf8');
    for (const { date, type } of (JSON.parse(text) as HolidayCalendarYear).dates) listed.set(date, type);
  }
  return listed;
}

/** Days on which `holiday-calendar` departs from the State Council's notices (policy R-TL, reference data). */
const knownErrors = days('2015-01-04', '2016-04-02', '2018-06-16', '2018-09-22');
const FIRST = d('2012-01-01');
const LAST = d('2026-12-31');

/** Whether each day of 2012 to 2026 is worked, by the second source with its known errors put right. */
function secondCalendar(): ReadonlyMap<PlainDate, boolean> {
  const listed = secondSource(2012, 2026);
  const worked = new Map<PlainDate, boolean>();
  for (let day = FIRST; day <= LAST; day = addDays(day, 1)) {
    const type = listed.get(day);
    const byThem = type === 'transfer_workday' || (type === undefined && !isWeekend(day));
    worked.set(day, knownErrors.includes(day) ? !byThem : byThem);
  }
  return worked;
}

describe('working days', () => {
  const second = secondCalendar();
  const everyDay = [...second.keys()];

  it('agree with a second source on every day of 2012 to 2026, but for its four known errors', () => {
    expect(everyDay).toHaveLength(5479);
    expect(everyDay.filter((day) => isWorkday(builtInCalendar, day) !== second.get(day))).toEqual([]);
  });

  it('are counted as a plain count on the second source, for limits of 1 to 60 days from every fourth day', () => {
    const workdays = everyDay.filter((day) => second.get(day));
    const counts = [1, 3, 5, 7, 10, 15, 20, 30, 45, 60];
    const differences: string[] = [];
    let before = 0;
    for (const from of everyDay.filter((_, at) => at % 4 === 0)) {
      while ((workdays[before] ?? LAST) <= from && before < workdays.length) before += 1;
      const n = counts[before % counts.length] ?? 1;
      const expected = workdays[before + n - 1];
      if (expected === undefined) continue;
      const found = addWorkdays(builtInCalendar, from, n);
      if (found.date !== expected || found.provisional)
        differences.push(`${from} + ${n}: ${found.date}, not ${expected}`);
    }
    expect(differences).toEqual([]);
  });

  it('count as chinese-days counts, from every day of 2012 to the autumn of 2026', () => {
    for (let day = d('2012-01-01'); day < d('2026-10-01'); day = addDays(day, 9))
      expect([day, wd(day, 20)]).toEqual([day, chineseDays.findWorkday(20, day)]);
  });

  it('begin on the day after the event, and a transferred Sunday counts', () => {
    expect(wd('2020-04-20', 10)).toBe('2020-05-06');
    expect(wd('2026-09-18', 1)).toBe('2026-09-20');
    expect(wd('2026-09-01', 20)).toBe('2026-09-29');
    expect(wd('2026-09-01', 0)).toBe('2026-09-01');
  });

  it('meet the limits of a case accepted on 2026-09-01', () => {
    expect([3, 30, 45].map((n) => wd('2026-09-01', n))).toEqual(['2026-09-04', '2026-10-19', '2026-11-09']);
    expect(wd('2026-09-04', 3)).toBe('2026-09-09');
  });

  it('meet the limits of a case for full support accepted on 2026-04-01', () => {
    expect([wd('2026-04-01', 15), wd('2026-05-01', 1), wd('2026-05-06', 15)]).toEqual([
      '2026-04-23',
      '2026-05-06',
      '2026-05-26',
    ]);
  });

  it('move what falls on a day off to the next day worked', () => {
    expect(nextWorkdayOnOrAfter(builtInCalendar, d('2026-10-01')).date).toBe('2026-10-08');
    expect(nextWorkdayOnOrAfter(builtInCalendar, d('2026-10-10')).date).toBe('2026-10-10');
  });

  it('left become negative once a limit has passed', () => {
    expect(workdaysBetween(builtInCalendar, d('2026-09-01'), d('2026-09-29'))).toBe(20);
    expect(workdaysBetween(builtInCalendar, d('2026-09-29'), d('2026-09-29'))).toBe(0);
    expect(workdaysBetween(builtInCalendar, d('2026-09-30'), d('2026-09-29'))).toBe(-1);
  });

  it('left take back what was added', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4500 }), fc.integer({ min: 0, max: 60 }), (offset, n) => {
        const from = addDays(d('2012-02-01'), offset);
        expect(workdaysBetween(builtInCalendar, from, addWorkdays(builtInCalendar, from, n).date)).toBe(n);
      }),
    );
  });

  it('refuse a negative count', () => {
    expect(() => wd('2026-09-01', -1)).toThrow('-1 is not a number of working days');
  });
});

describe('years whose holiday notice is not out', () => {
  it('take off weekends and statutory days and mark every deadline that passes through them', () => {
    expect(addWorkdays(builtInCalendar, d('2026-11-24'), 27)).toEqual({ date: '2026-12-31', provisional: false });
    expect(addWorkdays(builtInCalendar, d('2026-11-24'), 28)).toEqual({ date: '2027-01-04', provisional: true });
    expect(isWorkday(builtInCalendar, d('2027-10-01'))).toBe(false);
    expect(isWorkday(builtInCalendar, d('2027-02-08'))).toBe(false);
    expect(isWorkday(builtInCalendar, d('2027-02-09'))).toBe(true);
    expect(isWorkday(builtInCalendar, d('2028-10-03'))).toBe(false);
    expect(isProvisional(builtInCalendar, d('2028-12-29'))).toBe(true);
    expect(nextWorkdayOnOrAfter(builtInCalendar, d('2027-01-01')).provisional).toBe(true);
  });

  it('are known two years ahead and no further', () => {
    expect(() => isWorkday(builtInCalendar, d('2029-01-02'))).toThrow('2029');
    expect(() => addWorkdays(builtInCalendar, d('2028-12-28'), 10)).toThrow('2029');
    expect(() => isWorkday(builtInCalendar, d('2011-12-30'))).toThrow('2011');
  });
});

describe("the State Council's notice", () => {
  const notice = {
    daysOff: days('2027-01-01', '2027-01-02', '2027-01-03', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10'),
    daysWorked: days('2027-01-30', '2027-02-14'),
  };

  it('makes its year published, moves deadlines and lets the provisional years move on', () => {
    const after = withNotice(builtInCalendar, 2027, notice);
    expect(addWorkdays(after, d('2027-02-04'), 1)).toEqual({ date: '2027-02-11', provisional: false });
    expect(isWorkday(after, d('2027-02-14'))).toBe(true);
    expect(isProvisional(after, d('2029-01-02'))).toBe(true);
    expect(after.years['2027']?.weekdaysOff).toEqual(days(...notice.daysOff.filter((day) => !isWeekend(day))));
    expect(builtInCalendar.years['2027']?.status).toBe('provisional');
  });

  it('may move days of the December before, as the one for 2019 did', () => {
    const after = withNotice(builtInCalendar, 2027, {
      daysOff: [...notice.daysOff, d('2026-12-31')],
      daysWorked: [...notice.daysWorked, d('2026-12-27')],
    });
    expect(isWorkday(after, d('2026-12-31'))).toBe(false);
    expect(isWorkday(after, d('2026-12-27'))).toBe(true);
    expect(isWorkday(after, d('2026-10-07'))).toBe(false);
  });

  it.each([
    [{ daysOff: [], daysWorked: [] }, 'no days off'],
    [{ daysOff: days('2028-01-03'), daysWorked: [] }, '2028-01-03 lies neither in 2027'],
    [{ daysOff: days('2027-10-01'), daysWorked: days('2027-10-11') }, '2027-10-11 is worked anyway'],
    [{ daysOff: days('2027-10-02'), daysWorked: days('2027-10-02') }, 'both off and worked'],
  ])('is refused when it cannot be right: %j', (wrong, because) => {
    expect(() => withNotice(builtInCalendar, 2027, wrong)).toThrow(because);
  });

  it('is refused while the one of the year before is missing', () => {
    expect(() => withNotice(builtInCalendar, 2028, notice)).toThrow('the notice for 2027 is not loaded');
  });
});

import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addSeconds,
  addToMonth,
  addYears,
  ageOn,
  civilInstant,
  dateOf,
  daysBetween,
  firstDayOf,
  isWeekend,
  lastDayOf,
  monthOf,
  monthsFrom,
  nextMonth,
  plainDate,
  startOfDay,
  startOfDayAfter,
  weekday,
  yearMonth,
} from '../../policy/dates.ts';

const d = plainDate;
const anyDate = fc.integer({ min: -60_000, max: 60_000 }).map((days) => addDays(d('2000-01-01'), days));

describe('civil dates', () => {
  it.each(['2026-02-30', '2023-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '', '0000-01-01'])(
    'refuses "%s" as a day and names it',
    (text) => {
      expect(() => plainDate(text)).toThrow(`"${text}"`);
    },
  );

  it.each(['2026-13', '2026-0', '202601'])('refuses "%s" as a month', (text) => {
    expect(() => yearMonth(text)).toThrow(`"${text}"`);
  });

  it.each(['2026-02-30T00:00:00', '2026-02-03T24:00:00', '2026-02-03 10:00:00', '2026-02-03T10:00:00Z'])(
    'refuses "%s" as an instant',
    (text) => {
      expect(() => civilInstant(text)).toThrow(`"${text}"`);
    },
  );

  it('accepts 29 February of leap years', () => {
    expect([plainDate('2024-02-29'), plainDate('2000-02-29')]).toEqual(['2024-02-29', '2000-02-29']);
  });

  it('says a day has passed only at the next midnight', () => {
    expect(startOfDayAfter(d('2026-12-31'))).toBe('2027-01-01T00:00:00');
    expect(dateOf(civilInstant('2026-12-31T23:59:59'))).toBe('2026-12-31');
    expect(civilInstant('2026-12-31T23:59:59') < startOfDayAfter(d('2026-12-31'))).toBe(true);
    expect(startOfDay(d('2026-12-31'))).toBe('2026-12-31T00:00:00');
  });

  it('counts seconds over midnight in both directions', () => {
    expect(addSeconds(civilInstant('2026-02-28T23:59:59'), 1)).toBe('2026-03-01T00:00:00');
    expect(addSeconds(civilInstant('2026-03-01T00:00:00'), -1)).toBe('2026-02-28T23:59:59');
    expect(addSeconds(civilInstant('2026-04-30T09:30:00'), 24 * 3600)).toBe('2026-05-01T09:30:00');
  });

  it('gives months the day they lack as their last', () => {
    expect(addMonths(d('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(d('2026-03-05'), 3)).toBe('2026-06-05');
    expect(addMonths(d('2026-03-31'), -13)).toBe('2025-02-28');
    expect(addYears(d('2024-02-29'), 1)).toBe('2025-02-28');
  });

  it('walks months over the year', () => {
    expect(nextMonth(yearMonth('2026-12'))).toBe('2027-01');
    expect(addToMonth(yearMonth('2026-01'), -1)).toBe('2025-12');
    expect(monthsFrom(yearMonth('2020-09'), yearMonth('2022-08'))).toBe(23);
    expect(monthOf(d('2026-07-31'))).toBe('2026-07');
    expect([firstDayOf(yearMonth('2024-02')), lastDayOf(yearMonth('2024-02'))]).toEqual(['2024-02-01', '2024-02-29']);
  });

  it('lets people reach an age on their birthday, not the day before', () => {
    expect(ageOn(d('2008-09-01'), d('2026-08-31'))).toBe(17);
    expect(ageOn(d('2008-09-01'), d('2026-09-01'))).toBe(18);
    expect(ageOn(d('2008-02-29'), d('2026-02-28'))).toBe(18);
    expect(() => ageOn(d('2026-09-02'), d('2026-09-01'))).toThrow('nobody born on 2026-09-02');
  });

  it('knows the days of the week', () => {
    expect(weekday(d('2026-11-24'))).toBe(2);
    expect(weekday(d('1969-12-28'))).toBe(7);
    expect([isWeekend(d('2026-11-21')), isWeekend(d('2026-11-23'))]).toEqual([true, false]);
  });

  it('agrees with the language about every day of two centuries', () => {
    for (let day = d('1899-12-30'); day < d('2101-01-02'); day = addDays(day, 1)) {
      const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);
      if (addDays(day, 1) !== next.toISOString().slice(0, 10) || (weekday(day) % 7) + 1 !== (next.getUTCDay() || 7))
        throw new Error(`wrong after ${day}`);
    }
  });

  it('takes back what it added', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });

  it('makes everybody exactly n years old n years after birth', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 110 }), (birth, years) => {
        expect(ageOn(birth, addYears(birth, years))).toBe(years);
      }),
    );
  });
});

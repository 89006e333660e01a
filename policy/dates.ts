/**
 * Civil dates of Asia/Shanghai as plain strings: they sort, compare with `<`, and survive JSON.
 * Calculated on integer day numbers (proleptic Gregorian); no clock is read here and no time zone is known.
 */
declare const kind: unique symbol;

/** A civil day, `YYYY-MM-DD`. */
export type PlainDate = string & { readonly [kind]: 'PlainDate' };
/** A civil month, `YYYY-MM`. */
export type YearMonth = string & { readonly [kind]: 'YearMonth' };
/** A civil second in Shanghai, `YYYY-MM-DDTHH:MM:SS`, without zone; later instants sort later. */
export type CivilInstant = string & { readonly [kind]: 'CivilInstant' };
/** 1 = Monday ... 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const SECONDS_PER_DAY = 86_400;

const twoDigits = (n: number): string => String(n).padStart(2, '0');
const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const ZERO = '0'.charCodeAt(0);
/** Reads digits without cutting strings off: ages are asked a few times for each person of a roll. */
const twoDigitsAt = (text: string, at: number): number =>
  (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;

const isDigitAt = (text: string, at: number): boolean => {
  const digit = text.charCodeAt(at) - ZERO;
  return digit >= 0 && digit <= 9;
};
const DIGITS_OF_A_DATE = [0, 1, 2, 3, 5, 6, 8, 9];

const yearOf = (date: string): number => twoDigitsAt(date, 0) * 100 + twoDigitsAt(date, 2);
const monthNumberOf = (date: string): number => twoDigitsAt(date, 5);
const dayOf = (date: string): number => twoDigitsAt(date, 8);

/** 228 for 28 February. */
const monthAndDayOf = (date: string): number => monthNumberOf(date) * 100 + dayOf(date);
const LEAP_DAY = 229;

const formatMonth = (year: number, month: number): YearMonth => {
  if (year < 1 || year > 9999) throw new RangeError(`year ${year} cannot be written with four digits`);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}` as YearMonth;
};
const formatDate = (year: number, month: number, day: number): PlainDate =>
  `${formatMonth(year, month)}-${twoDigits(day)}` as PlainDate;

const whole = (n: number): number => {
  if (!Number.isSafeInteger(n)) throw new RangeError(`${n} is not a whole number`);
  return n;
};

/** Whether the text names a day that exists, written `YYYY-MM-DD`. */
export function isPlainDate(text: string): text is PlainDate {
  if (text.length !== 10 || !DIGITS_OF_A_DATE.every((at) => isDigitAt(text, at))) return false;
  if (text[4] !== '-' || text[7] !== '-' || yearOf(text) < 1) return false;
  const month = monthNumberOf(text);
  const day = dayOf(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(yearOf(text), month);
}

/** Whether the text names a month that exists, written `YYYY-MM`. */
export const isYearMonth = (text: string): text is YearMonth => isPlainDate(`${text}-01`);

/** Whether the text names a second that exists, written `YYYY-MM-DDTHH:MM:SS`. */
export const isCivilInstant = (text: string): text is CivilInstant =>
  isPlainDate(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(text.slice(10));

/** The day so written. Throws RangeError, naming the text, if there is no such day. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`"${text}" is not a date: expected a day that exists, as YYYY-MM-DD`);
  return text;
}

/** The month so written. Throws RangeError, naming the text, if there is no such month. */
export function yearMonth(text: string): YearMonth {
  if (!isYearMonth(text)) throw new RangeError(`"${text}" is not a month: expected YYYY-MM`);
  return text;
}

/** The instant so written. Throws RangeError, naming the text, if there is no such instant. */
export function civilInstant(text: string): CivilInstant {
  if (!isCivilInstant(text)) throw new RangeError(`"${text}" is not an instant: expected YYYY-MM-DDTHH:MM:SS`);
  return text;
}

/** Days since 1970-01-01; eras of 400 years make it exact without a calendar library. */
function dayNumber(date: PlainDate): number {
  const month = monthNumberOf(date);
  const year = yearOf(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function dateOfDayNumber(number: number): PlainDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
  return formatDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** The civil day on which an instant lies. */
export const dateOf = (instant: CivilInstant): PlainDate => instant.slice(0, 10) as PlainDate;

/** Midnight at which the day begins. */
export const startOfDay = (date: PlainDate): CivilInstant => `${date}T00:00:00` as CivilInstant;

/** The first instant at which the day has passed: a limit "by `date`" is missed from here on. */
export const startOfDayAfter = (date: PlainDate): CivilInstant => startOfDay(addDays(date, 1));

/** The instant so many seconds later (earlier if negative); limits in hours run through holidays. */
export function addSeconds(instant: CivilInstant, seconds: number): CivilInstant {
  const [hours = 0, minutes = 0, rest = 0] = instant.slice(11).split(':').map(Number);
  const total = hours * 3600 + minutes * 60 + rest + whole(seconds);
  const days = Math.floor(total / SECONDS_PER_DAY);
  const left = total - days * SECONDS_PER_DAY;
  const clock = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60].map(twoDigits).join(':');
  return `${addDays(dateOf(instant), days)}T${clock}` as CivilInstant;
}

/** The day `days` calendar days later (earlier if negative). */
export const addDays = (date: PlainDate, days: number): PlainDate => dateOfDayNumber(dayNumber(date) + whole(days));

/** Calendar days from `from` to `to`; negative if `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from);

/** Same day of the month `months` later; a day the month lacks becomes its last (Civil Code §202): 01-31 + 1 is 02-28. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const target = addToMonth(monthOf(date), months);
  return formatDate(
    yearOf(target),
    monthNumberOf(target),
    Math.min(dayOf(date), daysInMonth(yearOf(target), monthNumberOf(target))),
  );
}

/** Same day `years` years later; 29 February becomes the 28th in common years. */
export const addYears = (date: PlainDate, years: number): PlainDate => addMonths(date, whole(years) * 12);

/** The month in which the day lies. */
export const monthOf = (date: PlainDate): YearMonth => date.slice(0, 7) as YearMonth;

/** The month after. */
export const nextMonth = (month: YearMonth): YearMonth => addToMonth(month, 1);

/** The month `months` later (earlier if negative). */
export function addToMonth(month: YearMonth, months: number): YearMonth {
  const total = yearOf(month) * 12 + monthNumberOf(month) - 1 + whole(months);
  return formatMonth(Math.floor(total / 12), (total % 12) + 1);
}

/** Whole months from `from` to `to`; negative if `to` is earlier. */
export const monthsFrom = (from: YearMonth, to: YearMonth): number =>
  (yearOf(to) - yearOf(from)) * 12 + monthNumberOf(to) - monthNumberOf(from);

/** First day of the month. */
export const firstDayOf = (month: YearMonth): PlainDate => `${month}-01` as PlainDate;

/** Last day of the month. */
export const lastDayOf = (month: YearMonth): PlainDate =>
  formatDate(yearOf(month), monthNumberOf(month), daysInMonth(yearOf(month), monthNumberOf(month)));

/** First and last day of the calendar quarter 季度 in which the day lies. */
export function quarterOf(date: PlainDate): { readonly from: PlainDate; readonly to: PlainDate } {
  const month = monthOf(date);
  const first = addToMonth(month, -((monthNumberOf(month) - 1) % 3));
  return { from: firstDayOf(first), to: lastDayOf(addToMonth(first, 2)) };
}

/**
 * Full years of age (周岁) on a day; the birthday itself counts. Someone born on 29 February grows older on the 28th in
 * common years, as `addYears` says. Throws if the day precedes the birth.
 */
export function ageOn(birthDate: PlainDate, date: PlainDate): number {
  if (date < birthDate) throw new RangeError(`nobody born on ${birthDate} has an age on ${date}`);
  const born = monthAndDayOf(birthDate);
  const birthday = born === LEAP_DAY && !isLeapYear(yearOf(date)) ? LEAP_DAY - 1 : born;
  return yearOf(date) - yearOf(birthDate) - (monthAndDayOf(date) < birthday ? 1 : 0);
}

/** Day of the week. */
export const weekday = (date: PlainDate): Weekday => (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;

/** Saturday or Sunday. */
export const isWeekend = (date: PlainDate): boolean => weekday(date) >= 6;

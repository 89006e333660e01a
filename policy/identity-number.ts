import { isPlainDate, type PlainDate } from './dates.ts';

/** What is wrong with an identity number, in words for the form it was typed into. */
export interface IdentityNumberFault {
  readonly code: 'form' | 'area' | 'birthDate' | 'bornLater' | 'checkDigit';
  readonly zh: string;
  readonly en: string;
}

/** What a citizen's identity number says. Personal data: never in ids, logs or messages. */
export interface IdentityNumber {
  readonly ok: true;
  /** The number with its check letter in upper case. */
  readonly number: string;
  readonly birthDate: PlainDate;
  readonly sex: 'male' | 'female';
  /** Six digits of the county of first registration, perhaps one since dissolved (320405, 320421 ...). */
  readonly areaCode: string;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';
/** Provinces of GB/T 2260, with Taiwan, Hong Kong and Macao (and the 83 of residence permits for Taiwan residents). */
const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' ');

/** The eighteenth character that belongs to the first seventeen digits (GB 11643-1999). */
export function identityCheckDigit(firstSeventeen: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(firstSeventeen[at]), 0);
  return CHECK_DIGITS.charAt(sum % 11);
}

/**
 * Reads a citizen's identity number (公民身份号码, GB 11643-1999): six digits of area, a birth date that exists, three of
 * sequence (odd for men), a check character. Faults are listed all at once and never repeat the number.
 * `bornOnOrBefore`: the day beyond which a birth date is refused; without it none is too late.
 */
export function parseIdentityNumber(
  text: string,
  bornOnOrBefore?: PlainDate,
): IdentityNumber | { readonly ok: false; readonly faults: readonly IdentityNumberFault[] } {
  const number = text.trim().toUpperCase();
  if (!/^\d{17}[\dX]$/.test(number))
    return {
      ok: false,
      faults: [
        { code: 'form', zh: '身份证号应为17位数字加1位数字或X', en: 'must be 17 digits and a digit or the letter X' },
      ],
    };
  const faults: IdentityNumberFault[] = [];
  const areaCode = number.slice(0, 6);
  if (!PROVINCES.includes(areaCode.slice(0, 2)))
    faults.push({ code: 'area', zh: '前两位不是省级区划代码', en: 'the first two digits name no province' });
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isPlainDate(birthDate))
    faults.push({ code: 'birthDate', zh: '出生日期不存在', en: 'the birth date does not exist' });
  else if (bornOnOrBefore !== undefined && birthDate > bornOnOrBefore)
    faults.push({ code: 'bornLater', zh: '出生日期晚于登记日期', en: 'the birth date is still to come' });
  if (identityCheckDigit(number) !== number.charAt(17))
    faults.push({ code: 'checkDigit', zh: '校验码不符', en: 'the check character does not fit: a digit was mistyped' });
  if (faults.length > 0 || !isPlainDate(birthDate)) return { ok: false, faults };
  return { ok: true, number, birthDate, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female', areaCode };
}

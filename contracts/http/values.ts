import { z } from 'zod';
import { isPlainDate, isYearMonth, type PlainDate, type YearMonth } from '../../policy/dates.ts';
import { parseIdentityNumber } from '../../policy/identity-number.ts';
import type { Fen } from '../../policy/money.ts';

/** Lines and tabs belong to a text; other control characters and half of a surrogate pair cannot be kept. */
const isReadable = (value: string): boolean => /^(?:[\t\n\r]|[^\p{Cc}\p{Cs}])*$/u.test(value);

/** Text of 1 to `most` characters, spaces around it taken off. */
export const text = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine(isReadable, '不得含控制字符或残缺字符 / No control characters, no broken characters');

/** Reasons, findings, summaries: what ends up in a document. */
export const words = text(2_000);

const dateText: z.ZodType<string, string> = z
  .string()
  .refine(isPlainDate, '应为存在的日期 YYYY-MM-DD / A day that exists, as YYYY-MM-DD')
  .meta({ description: '北京时间的公历日期 A civil date of Asia/Shanghai', format: 'date' });

/** A day that exists. */
export const plainDate = dateText as z.ZodType<PlainDate, PlainDate>;

const monthText: z.ZodType<string, string> = z
  .string()
  .refine(isYearMonth, '应为存在的月份 YYYY-MM / A month that exists, as YYYY-MM');

/** A month that exists. */
export const yearMonth = monthText as z.ZodType<YearMonth, YearMonth>;

/** An amount of money from 0 to `most` fen. */
export const fen = (most: number) => {
  const amount: z.ZodType<number, number> = z
    .int('应为整数分 / A whole number of fen')
    .min(0, '金额不得小于零 / Not below zero')
    .max(most, `金额过大 / At most ${most} fen`);
  return amount.meta({ description: '分 fen' }) as z.ZodType<Fen, Fen>;
};

/** Amounts of a year, of property: up to ten million yuan. */
export const annualFen = fen(1_000_000_000);

/** Amounts of a month: up to a hundred thousand yuan. */
export const monthlyFen = fen(10_000_000);

/** An id of ours: 32 hexadecimal digits in five groups. */
export const id = z
  .string()
  .regex(
    /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/,
    '应为编号，如 00000000-0000-0000-0000-000000000000 / An id such as 00000000-0000-0000-0000-000000000000',
  );

/** The sha256 by which a stored file is named (`POST /v1/files`). */
export const file = z
  .string()
  .regex(
    /^[0-9a-f]{64}$/,
    '应为已上传文件的 sha256（64 位小写十六进制） / The sha256 of an uploaded file, 64 hex digits',
  )
  .meta({ description: '已上传文件的 sha256 sha256 of an uploaded file' });

/** Id of a member of staff. */
export const staffId = z
  .string()
  .regex(/^[\w.@-]{1,128}$/, '人员编号由字母、数字、点、横线组成 / Letters, digits, dots and dashes');

const code = (digits: number, zh: string, en: string) =>
  z
    .string()
    .regex(new RegExp(`^\\d{${digits}}$`), `${zh}代码应为${digits}位数字 / The code of a ${en} has ${digits} digits`);

export const villageCode = code(12, '村居', 'village');
export const townCode = code(9, '镇街', 'town');
export const districtCode = code(6, '县级区划', 'district');

/** A civil identity number, checked as a whole; letters in upper case. Faults never repeat it. */
export const identityNumber = z
  .string()
  .trim()
  .toUpperCase()
  .superRefine((value, context) => {
    const parsed = parseIdentityNumber(value);
    if (parsed.ok) return;
    for (const { zh, en } of parsed.faults) context.addIssue({ code: 'custom', message: `${zh} / ${en}` });
  })
  .meta({ description: '公民身份号码 Civil identity number', examples: ['11010519491231002X'] });

/** A person's name as registered. */
export const personName = text(60).regex(
  /^[\p{L}\p{M}·.\- ]+$/u,
  '姓名只能含文字、间隔号、连字符 / A name has letters, middle dots and hyphens only',
);

/** A telephone number to answer to. */
export const phone = z
  .string()
  .trim()
  .regex(/^\+?[\d-]{7,20}$/, '电话号码应为 7 至 20 位数字 / A telephone number of 7 to 20 digits');

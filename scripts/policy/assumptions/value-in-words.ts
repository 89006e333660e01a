import type { ParameterUnit } from '../../../contracts/http/parameter-units.ts';
import { fen, formatYuan, type Ratio } from '../../../policy/money.ts';

const counted: Readonly<Partial<Record<ParameterUnit, string>>> = {
  percent: '%',
  times: ' 倍 times',
  months: ' 个月 months',
  days: ' 日 days',
  workingDays: ' 个工作日 working days',
  years: ' 岁 years',
  grade: ' 级 grade',
};

const deciders: Readonly<Record<string, string>> = { town: '镇、街道 town', district: '区 district' };

const isRatio = (value: unknown): value is Ratio =>
  typeof value === 'object' && value !== null && 'num' in value && 'den' in value;

/** A value of a parameter with its unit, as a lawyer reads it: money in yuan, a fraction as a fraction. */
export function valueInWords(value: unknown, unit: string): string {
  if (unit === 'fen' && typeof value === 'number') return `${formatYuan(fen(value))} 元 yuan`;
  if (typeof value === 'boolean') return value ? '是 yes' : '否 no';
  if (unit === 'authority' && typeof value === 'string') return deciders[value] ?? value;
  if (isRatio(value)) return value.den === 1 ? String(value.num) : `${value.num}/${value.den}`;
  if (Array.isArray(value)) return value.length === 0 ? '无 none' : value.join(', ');
  return `${String(value)}${counted[unit as ParameterUnit] ?? ''}`;
}

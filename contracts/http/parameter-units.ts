import { z } from 'zod';
import { incomeTypes } from '../../policy/eligibility/facts.ts';
import { priceSubsidyGroups } from '../../policy/parameters/price-subsidy-groups.ts';
import { singlePersonGroups } from '../../policy/parameters/single-person-groups.ts';
import { topUpReasons } from '../../policy/parameters/top-up-reasons.ts';

/** Bounds lie far above any law, so that no amount reckoned from them leaves the whole numbers. */
const whole = (least: number, most: number) => {
  const message = `应为${least}至${most}的整数 / A whole number from ${least} to ${most}`;
  return z.int(message).min(least, message).max(most, message);
};
const fen = whole(0, 1_000_000_000);
const wholeNumber = whole(0, 10_000);
const ratio = z.strictObject({ num: whole(0, 1_000_000), den: whole(1, 1_000_000) });

/** What the value of a parameter may be, and its type in code, by unit. Amounts and rates are whole numbers or pairs, never floats. */
export const parameterUnits = {
  fen: { type: 'number', schema: fen },
  percent: { type: 'number', schema: wholeNumber },
  tenthsOfPercent: { type: 'number', schema: wholeNumber },
  times: { type: 'number', schema: wholeNumber },
  months: { type: 'number', schema: wholeNumber },
  hours: { type: 'number', schema: wholeNumber },
  days: { type: 'number', schema: wholeNumber },
  workingDays: { type: 'number', schema: wholeNumber },
  years: { type: 'number', schema: wholeNumber },
  /** Of a disability, 1 the gravest; 0 where none counts. */
  grade: { type: 'number', schema: whole(0, 4) },
  ratio: { type: 'Ratio', schema: ratio },
  flag: { type: 'boolean', schema: z.boolean() },
  authority: { type: "'town' | 'district'", schema: z.enum(['town', 'district']) },
  topUpReasons: { type: 'readonly TopUpReason[]', schema: z.array(z.enum(topUpReasons)) },
  singlePersonGroups: { type: 'readonly SinglePersonGroup[]', schema: z.array(z.enum(singlePersonGroups)) },
  priceSubsidyGroups: { type: 'readonly PriceSubsidyGroup[]', schema: z.array(z.enum(priceSubsidyGroups)) },
  spendingTiers: {
    type: 'readonly SpendingTier[]',
    schema: z.array(z.strictObject({ from: ratio, times: wholeNumber })).min(1),
  },
  incomeTypes: { type: 'readonly IncomeType[]', schema: z.array(z.enum(incomeTypes)) },
} as const;

export type ParameterUnit = keyof typeof parameterUnits;

/** Whether a value of the parameter breaks a rule beyond its unit: a standard is whole yuan. */
export const isPartOfYuan = (name: string, value: unknown): boolean =>
  name === 'dibao.standard' && typeof value === 'number' && value % 100 !== 0;

import { firstDayOf, lastDayOf, monthOf, type PlainDate, type YearMonth } from '../dates.ts';
import { type Condition, testCondition } from '../eligibility/condition.ts';
import { standardOn } from '../eligibility/income.ts';
import { type Fen, fen, greaterFen, halfUpToYuan, multiplyRatios, ratio } from '../money.ts';
import type { PriceSubsidyGroup } from '../parameters/price-subsidy-groups.ts';
import { type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';

/** A price index as the statistics office publishes it. */
export interface PriceIndex {
  readonly month: YearMonth;
  readonly publishedOn: PlainDate;
  /** Rise of the consumer price index 居民消费价格指数 over a year, in tenths of a percent: 46 for 4.6%; negative for a fall. */
  readonly cpi: number;
  /** The same of the index for people on low incomes 低收入居民基本生活费用价格指数, where there is one: either starts the subsidy. */
  readonly scpi?: number;
  /** Whether the level-1 epidemic response 一级应急响应 was on. */
  readonly levelOneResponse?: boolean;
}

/** What one payment of a month's price subsidy comes to. */
export interface PriceSubsidy {
  readonly month: YearMonth;
  readonly due: boolean;
  /** Fen in whole yuan, a payment; 0 if none is due. */
  readonly amount: Fen;
  /** Last day to pay: the end of the month in which the index was published (常民救〔2020〕3号 一4). */
  readonly lastPayDay: PlainDate;
  /** The dibao standard of the index month, fen a month. */
  readonly standard: Fen;
  readonly conditions: readonly Condition[];
  readonly parameterVersion: string;
}

const NOTICES = '常州市发改委 2019-12-26, 2020-02-21';
const TENTHS = 1000;

/** Exact, before the one rounding; the flat sum of the response replaces it (常州市发改委 2020-02-21). */
function subsidy(index: PriceIndex, rise: number, standard: Fen, on: PlainDate, snapshot: ParameterSnapshot): Fen {
  if (index.levelOneResponse === true) return fen(valueOn(snapshot, 'priceSubsidy.levelOne', on).value);
  const base = multiplyRatios(ratio(standard), valueOn(snapshot, 'priceSubsidy.shareOfStandard', on).value);
  const isUplifted = rise >= valueOn(snapshot, 'priceSubsidy.upperThreshold', on).value;
  const exact = isUplifted ? multiplyRatios(base, valueOn(snapshot, 'priceSubsidy.uplift', on).value) : base;
  return greaterFen(halfUpToYuan(exact), fen(valueOn(snapshot, 'priceSubsidy.minimumPerHead', on).value));
}

/**
 * Price subsidy 价格临时补贴 of a month by Changzhou's rule (policy R-PS): a twelfth of the standard from 3.0%, half as much again from
 * 5.0%, rounded half-up to the yuan once at the end. Throws RangeError for a rise that is no whole number of tenths, an index
 * published before its month has ended, or a month in which a parameter has no value.
 */
export function priceSubsidyOf(index: PriceIndex, snapshot: ParameterSnapshot): PriceSubsidy {
  const { month, publishedOn, cpi, scpi = cpi } = index;
  if (![cpi, scpi].every(Number.isSafeInteger)) throw new RangeError('a rise is a whole number of tenths of a percent');
  if (publishedOn <= lastDayOf(month)) throw new RangeError(`an index of ${month} is not published on ${publishedOn}`);
  const on = firstDayOf(month);
  const rise = Math.max(cpi, scpi);
  const condition = testCondition({
    id: 'priceRise',
    article: NOTICES,
    value: ratio(rise, TENTHS),
    limit: ratio(valueOn(snapshot, 'priceSubsidy.lowerThreshold', on).value, TENTHS),
    comparison: '>=',
  });
  const standard = standardOn(snapshot, on);
  return {
    month,
    due: condition.met,
    amount: condition.met ? subsidy(index, rise, standard, on, snapshot) : fen(0),
    lastPayDay: lastDayOf(monthOf(publishedOn)),
    standard,
    conditions: [condition],
    parameterVersion: snapshot.version,
  };
}

/** Somebody with a right to the subsidy, by the groups that give it. */
export interface Beneficiary {
  readonly personId: string;
  readonly householdId: string;
  readonly groups: readonly PriceSubsidyGroup[];
}

/** One payment: to a person, or to a household as a whole. */
export type SubsidyPayment =
  | { readonly to: 'person'; readonly personId: string; readonly householdId: string }
  | { readonly to: 'household'; readonly householdId: string };

/**
 * Who gets one payment each for an index month: a person once, in however many groups; a household whose members are only in groups
 * paid by household once, and also where others of it are paid for themselves (policy R-PS). In the order given.
 */
export function subsidyPayments(
  beneficiaries: readonly Beneficiary[],
  month: YearMonth,
  snapshot: ParameterSnapshot,
): readonly SubsidyPayment[] {
  const perHousehold = valueOn(snapshot, 'priceSubsidy.perHousehold', firstDayOf(month)).value;
  const groupsOf = new Map<string, Beneficiary>();
  for (const one of beneficiaries) {
    const known = groupsOf.get(one.personId);
    groupsOf.set(one.personId, known ? { ...known, groups: [...known.groups, ...one.groups] } : one);
  }
  const paid = new Set<string>();
  return [...groupsOf.values()].flatMap(({ personId, householdId, groups }): SubsidyPayment[] => {
    if (groups.some((group) => !perHousehold.includes(group))) return [{ to: 'person', personId, householdId }];
    if (groups.length === 0 || paid.has(householdId)) return [];
    paid.add(householdId);
    return [{ to: 'household', householdId }];
  });
}

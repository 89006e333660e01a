import type { PlainDate } from '../dates.ts';
import type { ParameterValues } from './generated.ts';

/** A name such as `dibao.standard`. */
export type ParameterName = keyof ParameterValues;

/** A value from a day on. Money is in fen, rates in percent or fractions: the unit stands at the name. */
export interface DatedValue<T> {
  /** First day it counts, `YYYY-MM-DD`. */
  readonly from: string;
  /** Last day it counts, where it must not be carried on. */
  readonly to?: string;
  readonly value: T;
  /** Regulation and article, or where else the value comes from. */
  readonly source: string;
  /** Not confirmed: to be checked against local rules before real use. */
  readonly assumption?: true;
}

/** All parameters, with the divisions that differ from the city. */
export type ParameterTable = {
  readonly [N in ParameterName]: {
    readonly unit: string;
    readonly values: readonly DatedValue<ParameterValues[N]>[];
    readonly divisions: Readonly<Record<string, readonly DatedValue<ParameterValues[N]>[]>>;
  };
};

/** The parameters as they stand for one place. Plain JSON: carried by a case, so that a replay cannot change an amount. */
export interface ParameterSnapshot {
  /** Hash of all values; decisions name it. */
  readonly version: string;
  readonly values: { readonly [N in ParameterName]: readonly DatedValue<ParameterValues[N]>[] };
}

/**
 * The row in force on a day. Throws RangeError, naming parameter and day, where there is none: nothing is guessed
 * before the first row or after one that ended.
 */
export function valueOn<N extends ParameterName>(
  snapshot: ParameterSnapshot,
  name: N,
  date: PlainDate,
): DatedValue<ParameterValues[N]> {
  const rows = Object.hasOwn(snapshot.values, name) ? snapshot.values[name] : [];
  const row = rows.findLast(({ from }) => from <= date);
  if (row === undefined || (row.to !== undefined && row.to < date))
    throw new RangeError(`parameter ${name} has no value on ${date}`);
  return row;
}

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

/** Thrown where a parameter has no value on a day: not published yet, or not known that far back. */
export class ParameterWithoutValue extends RangeError {
  readonly parameter: ParameterName;
  readonly date: PlainDate;
  constructor(parameter: ParameterName, date: PlainDate) {
    super(`parameter ${parameter} has no value on ${date}`);
    this.name = 'ParameterWithoutValue';
    this.parameter = parameter;
    this.date = date;
  }
}

/**
 * The row in force on a day. Throws ParameterWithoutValue, naming parameter and day, where there is none: nothing is guessed
 * before the first row or after one that ended.
 */
export function valueOn<N extends ParameterName>(
  snapshot: ParameterSnapshot,
  name: N,
  date: PlainDate,
): DatedValue<ParameterValues[N]> {
  const rows = Object.hasOwn(snapshot.values, name) ? snapshot.values[name] : [];
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at];
    if (row === undefined || row.from > date) continue;
    if (row.to !== undefined && row.to < date) break;
    return row;
  }
  throw new ParameterWithoutValue(name, date);
}

/** Days remembered for one snapshot: assessments of one run need two or three. */
const DAYS_REMEMBERED = 32;

/**
 * Reads several parameters as one and remembers what they were: the law of a day (or a month) does not change, and a roll is assessed
 * at the same two or three days throughout. `read` depends on snapshot and day only. What it throws is thrown each time.
 */
export function ofDay<T, Day extends string = PlainDate>(
  read: (snapshot: ParameterSnapshot, day: Day) => T,
): (snapshot: ParameterSnapshot, day: Day) => T {
  interface Asked {
    readonly snapshot: ParameterSnapshot;
    readonly day: Day;
    readonly value: T;
  }
  const known = new WeakMap<ParameterSnapshot, Map<Day, T>>();
  // The two asked last need no looking up: a roll is computed under two laws, before and after a change.
  let latest: Asked | undefined;
  let earlier: Asked | undefined;

  function lookUp(snapshot: ParameterSnapshot, day: Day): T {
    let days = known.get(snapshot);
    if (days === undefined) known.set(snapshot, (days = new Map<Day, T>()));
    let value = days.get(day);
    if (value === undefined) {
      value = read(snapshot, day);
      if (days.size >= DAYS_REMEMBERED) days.clear();
      days.set(day, value);
    }
    earlier = latest;
    latest = { snapshot, day, value };
    return value;
  }

  return (snapshot, day) => {
    if (latest?.snapshot === snapshot && latest.day === day) return latest.value;
    if (earlier?.snapshot === snapshot && earlier.day === day) return earlier.value;
    return lookUp(snapshot, day);
  };
}

import type { YearMonth } from '../dates.ts';
import type { Fen } from '../money.ts';
import type { Kind } from '../kinds.ts';
import type { ParameterChange } from './changed-law.ts';
import type { StandardCheck } from './standard-checks.ts';

/** What a household or person has in a month. */
export interface Entitlement {
  readonly kind: Kind;
  /** Fen a month; 0 for a kind without money. */
  readonly amount: Fen;
  readonly persons: number;
}

/** Who has a kind of help under one law, and what it costs in the month. */
export interface Holding {
  readonly households: number;
  readonly persons: number;
  /** Fen. */
  readonly budget: number;
}

/** One kind of help in one district, or all money together (`all`), before and after the change. */
export interface FigureRow {
  /** Code of the district, `city` for all of them. */
  readonly district: string;
  readonly kind: Kind | 'all';
  readonly before: Holding;
  readonly after: Holding;
  /** Households that have it only after the change, and only before it; of `all`: money at all. */
  readonly comingIn: number;
  readonly goingOut: number;
  /** Households whose money of this kind rises or falls, those coming in and going out among them. */
  readonly winners: number;
  readonly losers: number;
}

/** Households whose money changes by at least `from` and less than `below`, fen a month. */
export interface HistogramBin {
  readonly from: number;
  readonly below: number;
  readonly households: number;
}

/** What a change of the law does to a roll in one month. Plain JSON. */
export interface SimulationFigures {
  readonly month: YearMonth;
  readonly parameterVersion: string;
  readonly changes: readonly ParameterChange[];
  /** The new dibao standards among the changes against the rules on standards. */
  readonly standardChecks: readonly StandardCheck[];
  /** Cases looked at. */
  readonly looked: number;
  /** Those whose facts cannot be assessed on the first day of the month, and how many of them for which fault. */
  readonly notAssessed: { readonly households: number; readonly because: Readonly<Record<string, number>> };
  /** Where a kind could not be judged under the changed law, for want of a fact or of a published figure: how often. It counts as none. */
  readonly undetermined: Readonly<Partial<Record<Kind, number>>>;
  /** The city's rows first, then each district's. */
  readonly rows: readonly FigureRow[];
  /** Households whose money stays the same, among those with money. */
  readonly unchanged: number;
  /** Changes in steps of `HISTOGRAM_STEP`, rising; none for steps nobody falls into. */
  readonly histogram: readonly HistogramBin[];
}

/** Width of a step of the histogram: 50 yuan. */
export const HISTOGRAM_STEP = 5_000;

/** Adds up one row. */
export class RowTally {
  readonly #before = { households: 0, persons: 0, budget: 0 };
  readonly #after = { households: 0, persons: 0, budget: 0 };
  #comingIn = 0;
  #goingOut = 0;
  #winners = 0;
  #losers = 0;

  /** One household: what it has of this kind before and after. */
  add(before: Entitlement | undefined, after: Entitlement | undefined): void {
    if (before !== undefined) hold(this.#before, before);
    if (after !== undefined) hold(this.#after, after);
    if (before === undefined && after !== undefined) this.#comingIn += 1;
    if (before !== undefined && after === undefined) this.#goingOut += 1;
    const change = (after?.amount ?? 0) - (before?.amount ?? 0);
    if (change > 0) this.#winners += 1;
    if (change < 0) this.#losers += 1;
  }

  row(district: string, kind: FigureRow['kind']): FigureRow {
    return {
      district,
      kind,
      before: { ...this.#before },
      after: { ...this.#after },
      comingIn: this.#comingIn,
      goingOut: this.#goingOut,
      winners: this.#winners,
      losers: this.#losers,
    };
  }
}

function hold(into: { households: number; persons: number; budget: number }, what: Entitlement): void {
  into.households += 1;
  into.persons += what.persons;
  into.budget += what.amount;
}

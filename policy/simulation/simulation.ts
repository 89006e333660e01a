import type { AssessmentDates } from '../assessment/assessment.ts';
import { firstDayOf, type YearMonth } from '../dates.ts';
import { InconsistentFacts } from '../eligibility/contradictions.ts';
import { standardOn } from '../eligibility/income.ts';
import { type Kind, kindNames } from '../kinds.ts';
import type { ParameterSnapshot } from '../parameters/snapshot.ts';
import { snapshotOf } from '../parameters/snapshot-for.ts';
import { changedLaw, lawBefore, lawInForce, type ParameterChange, type WholeLaw } from './changed-law.ts';
import { entitlementOf } from './entitlements.ts';
import { type Entitlement, HISTOGRAM_STEP, RowTally, type SimulationFigures } from './figures.ts';
import type { Place, RollEntry } from './roll.ts';
import { standardChecks } from './standard-checks.ts';

/** What is to be found out: the month in which the law as published and the changed one are compared. */
export interface SimulationOrder {
  readonly month: YearMonth;
  readonly changes: readonly ParameterChange[];
}

interface TwoLaws {
  readonly before: ParameterSnapshot;
  readonly after: ParameterSnapshot;
}

/** Counted once, under the changed law. */
const alreadyUndetermined = (): void => undefined;

type Rows = Map<Kind | 'all', RowTally>;

/**
 * A change of the law tried on a roll: give it the households one after the other, in any order, then ask for the figures. It keeps
 * sums only, so that a roll of any length takes the same memory.
 */
export class Simulation {
  readonly #order: SimulationOrder;
  readonly #on: AssessmentDates;
  readonly #before: WholeLaw;
  readonly #changed: WholeLaw;
  readonly #divisionsWithSettings: ReadonlySet<string>;
  readonly #laws = new Map<string, TwoLaws>();
  readonly #shared = new Map<string, TwoLaws>();
  readonly #city: Rows = new Map();
  readonly #districts = new Map<string, Rows>();
  readonly #histogram = new Map<number, number>();
  readonly #because = new Map<string, number>();
  readonly #undetermined = new Map<Kind, number>();
  readonly #onUndetermined = (kind: Kind): void => increase(this.#undetermined, kind);
  #faulty = 0;
  #looked = 0;
  #unchanged = 0;

  /** Throws RangeError, naming it, where a parameter has no value in the month. */
  constructor(order: SimulationOrder) {
    this.#order = order;
    this.#on = { assessedOn: firstDayOf(order.month), benefitMonth: order.month };
    this.#before = lawBefore(lawInForce, order.changes);
    this.#changed = changedLaw(lawInForce, order.changes);
    this.#divisionsWithSettings = new Set(
      Object.values(this.#changed.parameters).flatMap(({ divisions }) => Object.keys(divisions)),
    );
    for (const law of [this.#before, this.#changed]) standardOn(snapshotOf(law, []), this.#on.assessedOn);
  }

  /** Computes one entry under both laws. Facts that cannot be assessed are counted by what is wrong with them. */
  add(entry: RollEntry): void {
    this.#looked += 1;
    const { before, after } = this.#lawsOf(entry.place);
    try {
      const now = entitlementOf(entry, this.#on, before, alreadyUndetermined);
      const then = entitlementOf(entry, this.#on, after, this.#onUndetermined);
      this.#compare(entry.place.district, now, then);
    } catch (error) {
      if (!(error instanceof InconsistentFacts)) throw error;
      for (const code of new Set(error.contradictions.map(({ code }) => code))) increase(this.#because, code);
      this.#faulty += 1;
    }
  }

  /** The figures of what has been given so far. */
  figures(): SimulationFigures {
    const districts = [...this.#districts].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      month: this.#order.month,
      parameterVersion: lawInForce.version,
      changes: this.#order.changes,
      standardChecks: standardChecks(this.#order.changes),
      looked: this.#looked,
      notAssessed: {
        households: this.#faulty,
        because: Object.fromEntries([...this.#because].sort(([a], [b]) => (a < b ? -1 : 1))),
      },
      undetermined: Object.fromEntries(this.#undetermined),
      rows: [['city', this.#city] as const, ...districts].flatMap(([district, rows]) =>
        (['all', ...kindNames] as const).flatMap((kind) => {
          const tally = rows.get(kind);
          return tally === undefined ? [] : [tally.row(district, kind)];
        }),
      ),
      unchanged: this.#unchanged,
      histogram: [...this.#histogram]
        .sort(([a], [b]) => a - b)
        .map(([step, households]) => ({
          from: step * HISTOGRAM_STEP,
          below: (step + 1) * HISTOGRAM_STEP,
          households,
        })),
    };
  }

  /** Places without settings of their own share one pair of laws. */
  #lawsOf({ town, path }: Place): TwoLaws {
    const known = this.#laws.get(town);
    if (known !== undefined) return known;
    const settled = path.filter((code) => this.#divisionsWithSettings.has(code));
    const shared = this.#shared.get(settled.join());
    const laws = shared ?? { before: snapshotOf(this.#before, path), after: snapshotOf(this.#changed, path) };
    this.#shared.set(settled.join(), laws);
    this.#laws.set(town, laws);
    return laws;
  }

  #compare(district: string, before: Entitlement | undefined, after: Entitlement | undefined): void {
    let rows = this.#districts.get(district);
    if (rows === undefined) this.#districts.set(district, (rows = new Map<Kind | 'all', RowTally>()));
    for (const where of [this.#city, rows]) {
      if (before?.kind === after?.kind) addTo(where, before?.kind, before, after);
      else {
        addTo(where, before?.kind, before, undefined);
        addTo(where, after?.kind, undefined, after);
      }
      addTo(where, 'all', withMoney(before), withMoney(after));
    }
    const change = (after?.amount ?? 0) - (before?.amount ?? 0);
    if (change !== 0) increase(this.#histogram, Math.floor(change / HISTOGRAM_STEP));
    else if (before !== undefined && before.amount > 0) this.#unchanged += 1;
  }
}

const withMoney = (what: Entitlement | undefined): Entitlement | undefined =>
  what !== undefined && what.amount > 0 ? what : undefined;

function addTo(
  rows: Rows,
  kind: Kind | 'all' | undefined,
  before: Entitlement | undefined,
  after: Entitlement | undefined,
): void {
  if (kind === undefined) return;
  let tally = rows.get(kind);
  if (tally === undefined) rows.set(kind, (tally = new RowTally()));
  tally.add(before, after);
}

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

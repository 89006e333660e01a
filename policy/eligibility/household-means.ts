import type { PlainDate } from '../dates.ts';
import { type Fen, type Ratio, ratio } from '../money.ts';
import type { ParameterSnapshot } from '../parameters/snapshot.ts';
import type { HouseholdFacts, Member } from './facts.ts';
import { countedMembers } from './household.ts';
import { incomeOf, type IncomeParts, incomeParts } from './income.ts';

/** What every kind given by household starts from: who counts and what they have together. */
export interface HouseholdMeans {
  readonly members: readonly Member[];
  /** Countable income of the past 12 months, fen. */
  readonly annualIncome: Fen;
  readonly incomeParts: IncomeParts;
  /** The same a head and month, exact. */
  readonly perCapitaMonthly: Ratio;
}

interface Question {
  readonly facts: HouseholdFacts;
  readonly assessedOn: PlainDate;
  readonly regimeOn: PlainDate;
  readonly snapshot: ParameterSnapshot;
}

/** The means last computed: one household is assessed for one kind after the other. Facts are never changed in place. */
let last: (Question & { readonly means: HouseholdMeans }) | undefined;

function compute({ facts, assessedOn, regimeOn, snapshot }: Question): HouseholdMeans {
  const members = countedMembers(facts, assessedOn, regimeOn, snapshot);
  const parts = incomeParts(members, assessedOn, regimeOn, snapshot);
  const income = incomeOf(parts);
  const perCapitaMonthly = ratio(income, 12 * Math.max(1, members.length));
  return { members, annualIncome: income, incomeParts: parts, perCapitaMonthly };
}

/** Members counted and their income (policy R-HH, R-INC). Throws RangeError for a day on which a parameter has no value. */
export function householdMeans(
  facts: HouseholdFacts,
  on: { readonly assessedOn: PlainDate; readonly regimeOn?: PlainDate },
  snapshot: ParameterSnapshot,
): HouseholdMeans {
  const { assessedOn, regimeOn = assessedOn } = on;
  if (
    last?.facts === facts &&
    last.snapshot === snapshot &&
    last.assessedOn === assessedOn &&
    last.regimeOn === regimeOn
  )
    return last.means;
  const asked = { facts, assessedOn, regimeOn, snapshot };
  const means = compute(asked);
  last = { ...asked, means };
  return means;
}

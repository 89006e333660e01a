import type { Ratio } from '../money.ts';

/** A tier of temporary assistance 支出型救助档次 (policy R-TA): tiers rise, the last whose `from` is reached counts. */
export interface SpendingTier {
  /** Spending as a share of the yearly income, reached or passed. */
  readonly from: Ratio;
  /** How many dibao standards for each member. */
  readonly times: number;
}

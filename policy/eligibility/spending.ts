import { type Fen, sumFen } from '../money.ts';
import type { HouseholdFacts } from './facts.ts';
import type { MissingFact } from './missing-facts.ts';

/** What to ask for where the spending is not known. */
export const spendingMissing: MissingFact = {
  path: 'necessarySpending',
  zh: '过去十二个月家庭必需支出（自付部分）',
  en: 'necessary spending of the past 12 months, own share',
};

/**
 * Necessary spending 必需支出 of the past 12 months, fen: living, medical, education, rehabilitation, other (刚性支出困难家庭认定办法 §5).
 * Undefined if it was not asked.
 */
export const necessarySpending = ({ necessarySpending: spent }: HouseholdFacts): Fen | undefined =>
  spent && sumFen(spent.map(({ annual }) => annual));

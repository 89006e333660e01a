import { formatYuan, halfUpToFen, compareRatios, type Ratio } from '../money.ts';

/** Words for a decision letter, Chinese first. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}

/** How a value found must stand to its limit. */
export type Comparison = '<' | '<=' | '=' | '>=';

/** What value and limit count: fen (exact, perhaps in parts), things, or yes (1) and no (0). */
export type ConditionUnit = 'fen' | 'count' | 'yesOrNo';

/** One condition of the law as tested on a household: enough to explain, and to test again. Plain JSON. */
export interface Condition {
  readonly id: ConditionId;
  /** Regulation and article. */
  readonly article: string;
  readonly fact: Wording;
  readonly unit: ConditionUnit;
  readonly value: Ratio;
  readonly limit: Ratio;
  readonly comparison: Comparison;
  readonly met: boolean;
  readonly parameterVersion: string;
  readonly explanation: Wording;
}

export type ConditionId =
  | 'membersCounted'
  | 'incomeBelowStandard'
  | 'incomeBelowEdge'
  | 'incomeNotBelowStandard'
  | 'incomeBelowExitCeiling'
  | 'financialAssetsWithinLimit'
  | 'noVehicle'
  | 'oneHomeAtMost'
  | 'noShop'
  | 'tookUpWork'
  | 'gradualExitProvided';

const words: Record<Comparison, Wording> = {
  '<': { zh: '低于', en: 'below' },
  '<=': { zh: '不超过', en: 'at most' },
  '=': { zh: '为', en: 'exactly' },
  '>=': { zh: '不低于', en: 'at least' },
};

function holds(value: Ratio, comparison: Comparison, limit: Ratio): boolean {
  const order = compareRatios(value, limit);
  switch (comparison) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '=':
      return order === 0;
    case '>=':
      return order >= 0;
  }
}

/** Shown to the fen; what decides is the exact value. */
function shown(amount: Ratio, unit: ConditionUnit): Wording {
  switch (unit) {
    case 'fen': {
      const yuan = formatYuan(halfUpToFen(amount));
      return { zh: `${yuan}元`, en: `${yuan} yuan` };
    }
    case 'count':
      return { zh: String(amount.num), en: String(amount.num) };
    case 'yesOrNo':
      return amount.num === 0 ? { zh: '否', en: 'no' } : { zh: '是', en: 'yes' };
  }
}

/** Tests one condition and words the outcome: "household income a head: 483.33 yuan, must be below 900.00 yuan: met". */
export function testCondition(
  test: Pick<Condition, 'id' | 'article' | 'fact' | 'unit' | 'value' | 'limit' | 'comparison' | 'parameterVersion'>,
): Condition {
  const met = holds(test.value, test.comparison, test.limit);
  const value = shown(test.value, test.unit);
  const limit = shown(test.limit, test.unit);
  const must = words[test.comparison];
  return {
    ...test,
    met,
    explanation: {
      zh: `${test.fact.zh}为${value.zh}，应${must.zh}${limit.zh}，${met ? '符合' : '不符合'}（${test.article}）`,
      en: `${test.fact.en}: ${value.en}, must be ${must.en} ${limit.en}: ${met ? 'met' : 'not met'} (${test.article})`,
    },
  };
}

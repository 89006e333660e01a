import { compareRatios, formatYuan, halfUpToFen, multiplyRatios, type Ratio, ratio } from '../money.ts';
import {
  alternatives,
  type AlternativesId,
  conditionFacts,
  type ConditionId,
  type ConditionUnit,
} from './condition-facts.ts';

/** Words for a decision letter, Chinese first. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}

/** How a value found must stand to its limit. */
export type Comparison = '<' | '<=' | '=' | '>=' | '>';

/** One condition of the law as tested on a household: enough to explain (`explain`), and to test again. Plain JSON. */
export interface Condition {
  readonly id: ConditionId;
  /** Regulation and article. */
  readonly article: string;
  readonly value: Ratio;
  readonly limit: Ratio;
  readonly comparison: Comparison;
  readonly met: boolean;
  /** Whom it is about, where it is not the whole household: a member by id, a supporter by its mark. */
  readonly personId?: string;
  /** One of several of which any is enough; they are listed where none is met, and the one that is met alone otherwise. */
  readonly oneOf?: AlternativesId;
}

const words: Record<Comparison, Wording> = {
  '<': { zh: '低于', en: 'below' },
  '<=': { zh: '不超过', en: 'at most' },
  '=': { zh: '为', en: 'exactly' },
  '>=': { zh: '不低于', en: 'at least' },
  '>': { zh: '高于', en: 'above' },
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
    case '>':
      return order > 0;
  }
}

/** Shown to the fen; what decides is the exact value, so `besides` says which side of the limit a value is that looks alike. */
function shown(amount: Ratio, unit: ConditionUnit): Wording {
  switch (unit) {
    case 'fen': {
      const yuan = formatYuan(halfUpToFen(amount));
      return { zh: `${yuan}元`, en: `${yuan} yuan` };
    }
    case 'count':
      return { zh: String(amount.num), en: String(amount.num) };
    case 'percent': {
      const percents = formatYuan(halfUpToFen(multiplyRatios(amount, ratio(10_000))));
      return { zh: `${percents}%`, en: `${percents}%` };
    }
    case 'yesOrNo':
      return amount.num === 0 ? { zh: '否', en: 'no' } : { zh: '是', en: 'yes' };
  }
}

/** Tests one condition. */
export function testCondition({ id, article, value, limit, comparison, personId }: Omit<Condition, 'met'>): Condition {
  const met = holds(value, comparison, limit);
  return personId === undefined
    ? { id, article, value, limit, comparison, met }
    : { id, article, value, limit, comparison, met, personId };
}

/** A condition on something that is so or is not. */
export const testFact = (
  test: Pick<Condition, 'id' | 'article' | 'personId'>,
  value: boolean,
  mustBe = true,
): Condition => testCondition({ ...test, value: ratio(value ? 1 : 0), limit: ratio(mustBe ? 1 : 0), comparison: '=' });

/** Empty unless value and limit are shown alike and are not. */
function besides(value: Ratio, limit: Ratio, looksAlike: boolean): Wording {
  const order = looksAlike ? compareRatios(value, limit) : 0;
  if (order === 0) return { zh: '', en: '' };
  return order < 0 ? { zh: '（略低于）', en: ' (just below)' } : { zh: '（略高于）', en: ' (just above)' };
}

/**
 * The outcome in words: "household income a head: 483.33 yuan, must be below 900.00 yuan: met". One of several alternatives says
 * that it is one.
 */
export function explain({ id, article, value, limit, comparison, met, oneOf }: Condition): Wording {
  const { zh, en, unit } = conditionFacts[id];
  const found = shown(value, unit);
  const bound = shown(limit, unit);
  const side = besides(value, limit, found.zh === bound.zh);
  const must = words[comparison];
  const before =
    oneOf === undefined ? { zh: '', en: '' } : { zh: `${alternatives[oneOf].zh}：`, en: `${alternatives[oneOf].en}: ` };
  if (unit === 'yesOrNo')
    return {
      zh: `${before.zh}${zh}：${found.zh}，应为“${bound.zh}”，${met ? '符合' : '不符合'}（${article}）`,
      en: `${before.en}${en}: ${found.en}, must be ${bound.en}: ${met ? 'met' : 'not met'} (${article})`,
    };
  return {
    zh: `${before.zh}${zh}为${found.zh}${side.zh}，应${must.zh}${bound.zh}，${met ? '符合' : '不符合'}（${article}）`,
    en: `${before.en}${en}: ${found.en}${side.en}, must be ${must.en} ${bound.en}: ${met ? 'met' : 'not met'} (${article})`,
  };
}

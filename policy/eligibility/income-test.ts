import type { PlainDate } from '../dates.ts';
import { multiplyRatios, type Ratio, ratio } from '../money.ts';
import { ofDay, type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import { type Condition, testCondition } from './condition.ts';
import { lastYearsDisposableIncome } from './disposable-income.ts';
import { standardOn } from './income.ts';

/** At least one member must be left to count. `regimeOn`: the day whose law counts. */
export const membersCounted = (n: number, regimeOn: PlainDate): Condition =>
  testCondition({
    id: 'membersCounted',
    article: regimeOn < '2021-07-01' ? '民发〔2012〕220号 §5' : '民发〔2021〕57号 §7',
    value: ratio(n),
    limit: ratio(1),
    comparison: '>=',
  });

const standardLimit = ofDay((snapshot, on): Ratio => ratio(standardOn(snapshot, on)));

const edgeMultiplier = ofDay((snapshot, regimeOn): Ratio => valueOn(snapshot, 'edge.multiplier', regimeOn).value);

/**
 * Income a head strictly below the standard (社会救助暂行办法 §9; 社会救助法 §18). `on`: the day whose standard counts;
 * `regimeOn`: the day whose law does.
 */
export const incomeBelowStandard = (
  perCapita: Ratio,
  on: PlainDate,
  snapshot: ParameterSnapshot,
  regimeOn: PlainDate = on,
): Condition =>
  testCondition({
    id: 'incomeBelowStandard',
    article: regimeOn < '2026-07-01' ? '社会救助暂行办法 §9' : '社会救助法 §18',
    value: perCapita,
    limit: standardLimit(snapshot, on),
    comparison: '<',
  });

const edgeArticle = (regimeOn: PlainDate): string => {
  if (regimeOn < '2021-07-01') return '2021年7月1日前的地方低收入家庭规定';
  return regimeOn < '2026-07-01' ? '民发〔2021〕57号 §8' : '社会救助法 §21';
};

/** Income a head strictly below a multiple of the standard (民发〔2021〕57号 §8; 社会救助法 §21); days as in `incomeBelowStandard`. */
export const incomeBelowEdge = (
  perCapita: Ratio,
  on: PlainDate,
  snapshot: ParameterSnapshot,
  regimeOn: PlainDate = on,
): Condition =>
  testCondition({
    id: 'incomeBelowEdge',
    article: edgeArticle(regimeOn),
    value: perCapita,
    limit: multiplyRatios(edgeMultiplier(snapshot, regimeOn), standardLimit(snapshot, on)),
    comparison: '<',
  });

/** Income a head and year strictly below last year's local disposable income a head. Throws RangeError while that is not known. */
export const incomeBelowDisposable = (
  perCapitaMonthly: Ratio,
  article: string,
  on: PlainDate,
  snapshot: ParameterSnapshot,
): Condition =>
  testCondition({
    id: 'incomeBelowDisposable',
    article,
    value: multiplyRatios(perCapitaMonthly, ratio(12)),
    limit: ratio(lastYearsDisposableIncome(snapshot, on)),
    comparison: '<',
  });

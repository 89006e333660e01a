import type { PlainDate } from '../dates.ts';
import { multiplyRatios, type Ratio, ratio } from '../money.ts';
import { ofDay, type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import { type Condition, testCondition } from './condition.ts';
import { standardOn } from './income.ts';

/** At least one member must be left to count. */
export const membersCounted = (n: number): Condition =>
  testCondition({
    id: 'membersCounted',
    article: '民发〔2021〕57号 §7',
    value: ratio(n),
    limit: ratio(1),
    comparison: '>=',
  });

const standardLimit = ofDay((snapshot, on): Ratio => ratio(standardOn(snapshot, on)));

const edgeLimit = ofDay((snapshot, on): Ratio =>
  multiplyRatios(valueOn(snapshot, 'edge.multiplier', on).value, ratio(standardOn(snapshot, on))),
);

/** Income a head strictly below the standard (社会救助暂行办法 §9; 社会救助法 §18). */
export const incomeBelowStandard = (perCapita: Ratio, on: PlainDate, snapshot: ParameterSnapshot): Condition =>
  testCondition({
    id: 'incomeBelowStandard',
    article: on < '2026-07-01' ? '社会救助暂行办法 §9' : '社会救助法 §18',
    value: perCapita,
    limit: standardLimit(snapshot, on),
    comparison: '<',
  });

/** Income a head strictly below a multiple of the standard (民发〔2021〕57号 §8; 社会救助法 §21). */
export const incomeBelowEdge = (perCapita: Ratio, on: PlainDate, snapshot: ParameterSnapshot): Condition =>
  testCondition({
    id: 'incomeBelowEdge',
    article: on < '2026-07-01' ? '民发〔2021〕57号 §8' : '社会救助法 §21',
    value: perCapita,
    limit: edgeLimit(snapshot, on),
    comparison: '<',
  });

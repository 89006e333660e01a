import type { Assessment } from '../assessment/assessment.ts';
import type { PlainDate } from '../dates.ts';
import { multiplyRatios, ratio } from '../money.ts';
import { type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import { type Condition, testCondition, testFact } from './condition.ts';
import { standardOn } from './income.ts';

/** What a gradual exit depends on besides income. */
export interface ExitCircumstances {
  /** Whether the income rose because a member took up work. */
  readonly tookUpWork: boolean;
  /** Within the poverty-alleviation period 脱贫攻坚期, for decisions before 2021-07-01. */
  readonly withinPovertyAlleviation?: boolean;
}

/** Most months of a gradual exit 渐退期 decided on a day; 0 where there is none (policy R-GX). */
const maxGradualExitMonths = (circumstances: ExitCircumstances, date: PlainDate, snapshot: ParameterSnapshot): number =>
  valueOn(
    snapshot,
    circumstances.withinPovertyAlleviation === true
      ? 'gradualExit.maxMonthsPovertyAlleviation'
      : 'gradualExit.maxMonths',
    date,
  ).value;

const INCOME_CONDITIONS: readonly Condition['id'][] = ['incomeBelowStandard'];

function articleOn(date: PlainDate): string {
  if (date < '2021-07-01') return '常民救〔2020〕3号 一3';
  return date < '2022-10-20' ? '民发〔2021〕57号 §33' : '民发〔2022〕83号 一(三)';
}

/**
 * Whether the benefit may go on for a while after the income has passed the standard (policy R-GX; 民发〔2021〕57号 §33,
 * 民发〔2022〕83号 一(三)): S <= income a head < 1.5 S, work taken up from 2021-07-01, and everything but the income still
 * in order. `date`: the day the proceeding opened, whose standard and regime count.
 */
export function mayGradualExit(
  assessment: Assessment,
  circumstances: ExitCircumstances,
  date: PlainDate,
  snapshot: ParameterSnapshot,
): { readonly allowed: boolean; readonly maxMonths: number; readonly conditions: readonly Condition[] } {
  const standard = ratio(standardOn(snapshot, date));
  const maxMonths = maxGradualExitMonths(circumstances, date, snapshot);
  const needsWork = valueOn(snapshot, 'gradualExit.needsWork', date).value;
  const article = articleOn(date);
  const income = { article, value: assessment.perCapitaMonthly };
  const conditions = [
    testCondition({
      id: 'gradualExitProvided',
      article,
      value: ratio(maxMonths),
      limit: ratio(1),
      comparison: '>=',
    }),
    testCondition({ ...income, id: 'incomeNotBelowStandard', limit: standard, comparison: '>=' }),
    testCondition({
      ...income,
      id: 'incomeBelowExitCeiling',
      limit: multiplyRatios(valueOn(snapshot, 'gradualExit.ceiling', date).value, standard),
      comparison: '<',
    }),
    ...(needsWork ? [testFact({ id: 'tookUpWork', article }, circumstances.tookUpWork)] : []),
    ...assessment.conditions.filter(({ id }) => !INCOME_CONDITIONS.includes(id)),
  ];
  return { allowed: conditions.every(({ met }) => met), maxMonths, conditions };
}

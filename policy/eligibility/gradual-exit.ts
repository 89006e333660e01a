import type { DibaoAssessment } from '../amounts/dibao.ts';
import type { PlainDate } from '../dates.ts';
import { multiplyRatios, ratio } from '../money.ts';
import { type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import { type Condition, testCondition } from './condition.ts';
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

const tookUpWork = (
  circumstances: ExitCircumstances,
  shared: Pick<Condition, 'article' | 'parameterVersion'>,
): Condition =>
  testCondition({
    ...shared,
    id: 'tookUpWork',
    fact: { zh: '因就业增收', en: 'income rose by taking up work' },
    unit: 'yesOrNo',
    value: ratio(circumstances.tookUpWork ? 1 : 0),
    limit: ratio(1),
    comparison: '=',
  });

/**
 * Whether the benefit may go on for a while after the income has passed the standard (policy R-GX; 民发〔2021〕57号 §33,
 * 民发〔2022〕83号 一(三)): S <= income a head < 1.5 S, work taken up from 2021-07-01, and everything but the income still
 * in order. `date`: the day the proceeding opened, whose standard and regime count.
 */
export function mayGradualExit(
  assessment: DibaoAssessment,
  circumstances: ExitCircumstances,
  date: PlainDate,
  snapshot: ParameterSnapshot,
): { readonly allowed: boolean; readonly maxMonths: number; readonly conditions: readonly Condition[] } {
  const standard = ratio(standardOn(snapshot, date));
  const maxMonths = maxGradualExitMonths(circumstances, date, snapshot);
  const needsWork = valueOn(snapshot, 'gradualExit.needsWork', date).value;
  const shared = {
    article: date < '2022-10-20' ? '民发〔2021〕57号 §33' : '民发〔2022〕83号 一(三)',
    parameterVersion: snapshot.version,
  };
  const income = {
    ...shared,
    fact: { zh: '共同生活家庭成员月人均收入', en: 'income a head and month' },
    unit: 'fen' as const,
    value: assessment.perCapitaMonthly,
  };
  const conditions = [
    testCondition({
      ...shared,
      id: 'gradualExitProvided',
      fact: { zh: '可核定的渐退期月数', en: 'months of gradual exit the law provides' },
      unit: 'count',
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
    ...(needsWork ? [tookUpWork(circumstances, shared)] : []),
    ...assessment.conditions.filter(({ id }) => !INCOME_CONDITIONS.includes(id)),
  ];
  return { allowed: conditions.every(({ met }) => met), maxMonths, conditions };
}

import { plainDate } from '../dates.ts';
import type { Context } from './context.ts';
import { type Deadline, strikeOn } from './deadlines.ts';

/** The clock that strikes on the first day of the next standard 低保标准 the law knows; none where no later one is known yet. */
export function standardClock({ law, today }: Pick<Context, 'law' | 'today'>): Deadline[] {
  const next = law.parameters.values['dibao.standard'].find((row) => row.from > today);
  return next === undefined ? [] : [strikeOn('standard', plainDate(next.from), next.source)];
}

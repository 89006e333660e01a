import { addMonths, type PlainDate, plainDate } from '../dates.ts';
import type { Kind } from '../kinds.ts';
import type { ParameterName } from '../parameters/snapshot.ts';
import type { Context } from './context.ts';
import { type Deadline, strikeOn } from './deadlines.ts';

/** Parameters whose new value changes what a case of the kind is paid; a right without money has none, a single payment is over. */
const amountRestsOn = {
  dibao: ['dibao.standard'],
  dibaoSinglePerson: ['dibao.standard'],
  tekun: [
    'dibao.standard',
    'income.disposablePerHead',
    'tekun.standardMultiple',
    'tekun.disposableShare',
    'tekun.careShareFull',
    'tekun.careSharePartial',
    'tekun.careShareNone',
    'wages.minimum',
  ],
  dibaoEdge: [],
  rigidExpenditure: [],
  temporaryAssistance: [],
  orphan: ['children.standard'],
  deFactoUnattendedChild: ['children.standard'],
} as const satisfies Readonly<Record<Kind, readonly ParameterName[]>>;

/** Of a calendar year: counts from the first of July after it on, when standards are set. */
const ofYearBefore: readonly ParameterName[] = ['income.disposablePerHead'];
const MONTHS_TO_NEXT_JULY = 18;

/** The clock that strikes on the first day of the next standard 标准 the law knows for the kind; none where no later one is known yet. */
export function standardClock({ state, law, today }: Pick<Context, 'state' | 'law' | 'today'>): Deadline[] {
  const names: readonly ParameterName[] = amountRestsOn[state.kind];
  const next = names
    .flatMap((name) =>
      law.parameters.values[name].map(({ from, source }): { readonly from: PlainDate; readonly source: string } => ({
        from: ofYearBefore.includes(name) ? addMonths(plainDate(from), MONTHS_TO_NEXT_JULY) : plainDate(from),
        source,
      })),
    )
    .filter((row) => row.from > today)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))[0];
  return next === undefined ? [] : [strikeOn('standard', next.from, next.source)];
}

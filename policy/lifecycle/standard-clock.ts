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
  // Dibao rises, and with it what is deducted from a child's allowance.
  orphan: ['children.standard', 'dibao.standard'],
  deFactoUnattendedChild: ['children.standard', 'dibao.standard'],
} as const satisfies Readonly<Record<Kind, readonly ParameterName[]>>;

/** Of a calendar year: counts from the first of July after it on, when standards are set. */
const ofYearBefore: readonly ParameterName[] = ['income.disposablePerHead'];
const MONTHS_TO_NEXT_JULY = 18;

/** First days of the standards 标准 that amounts of the kind rest on, in order; the same day may stand twice. */
export const standardDays = ({ state, law }: Pick<Context, 'state' | 'law'>): StandardDay[] => {
  const names: readonly ParameterName[] = amountRestsOn[state.kind];
  return names
    .flatMap((name) =>
      law.parameters.values[name].map(({ from, source }) => ({
        from: ofYearBefore.includes(name) ? addMonths(plainDate(from), MONTHS_TO_NEXT_JULY) : plainDate(from),
        source,
      })),
    )
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
};

export interface StandardDay {
  readonly from: PlainDate;
  readonly source: string;
}

/** The clock that strikes on the first day of the next standard the law knows for the kind; none where no later one is known yet. */
export function standardClock(context: Pick<Context, 'state' | 'law' | 'today'>): Deadline[] {
  const next = standardDays(context).find(({ from }) => from > context.today);
  return next === undefined ? [] : [strikeOn('standard', next.from, next.source)];
}

import { yearMonth } from '../../../policy/dates.ts';
import { type Fen, ratio, yuan } from '../../../policy/money.ts';
import { componentSpans, componentWords, type DecisionInParts } from '../../../policy/payment-run/components.ts';

interface Decided extends DecisionInParts {
  readonly amount: Fen;
}
const decision = (no: number, basic: number | undefined, sum: number): Decided => ({
  no,
  amount: yuan(sum),
  ...(basic !== undefined && {
    assessment: {
      parts: [
        { name: 'basicLivingStandard', amount: ratio(yuan(basic)) },
        { name: 'careStandard', amount: ratio(yuan(sum - basic)) },
      ],
    },
  }),
});
const spansOf = (...decisions: readonly Decided[]) =>
  componentSpans(
    'tekun',
    decisions.map(({ no, amount }) => ({ from: yearMonth(`2026-1${no - 1}`), amount, decision: no })),
    decisions,
  ).map(({ from, component, amount }) => `${from} ${component} ${amount / 100}`);

describe('the money of a case by component', () => {
  it('is one component named after the kind, except for full support', () => {
    const [span] = componentSpans('dibao', [{ from: yearMonth('2026-10'), amount: yuan(500), decision: 1 }], []);
    expect(span).toMatchObject({ component: 'dibao', amount: yuan(500) });
  });

  it('is basic living and care money for full support, which come to the sum granted', () => {
    expect(spansOf(decision(1, 1662, 2066))).toEqual(['2026-10 basicLivingStandard 1662', '2026-10 careStandard 404']);
  });

  it('keeps the basic living money of the last assessment where a ruling set only a sum', () => {
    expect(spansOf(decision(1, 1662, 2066), decision(2, undefined, 2470))).toEqual([
      '2026-10 basicLivingStandard 1662',
      '2026-10 careStandard 404',
      '2026-11 basicLivingStandard 1662',
      '2026-11 careStandard 808',
    ]);
  });

  it('has no care money where the sum is no more than basic living', () => {
    expect(spansOf(decision(1, 1662, 2066), decision(2, undefined, 1000))).toContain(
      '2026-11 basicLivingStandard 1000',
    );
    expect(spansOf(decision(1, undefined, 1000))).toEqual(['2026-10 basicLivingStandard 1000']);
  });

  it('has its name in both languages', () => {
    expect(componentWords('careStandard')).toEqual({ zh: '照料护理标准', en: 'care standard' });
    expect(componentWords('temporaryAssistance')?.zh).toBe('临时救助');
    expect(componentWords('other')).toBeUndefined();
  });
});

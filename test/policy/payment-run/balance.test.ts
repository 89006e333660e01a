import fc from 'fast-check';
import { fen } from '../../../policy/money.ts';
import { balanceOf, type MonthLedger } from '../../../policy/payment-run/balance.ts';

const month = (rest: Partial<MonthLedger>): MonthLedger => ({
  right: fen(100_000),
  held: false,
  drawn: fen(0),
  settled: fen(0),
  reclaimed: fen(0),
  lines: 0,
  ownMonth: false,
  ...rest,
});

test.each([
  ['the month of the run', { ownMonth: true }, { draw: 100_000, reason: 'regular' }],
  ['an earlier month never paid', {}, { draw: 100_000, reason: 'arrears' }],
  ['help given once, in a later run', { once: true }, { draw: 100_000, reason: 'regular' }],
  ['a month held', { held: true }, { nothing: true }],
  ['a month paid', { drawn: fen(100_000), lines: 1 }, { nothing: true }],
  [
    'a right corrected upwards',
    { drawn: fen(80_000), settled: fen(80_000), lines: 1 },
    { draw: 20_000, reason: 'difference' },
  ],
  ['a right corrected downwards', { drawn: fen(120_000), settled: fen(120_000), lines: 1 }, { reclaim: 20_000 }],
  ['a right taken away', { right: fen(0), drawn: fen(120_000), settled: fen(120_000), lines: 1 }, { reclaim: 120_000 }],
  ['too much drawn but not arrived', { drawn: fen(120_000), lines: 1 }, { nothing: true }],
  [
    'too much reclaimed',
    { drawn: fen(100_000), settled: fen(100_000), reclaimed: fen(20_000), lines: 1 },
    { draw: 20_000, reason: 'difference' },
  ],
  ['a line cancelled', { lines: 1 }, { draw: 100_000, reason: 'difference' }],
] as const)('%s', (_what, given, expected) => {
  expect(balanceOf(month(given))).toEqual(expected);
});

test('however the right changes, drawing up again finds nothing more, and what is paid less recoveries is the last right', () => {
  const amount = fc.integer({ min: 0, max: 200_000 });
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1 }), (rights) => {
      let [paid, reclaimed, lines] = [0, 0, 0];
      for (const right of rights) {
        const now = () =>
          month({ right: fen(right), drawn: fen(paid), settled: fen(paid), reclaimed: fen(reclaimed), lines });
        const balance = balanceOf(now());
        if ('draw' in balance) [paid, lines] = [paid + balance.draw, lines + 1];
        if ('reclaim' in balance) reclaimed += balance.reclaim;
        expect(balanceOf(now())).toEqual({ nothing: true });
        expect(paid - reclaimed).toBe(right);
      }
    }),
  );
});

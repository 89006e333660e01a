import fc from 'fast-check';
import {
  addRatios,
  ceilToYuan,
  compareRatios,
  exactFen,
  fen,
  formatYuan,
  greaterFen,
  halfUpToFen,
  halfUpToYuan,
  lesserFen,
  multiplyRatios,
  percent,
  ratio,
  subtractFen,
  subtractRatios,
  sumFen,
  timesFen,
  yuan,
} from '../../policy/money.ts';

const smallRatio = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 5000 }))
  .map(([num, den]) => ratio(num, den));

describe('money', () => {
  it('refuses parts of a fen and of a yuan', () => {
    expect(() => fen(0.5)).toThrow('not a whole number of fen');
    expect(() => yuan(1.5)).toThrow('not a whole number of yuan');
    expect(() => fen(Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError);
    expect(() => yuan(Number.MAX_SAFE_INTEGER)).toThrow(RangeError);
  });

  it('adds, subtracts and multiplies whole fen', () => {
    expect(sumFen([yuan(1), fen(1)])).toBe(101);
    expect(sumFen([])).toBe(0);
    expect(subtractFen(yuan(1), fen(1))).toBe(99);
    expect(timesFen(yuan(2), 3)).toBe(yuan(6));
    expect([lesserFen(fen(1), fen(2)), greaterFen(fen(1), fen(2))]).toEqual([1, 2]);
  });

  it('keeps fractions in lowest terms with the sign above', () => {
    expect(ratio(6, -4)).toEqual({ num: -3, den: 2 });
    expect(ratio(0, 7)).toEqual({ num: 0, den: 1 });
    expect(() => ratio(1, 0)).toThrow('denominator');
    expect(() => ratio(0.5, 1)).toThrow(RangeError);
  });

  it('says so when a fraction can no longer be exact', () => {
    const big = ratio(Number.MAX_SAFE_INTEGER);
    expect(() => addRatios(big, ratio(1))).toThrow('exact whole numbers');
    expect(() => multiplyRatios(big, big)).toThrow('exact whole numbers');
    expect(compareRatios(big, ratio(Number.MAX_SAFE_INTEGER - 1))).toBe(1);
  });

  it('rounds dibao up to the whole yuan: 1,400.50 becomes 1,401, 1,340.00 stays', () => {
    expect(ceilToYuan(ratio(140_050))).toBe(yuan(1401));
    expect(ceilToYuan(ratio(134_000))).toBe(yuan(1340));
    expect(ceilToYuan(ratio(1, 3))).toBe(yuan(1));
    expect(ceilToYuan(ratio(-50))).toBe(0);
  });

  it('W2: rounds 40% of 49,838 yuan a year up to 1,662 yuan a month', () => {
    const monthly = multiplyRatios(ratio(yuan(49_838)), multiplyRatios(percent(40), ratio(1, 12)));
    expect(formatYuan(halfUpToFen(monthly))).toBe('1,661.27');
    expect(ceilToYuan(monthly)).toBe(yuan(1662));
  });

  it('rounds price subsidies half up: 850 / 12 becomes 71, 112.50 becomes 113', () => {
    expect(halfUpToYuan(ratio(85_000, 12))).toBe(yuan(71));
    expect(halfUpToYuan(multiplyRatios(ratio(85_000, 12), ratio(3, 2)))).toBe(yuan(106));
    expect(halfUpToYuan(ratio(11_250))).toBe(yuan(113));
  });

  it('shows fractions to the fen and formats yuan', () => {
    expect(formatYuan(halfUpToFen(ratio(48_333_333, 1000)))).toBe('483.33');
    expect(formatYuan(yuan(1_234_567))).toBe('1,234,567.00');
    expect(formatYuan(fen(-105))).toBe('-1.05');
    expect(formatYuan(fen(0))).toBe('0.00');
  });

  it('takes back what it added and orders what it compared', () => {
    fc.assert(
      fc.property(smallRatio, smallRatio, (a, b) => {
        expect(subtractRatios(addRatios(a, b), b)).toEqual(a);
        expect(compareRatios(a, b)).toBe(Math.sign(subtractRatios(a, b).num));
      }),
    );
  });

  it('never rounds up by a whole yuan or more', () => {
    fc.assert(
      fc.property(smallRatio, (r) => {
        const excess = subtractRatios(ratio(ceilToYuan(r)), r);
        expect(compareRatios(excess, ratio(0))).toBeGreaterThanOrEqual(0);
        expect(compareRatios(excess, ratio(100))).toBe(-1);
      }),
    );
  });

  it('does not round where no rounding is provided', () => {
    expect(exactFen(ratio(200, 2))).toBe(100);
    expect(() => exactFen(ratio(1, 2))).toThrow('no rounding');
  });

  it('knows percent', () => {
    expect(percent(30)).toEqual({ num: 3, den: 10 });
  });
});

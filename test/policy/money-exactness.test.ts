import fc from 'fast-check';
import {
  addRatios,
  ceilToYuan,
  compareRatios,
  halfUpToFen,
  multiplyRatios,
  type Ratio,
  ratio,
} from '../../policy/money.ts';

/** The same calculations in BigInt throughout; undefined where the result has no safe numerator and denominator. */
function reduced(num: bigint, den: bigint): Ratio | undefined {
  const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));
  const by = divisor(num < 0n ? -num : num, den);
  const terms = [Number(num / by), Number(den / by)] as const;
  return terms.every(Number.isSafeInteger) ? { num: terms[0], den: terms[1] } : undefined;
}
const floor = (num: bigint, den: bigint): bigint => num / den - (num % den < 0n ? 1n : 0n);
const big = ({ num, den }: Ratio) => ({ n: BigInt(num), d: BigInt(den) });

const attempt = <T>(calculate: () => T): T | undefined => {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** Terms of every size up to the last safe integer, so that products fall on both sides of it. */
const whole = fc.oneof(
  fc.integer({ min: -10_000, max: 10_000 }),
  fc.integer({ min: -200_000_000, max: 200_000_000 }),
  fc.maxSafeInteger(),
);
const fraction = fc
  .tuple(whole, whole)
  .filter(([, den]) => den !== 0)
  .map(([num, den]) => ratio(num, den));

describe('money is exact', () => {
  it('whether a calculation stays in ordinary numbers or not: it gives what BigInt gives, or refuses', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        const x = big(a);
        const y = big(b);
        expect(attempt(() => addRatios(a, b))).toEqual(reduced(x.n * y.d + y.n * x.d, x.d * y.d));
        expect(attempt(() => multiplyRatios(a, b))).toEqual(reduced(x.n * y.n, x.d * y.d));
        const difference = x.n * y.d - y.n * x.d;
        expect(compareRatios(a, b)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('when it is rounded', () => {
    const amount = fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 1, max: 1_000_000 })).map(([n, d]) => ratio(n, d));
    fc.assert(
      fc.property(amount, (a) => {
        const { n, d } = big(a);
        const wholeFen = floor(2n * n + d, 2n * d);
        const wholeYuan = -floor(-n, d * 100n) * 100n;
        const given = (value: bigint) => (Number.isSafeInteger(Number(value)) ? Number(value) : undefined);
        expect(attempt(() => ceilToYuan(a))).toBe(given(wholeYuan));
        // Before the rounding the half must fit too.
        if (Math.abs(a.num) < 2 ** 51) expect(halfUpToFen(a)).toBe(given(wholeFen));
      }),
      { numRuns: 2000 },
    );
  });

  it('and refuses a term that is no whole number, also where the product would be one', () => {
    expect(() => multiplyRatios({ num: 1.5, den: 1 }, ratio(2))).toThrow(RangeError);
    expect(() => compareRatios({ num: 0.5, den: 1 }, ratio(2))).toThrow(RangeError);
    expect(() => addRatios({ num: 0.5, den: 1 }, { num: 0.5, den: 1 })).toThrow(RangeError);
  });

  it('and knows no negative zero', () => {
    expect(Object.is(ratio(-0).num, 0)).toBe(true);
    expect(Object.is(multiplyRatios(ratio(-1), ratio(0)).num, 0)).toBe(true);
    expect(Object.is(ceilToYuan(ratio(-99, 2)), 0)).toBe(true);
  });
});

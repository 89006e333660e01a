/** Money in whole fen and exact fractions of it. Nothing here is a floating-point amount; every rounding has a name. */
declare const kind: unique symbol;

/** An amount of money in fen (1 yuan = 100 fen), a safe integer; may be negative where a difference is meant. */
export type Fen = number & { readonly [kind]: 'Fen' };

/** An exact fraction in lowest terms, `den` above 0. Plain JSON. A "ratio of fen" is an amount not yet rounded. */
export interface Ratio {
  readonly num: number;
  readonly den: number;
}

const FEN_PER_YUAN = 100;

/**
 * Calculations are made in ordinary numbers as long as every step is a safe integer, and in BigInt otherwise: a product of
 * integers that leaves the safe range never rounds back into it, so that a safe result is an exact one.
 */
const isExact = Number.isSafeInteger;

const safe = (value: bigint): number => {
  if (value > BigInt(Number.MAX_SAFE_INTEGER) || value < BigInt(Number.MIN_SAFE_INTEGER))
    throw new RangeError('a calculation left the range of exact whole numbers');
  return Number(value);
};

const bigDivisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : bigDivisor(b, a % b));

const bigLowestTerms = (num: bigint, den: bigint): Ratio => {
  if (den === 0n) throw new RangeError('a fraction needs a denominator other than 0');
  const sign = den < 0n ? -1n : 1n;
  const divisor = bigDivisor(num < 0n ? -num : num, den * sign);
  return { num: safe((sign * num) / divisor), den: safe((sign * den) / divisor) };
};

function divisorOf(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

/** Both are safe integers. */
function lowestTerms(num: number, den: number): Ratio {
  if (den === 0) throw new RangeError('a fraction needs a denominator other than 0');
  // The sum turns -0 into 0.
  if (den === 1 || num === 0) return { num: num + 0, den: 1 };
  const divisor = (den < 0 ? -1 : 1) * divisorOf(Math.abs(num), Math.abs(den));
  return { num: num / divisor, den: den / divisor };
}

const areWhole = (a: Ratio, b: Ratio): boolean => isExact(a.num) && isExact(a.den) && isExact(b.num) && isExact(b.den);

/** `BigInt` refuses fractions and infinities with a RangeError naming the value. */
const terms = ({ num, den }: Ratio): { n: bigint; d: bigint } => ({ n: BigInt(num), d: BigInt(den) });

/** An amount of fen. Throws RangeError unless it is a safe integer. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of fen`);
  return (amount === 0 ? 0 : amount) as Fen;
}

/** Whole yuan as fen. Throws RangeError for parts of a yuan. */
export function yuan(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of yuan`);
  return fen(amount * FEN_PER_YUAN);
}

/** Sum of amounts; 0 for none. */
export function sumFen(amounts: readonly Fen[]): Fen {
  let total = fen(0);
  for (const amount of amounts) total = fen(total + amount);
  return total;
}

/** `a - b`. */
export const subtractFen = (a: Fen, b: Fen): Fen => fen(a - b);

/** An amount a whole number of times. */
export const timesFen = (amount: Fen, times: number): Fen => fen(amount * times);

/** The smaller of two amounts. */
export const lesserFen = (a: Fen, b: Fen): Fen => (a < b ? a : b);

/** The greater of two amounts. */
export const greaterFen = (a: Fen, b: Fen): Fen => (a > b ? a : b);

/** Counts and yes or no, which most conditions are about: one object each. */
const SMALL: readonly Ratio[] = Array.from({ length: 16 }, (_, num) => ({ num, den: 1 }));

/** The fraction `num / den`, reduced. Throws RangeError for parts of whole numbers or a denominator of 0. */
export function ratio(num: number, den = 1): Ratio {
  const small = den === 1 && num >= 0 && num < SMALL.length ? SMALL[num] : undefined;
  if (small !== undefined) return small;
  return isExact(num) && isExact(den) ? lowestTerms(num, den) : bigLowestTerms(BigInt(num), BigInt(den));
}

/** So many percent, as a fraction. */
export const percent = (n: number): Ratio => ratio(n, 100);

/** Exact sum. Throws RangeError if the result has no safe numerator and denominator. */
export function addRatios(a: Ratio, b: Ratio): Ratio {
  const left = a.num * b.den;
  const right = b.num * a.den;
  const sum = left + right;
  const den = a.den * b.den;
  if (areWhole(a, b) && isExact(left) && isExact(right) && isExact(sum) && isExact(den)) return lowestTerms(sum, den);
  const x = terms(a);
  const y = terms(b);
  return bigLowestTerms(x.n * y.d + y.n * x.d, x.d * y.d);
}

/** Exact `a - b`. */
export const subtractRatios = (a: Ratio, b: Ratio): Ratio => addRatios(a, { num: -b.num, den: b.den });

/** Exact product. */
export function multiplyRatios(a: Ratio, b: Ratio): Ratio {
  const num = a.num * b.num;
  const den = a.den * b.den;
  if (areWhole(a, b) && isExact(num) && isExact(den)) return lowestTerms(num, den);
  const x = terms(a);
  const y = terms(b);
  return bigLowestTerms(x.n * y.n, x.d * y.d);
}

/** Negative if `a < b`, 0 if equal, positive if `a > b`; exact. */
export function compareRatios(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const left = a.num * b.den;
  const right = b.num * a.den;
  if (areWhole(a, b) && isExact(left) && isExact(right)) return left < right ? -1 : left > right ? 1 : 0;
  const x = terms(a);
  const y = terms(b);
  const difference = x.n * y.d - y.n * x.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The whole number at or below the fraction. */
function floor({ num, den }: Ratio): number {
  const rest = num % den;
  return (num - rest) / den - (rest < 0 ? 1 : 0);
}

/** Rounds up to the whole yuan (见分进元): how dibao and tekun amounts end. Takes a ratio of fen. */
export function ceilToYuan({ num, den }: Ratio): Fen {
  return yuan(0 - floor(multiplyRatios({ num: -num, den }, { num: 1, den: FEN_PER_YUAN })));
}

/** Rounds to the nearest whole yuan, a half upwards (四舍五入): how price subsidies end. Takes a ratio of fen. */
export const halfUpToYuan = (ratioOfFen: Ratio): Fen =>
  yuan(floor(addRatios(multiplyRatios(ratioOfFen, ratio(1, FEN_PER_YUAN)), ratio(1, 2))));

/** Rounds to the nearest fen, a half upwards: for showing a fraction to people, never for paying it. */
export const halfUpToFen = (ratioOfFen: Ratio): Fen => fen(floor(addRatios(ratioOfFen, ratio(1, 2))));

/** A ratio of fen that is a whole number of fen already. Throws RangeError if it would have to be rounded. */
export function exactFen(ratioOfFen: Ratio): Fen {
  if (ratioOfFen.den !== 1) throw new RangeError('the amount is not a whole number of fen and no rounding is provided');
  return fen(ratioOfFen.num);
}

/** Yuan with two decimals and thousands separators: `1,340.00`. */
export function formatYuan(amount: Fen): string {
  const absolute = Math.abs(amount);
  const whole = String(Math.floor(absolute / FEN_PER_YUAN)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}${whole}.${String(absolute % FEN_PER_YUAN).padStart(2, '0')}`;
}

import { createHash } from 'node:crypto';

/** Groups 32 hexadecimal digits as an id. */
const grouped = (hex: string): string =>
  hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** An id that a repetition of the same request finds again. */
export const derivedId = (...parts: readonly string[]): string =>
  grouped(createHash('sha256').update(parts.join('/')).digest('hex'));

/** The same for parts that hold personal data, under the register's key: the id tells nothing of them. */
export const keyedId = (keyedHash: (value: string) => string, ...parts: readonly string[]): string =>
  grouped(keyedHash(parts.join('/')));

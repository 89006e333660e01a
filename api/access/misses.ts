import { Problem } from '../problems/problem.ts';

/** Counts what each address asked for in vain, so that nobody can guess codes: at most `most` in the window. */
export class Misses {
  readonly #most: number;
  readonly #windowMs: number;
  #since = performance.now();
  readonly #counts = new Map<string, number>();

  constructor(most: number, windowMs: number) {
    this.#most = most;
    this.#windowMs = windowMs;
  }

  /** Throws `too-many-requests` for an address that has missed too often. */
  assertFew(address: string): void {
    const passed = performance.now() - this.#since;
    if (passed >= this.#windowMs) {
      this.#counts.clear();
      this.#since = performance.now();
    } else if ((this.#counts.get(address) ?? 0) >= this.#most) {
      const retryAfterSeconds = Math.ceil((this.#windowMs - passed) / 1_000);
      throw new Problem('too-many-requests', { retryAfterSeconds });
    }
  }

  add(address: string): void {
    this.#counts.set(address, (this.#counts.get(address) ?? 0) + 1);
  }
}

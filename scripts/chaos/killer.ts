import { setTimeout as sleep } from 'node:timers/promises';
import type { Part } from '../stack/part.ts';
import type { Chance } from './chance.ts';

const POLL_MS = 20;
const LONGEST_DELAY_MS = 700;
/** A part that a kill has brought down may take this long to answer again. */
const RECOVERY_MS = 120_000;

/** Kills parts with SIGKILL, in turn, at random points of the work; the supervisor of each starts it again. */
export class Killer {
  /** What was killed, by name. */
  readonly killed: string[] = [];
  /** Shares of the work done at which the next kills are due. */
  readonly #due: number[];
  readonly #order: Part[];
  readonly #chance: Chance;
  readonly #report: (line: string) => void;
  #progress = 0;

  constructor(parts: readonly Part[], kills: number, chance: Chance, report: (line: string) => void) {
    this.#chance = chance;
    this.#report = report;
    this.#due = Array.from({ length: kills }, () => 0.02 + 0.93 * chance.next()).sort((a, b) => a - b);
    this.#order = Array.from({ length: Math.ceil(kills / parts.length) }, () => chance.shuffled(parts)).flat();
  }

  /** The share of the work done, 0 to 1. */
  get progress(): number {
    return this.#progress;
  }

  set progress(share: number) {
    this.#progress = share;
  }

  /** Resolves when every kill due at that share has been made, so that none is left over at the end. */
  async caughtUp(share: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (this.#due[0] ?? 1) <= share) await sleep(POLL_MS);
  }

  /** Kills until all are made or the work is over. A part is killed only while it answers: it has to be worth it. */
  async run(signal: AbortSignal): Promise<void> {
    const total = this.#due.length;
    while (this.#due.length > 0 && !signal.aborted) {
      if ((this.#due[0] ?? 1) > this.#progress) {
        await sleep(POLL_MS);
        continue;
      }
      await sleep(this.#chance.next() * LONGEST_DELAY_MS);
      const part = this.#order.shift();
      if (part === undefined) return;
      await part.whenReady(RECOVERY_MS);
      part.kill('SIGKILL');
      this.killed.push(part.name);
      this.#due.shift();
      this.#report(`kill ${this.killed.length} of ${total}: ${part.name}`);
    }
  }
}

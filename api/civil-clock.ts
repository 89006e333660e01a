import { civilInstantOf } from '../contracts/shanghai-time.ts';
import type { CivilInstant } from '../policy/dates.ts';

/**
 * The civil time at which commands are given. In production that of the server, in Shanghai; on a training stack where the
 * training calendar stands (`training/training-clock.ts`).
 */
export interface CivilClock {
  /** The instant that counts now. A later call never gives an earlier one. */
  now(): Promise<CivilInstant>;
  /**
   * Carries out a command, given at the instant that counts now. On a training stack civil time stands still until `act` has
   * settled, and a command waits while it moves; rejects with PostgreSQL's 55P03, nothing done, if that takes too long.
   */
  during<T>(act: (at: CivilInstant) => Promise<T>): Promise<T>;
}

/** The server's own clock. One set back by its operator stands still until it has caught up. */
export function serverClock(milliseconds: () => number = Date.now): CivilClock {
  let latest = civilInstantOf(milliseconds());
  const now = (): CivilInstant => {
    const read = civilInstantOf(milliseconds());
    if (read > latest) latest = read;
    return latest;
  };
  return {
    now: () => Promise.resolve(now()),
    during: (act) => act(now()),
  };
}

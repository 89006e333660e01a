import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { epochMillisecondsOf } from '../../contracts/shanghai-time.ts';
import type { CivilInstant } from '../../policy/dates.ts';

/** The Temporal timer behind a case's next clock: armed anew only when the instant changes. */
export class Alarm {
  #armedFor: CivilInstant | undefined;
  #scope: CancellationScope | undefined;
  #struck: CivilInstant | undefined;

  /** Whether the timer for `due` has fired. */
  hasStruck(due: CivilInstant | undefined): boolean {
    return due !== undefined && this.#struck === due;
  }

  /** Arms the timer for `due`, with words for the Temporal UI; `undefined` disarms it. */
  set(due: CivilInstant | undefined, summary: string): void {
    if (due === this.#armedFor) return;
    this.#scope?.cancel();
    this.#armedFor = due;
    this.#struck = undefined;
    if (due === undefined) return;
    const wait = epochMillisecondsOf(due) - Date.now();
    if (wait <= 0) {
      this.#struck = due;
      return;
    }
    this.#scope = new CancellationScope();
    this.#scope
      .run(() => sleep(wait, { summary }))
      .then(
        () => {
          this.#struck = due;
        },
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }
}

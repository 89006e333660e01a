import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { epochMillisecondsOf } from '../../contracts/shanghai-time.ts';
import type { CivilInstant } from '../../policy/dates.ts';

/** The Temporal timer behind a run's next clock: armed anew only when the instant changes. */
export class Alarm {
  #armedFor: CivilInstant | undefined;
  #scope: CancellationScope | undefined;
  #struck = false;

  /** Whether the instant for which it was set last has come. */
  get hasStruck(): boolean {
    return this.#struck;
  }

  /** Arms the timer for an instant, with words for the Temporal UI. */
  set({ at, why }: { readonly at: CivilInstant; readonly why: string }): void {
    if (at === this.#armedFor) return;
    this.#scope?.cancel();
    this.#armedFor = at;
    this.#struck = false;
    const wait = epochMillisecondsOf(at) - Date.now();
    if (wait <= 0) {
      this.#struck = true;
      return;
    }
    const scope = new CancellationScope();
    this.#scope = scope;
    scope
      .run(() => sleep(wait, { summary: why }))
      .then(
        () => {
          if (this.#scope === scope) this.#struck = true;
        },
        (error: unknown) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }
}

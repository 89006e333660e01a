import { ActivityFailure, proxyLocalActivities, sleep } from '@temporalio/workflow';
import type { Appended, AppendOrder, CaseStore, LoadedLaw, LawPlace } from '../../contracts/case.ts';
import { database } from '../activity-options.ts';

const store = proxyLocalActivities<CaseStore>(database);

/** Seconds between tries while the record cannot be reached: ten at first, five minutes at most. */
const pauses = [10, 20, 40, 80, 160, 300] as const;
const stuckAfter = 3;

/** The legal record seen from a run: every call goes on until it has an answer, and says `stuck` after the third failure. */
export class CaseRecord {
  #onStuck: (reason: string | undefined) => void;

  constructor(onStuck: (reason: string | undefined) => void) {
    this.#onStuck = onStuck;
  }

  load(caseId: string) {
    return this.#untilAnswered(() => store.loadCase(caseId));
  }

  loadLaw(place: LawPlace): Promise<LoadedLaw> {
    return this.#untilAnswered(() => store.loadLaw(place));
  }

  append(order: AppendOrder, summary: string): Promise<Appended> {
    return this.#untilAnswered(() => store.appendToCase.executeWithOptions({ ...database, summary }, [order]));
  }

  async #untilAnswered<T>(call: () => Promise<T>): Promise<T> {
    for (let failures = 0; ;) {
      try {
        const answer = await call();
        if (failures >= stuckAfter) this.#onStuck(undefined);
        return answer;
      } catch (error) {
        if (!(error instanceof ActivityFailure)) throw error;
        failures += 1;
        if (failures === stuckAfter) this.#onStuck('record-unreachable');
        await sleep(`${pauses[Math.min(failures, pauses.length) - 1] ?? 300}s`);
      }
    }
  }
}

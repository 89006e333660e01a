import { proxyLocalActivities, sleep } from '@temporalio/workflow';
import type { Appended, AppendOrder, CaseAnswer, CaseStore, LoadedLaw, LawPlace } from '../../contracts/case.ts';
import { database } from '../activity-options.ts';
import { untilStored, type OnStuck } from '../until-stored.ts';
import { faultNames, isFault, logFault, stepFailed } from './faults.ts';

const reading = { ...database, summary: '读取记录 / read the record' };
const readingLaw = { ...database, summary: '读取政策参数 / read the parameters of the law' };
const asking = { ...database, summary: '查询已有答复 / look for an earlier answer' };
const store = proxyLocalActivities<CaseStore>(database);

const untilFault = { ...database.retry, nonRetryableErrorTypes: faultNames };

/** Tries once more: what looks like a fault may be a driver's confusion while its server goes down. */
const againAfterFault =
  <T>(attempt: () => Promise<T>) =>
  async (error: unknown): Promise<T> => {
    if (!isFault(error)) throw error;
    await sleep('1s', { summary: '再试一次 / tried once more' });
    return attempt();
  };

/** The legal record seen from a run: every call goes on until it has an answer, and says `stuck` after the third failure. */
export class CaseRecord {
  readonly #onStuck: OnStuck;

  constructor(onStuck: OnStuck) {
    this.#onStuck = onStuck;
  }

  load(caseId: string) {
    return untilStored(() => store.loadCase.executeWithOptions(reading, [caseId]), this.#onStuck);
  }

  loadLaw(place: LawPlace): Promise<LoadedLaw> {
    return untilStored(() => store.loadLaw.executeWithOptions(readingLaw, [place]), this.#onStuck);
  }

  /** A fault of the program is no outage: met twice in a row it comes back as the refusal `step-failed`, nothing stored. */
  append(order: AppendOrder, summary: string): Promise<Appended> {
    const attempt = () => store.appendToCase.executeWithOptions({ ...database, retry: untilFault, summary }, [order]);
    return untilStored(async () => {
      try {
        return await attempt().catch(againAfterFault(attempt));
      } catch (error) {
        if (!isFault(error)) throw error;
        logFault(`append: ${summary}`, error);
        return { outcome: 'refused', refusal: stepFailed };
      }
    }, this.#onStuck);
  }

  answerTo(commandId: string): Promise<{ readonly answer?: CaseAnswer }> {
    return untilStored(() => store.answerTo.executeWithOptions(asking, [commandId]), this.#onStuck);
  }
}

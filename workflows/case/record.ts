import { proxyLocalActivities } from '@temporalio/workflow';
import type { Appended, AppendOrder, CaseAnswer, CaseStore, LoadedLaw, LawPlace } from '../../contracts/case.ts';
import { database } from '../activity-options.ts';
import { untilStored, type OnStuck } from '../until-stored.ts';

const reading = { ...database, summary: '读取记录 / read the record' };
const readingLaw = { ...database, summary: '读取政策参数 / read the parameters of the law' };
const asking = { ...database, summary: '查询已有答复 / look for an earlier answer' };
const store = proxyLocalActivities<CaseStore>(database);

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

  append(order: AppendOrder, summary: string): Promise<Appended> {
    return untilStored(() => store.appendToCase.executeWithOptions({ ...database, summary }, [order]), this.#onStuck);
  }

  answerTo(commandId: string): Promise<{ readonly answer?: CaseAnswer }> {
    return untilStored(() => store.answerTo.executeWithOptions(asking, [commandId]), this.#onStuck);
  }
}

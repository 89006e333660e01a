import type { CaseAnswer, CaseInput, CaseMessage, CaseRunView, LoadedLaw } from '../../contracts/case.ts';
import { civilInstantOf } from '../../contracts/shanghai-time.ts';
import { addYears, dateOf, type CivilInstant } from '../../policy/dates.ts';
import { system } from '../../policy/lifecycle/actors.ts';
import { commandRules } from '../../policy/lifecycle/command-rules.ts';
import { isRefusal, type Answer } from '../../policy/lifecycle/context.ts';
import { decide } from '../../policy/lifecycle/decide.ts';
import { deadlineNames, nextDeadline, type Deadline } from '../../policy/lifecycle/deadlines.ts';
import type { CaseEvent } from '../../policy/lifecycle/events.ts';
import { evolve } from '../../policy/lifecycle/evolve.ts';
import { refusal } from '../../policy/lifecycle/refusals.ts';
import { isClosed } from '../../policy/lifecycle/stages.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import { strike } from '../../policy/lifecycle/strikes.ts';
import { CaseRecord } from './record.ts';
import { Signs } from './signs.ts';

/**
 * One run of a case: the state folded from the record, and the only writer to it. Decides with the pure lifecycle, appends, and
 * folds what the append returned; nothing counts before it is stored.
 */
export class CaseRun {
  readonly #input: CaseInput;
  readonly #record: CaseRecord;
  readonly #signs: Signs;
  readonly #begun: CivilInstant;
  #state: CaseState | undefined;
  #law: LoadedLaw | undefined;
  #stuck: string | undefined;
  /** A clock whose event the record refuses for good: not struck again before something else has changed the case. */
  #blocked: { readonly due: CivilInstant; readonly seq: number } | undefined;

  constructor(input: CaseInput) {
    this.#input = input;
    this.#begun = civilInstantOf(Date.now());
    this.#signs = new Signs();
    this.#record = new CaseRecord((reason) => this.#setStuck(reason));
  }

  async load(): Promise<void> {
    const { state } = await this.#record.load(this.#input.caseId);
    this.#state = state;
    this.#show();
  }

  get state(): CaseState | undefined {
    return this.#state;
  }

  view(waiting: number): CaseRunView {
    const due = this.#next()?.due;
    return {
      caseId: this.#input.caseId,
      seq: this.#state?.seq ?? 0,
      ...(this.#state && { stage: this.#state.stage }),
      ...(due !== undefined && { nextDue: due }),
      ...(this.#stuck !== undefined && { stuck: this.#stuck }),
      waiting,
    };
  }

  /** Nothing can follow but what a new run would take up: closed, and no clock runs. */
  get isOver(): boolean {
    return this.#state !== undefined && isClosed(this.#state.stage) && this.#state.deadlines.length === 0;
  }

  /** When the next clock strikes, if it may. */
  get nextDue(): CivilInstant | undefined {
    return this.#next()?.due;
  }

  /** What the timer is for, in plain words. */
  get nextDueSummary(): string {
    const next = this.#next();
    return next ? `${deadlineNames[next.name].zh} ${next.lastDay}${next.provisional ? '（暂按预排日历）' : ''}` : '';
  }

  /** A run folds the log afresh at the latest after a year; a training run follows the calendar, not the clock. */
  get isOld(): boolean {
    return civilInstantOf(Date.now()) >= `${addYears(dateOf(this.#begun), 1)}T00:00:00`;
  }

  /** Carries out a command: clocks due up to its instant first, then the case's own answer. */
  async carryOut(message: CaseMessage): Promise<CaseAnswer> {
    await this.strikeUpTo(message.at);
    return this.#commit(
      (law) => decide(this.#state, message, law.law, this.#input.caseId),
      message.at,
      commandRules[message.command.type].zh,
      message,
    );
  }

  /** Lets every clock strike that is due at `instant`, each at its own instant. */
  async strikeUpTo(instant: CivilInstant): Promise<void> {
    for (let next = this.#next(); next && next.due <= instant; next = this.#next()) await this.#strike(next);
  }

  /** Clocks resting on a year whose notice has come out are counted again. */
  async recount(year: number, at: CivilInstant): Promise<void> {
    if (!this.#state) return;
    this.#law = undefined;
    const given = { command: { type: 'recountDeadlines', year } as const, actor: system, at };
    await this.#commit(
      (law) => decide(this.#state, given, law.law, this.#input.caseId),
      at,
      commandRules.recountDeadlines.zh,
    );
  }

  #next(): Deadline | undefined {
    const next = this.#state && nextDeadline(this.#state);
    const blocked = next && this.#blocked?.due === next.due && this.#blocked.seq === this.#state?.seq;
    return blocked ? undefined : next;
  }

  async #strike(deadline: Deadline): Promise<void> {
    const answer = await this.#commit(
      (law) => {
        const { state } = this;
        const still = state?.deadlines.find((clock) => clock.name === deadline.name && clock.of === deadline.of);
        return state && still?.due === deadline.due ? strike(state, still, law.law) : [];
      },
      deadline.due,
      `期限届满：${deadlineNames[deadline.name].zh}`,
    );
    if ('refused' in answer) {
      this.#blocked = { due: deadline.due, seq: this.#state?.seq ?? 0 };
      this.#setStuck(`clock-refused:${answer.refused.code}`);
    }
  }

  /** Decides, appends and folds, again as long as the record or the law has moved on meanwhile. */
  async #commit(
    decideNow: (law: LoadedLaw) => Answer,
    at: CivilInstant,
    summary: string,
    message?: CaseMessage,
  ): Promise<CaseAnswer> {
    for (;;) {
      const law = await this.#lawAt(at, message);
      const answer = silentLaw(() => decideNow(law));
      if (isRefusal(answer)) return { refused: answer };
      if (answer.length === 0 && !message) return { seq: this.#state?.seq ?? 0 };
      const appended = await this.#record.append(
        {
          ...this.#input,
          expectedSeq: this.#state?.seq ?? 0,
          lawVersion: law.version,
          ...(message && { commandId: message.commandId, bodyHash: message.bodyHash }),
          events: answer,
        },
        summary,
      );
      switch (appended.outcome) {
        case 'stored':
          this.#fold(appended.events);
          return { seq: this.#state?.seq ?? 0 };
        case 'settled':
          this.#fold(appended.events);
          return appended.answer;
        case 'refused':
          return { refused: appended.refusal };
        case 'behind':
          this.#fold(appended.events);
          break;
        case 'lawChanged':
          this.#law = undefined;
          break;
        case 'storeBehind':
          await this.#rewind(appended.headSeq);
          break;
      }
    }
  }

  /** The record was restored from a backup and is shorter than this run: the record is the truth, the run folds it anew. */
  async #rewind(headSeq: number): Promise<void> {
    this.#setStuck('store-behind');
    this.#state = undefined;
    await this.load();
    if ((this.#state as CaseState | undefined)?.seq === headSeq) this.#setStuck(undefined);
  }

  async #lawAt(at: CivilInstant, message?: CaseMessage): Promise<LoadedLaw> {
    const command = message?.command;
    const place = this.#state ?? (command?.type === 'draftApplication' ? command : undefined);
    const year = Number(at.slice(0, 4));
    const known = this.#law;
    if (known && (!place || known.version.endsWith(`/${place.town}/${year}`))) return known;
    const { town = '', district = '' } = place ?? {};
    this.#law = await this.#record.loadLaw({ town, district, year });
    return this.#law;
  }

  #fold(events: readonly CaseEvent[]): void {
    for (const event of events) this.#state = evolve(this.#state, event, this.#input.caseId);
    if (events.length > 0 && this.#stuck?.startsWith('clock-refused')) this.#stuck = undefined;
    this.#show();
  }

  #setStuck(reason: string | undefined): void {
    this.#stuck = reason;
    this.#show();
  }

  #show(): void {
    this.#signs.show(this.#state, this.#next(), this.#stuck);
  }
}

/** A parameter or a year the law does not know is an answer to the caller, not an accident of the run. */
function silentLaw(decideNow: () => Answer): Answer {
  try {
    return decideNow();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refusal('law-silent', `政策参数缺失：${error.message}`, `The law gives no answer: ${error.message}`);
  }
}

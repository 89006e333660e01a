import type { CaseAnswer, CaseInput, CaseMessage, CaseRunView, LawChange, LoadedLaw } from '../../contracts/case.ts';
import { civilInstantOf } from '../../contracts/shanghai-time.ts';
import { addYears, dateOf, startOfDayAfter, type CivilInstant, type PlainDate } from '../../policy/dates.ts';
import { system } from '../../policy/lifecycle/actors.ts';
import { commandRules } from '../../policy/lifecycle/command-rules.ts';
import type { CommandType } from '../../policy/lifecycle/commands.ts';
import { isRefusal, type Answer } from '../../policy/lifecycle/context.ts';
import { decide } from '../../policy/lifecycle/decide.ts';
import { nextDeadline, type Deadline } from '../../policy/lifecycle/deadlines.ts';
import type { CaseEvent } from '../../policy/lifecycle/events.ts';
import { evolve } from '../../policy/lifecycle/evolve.ts';
import { liftedState } from '../../policy/lifecycle/lifted.ts';
import { refusal } from '../../policy/lifecycle/refusals.ts';
import { isClosed } from '../../policy/lifecycle/stages.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import { strike } from '../../policy/lifecycle/strikes.ts';
import { logFault, stepFailed } from './faults.ts';
import { CaseRecord } from './record.ts';
import { Signs } from './signs.ts';
import { both, limitWords } from './words.ts';

/** How long a limit at which the program failed waits for a corrected program, where no change of the case comes first. */
const CLOCK_TRIED_AGAIN_MS = 3_600_000;

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
  /** The record cannot be reached: passes by itself, and hides `#stuck` meanwhile. */
  #unreachable: string | undefined;
  /** Clocks whose events the record refuses, with the state's number at that time: not struck again before the case has changed. */
  readonly #blocked = new Map<string, number>();
  /**
   * Set once the program has failed at a step: the run ends soon and another goes on from the record, so that none plays the step
   * again under a corrected program, which would decide otherwise than the history says.
   */
  #renewAt: CivilInstant | undefined;
  /** Commands that earlier runs have stored of late. */
  #recent: ReadonlySet<string> = new Set();

  constructor(input: CaseInput) {
    this.#input = input;
    this.#begun = civilInstantOf(Date.now());
    this.#signs = new Signs();
    this.#record = new CaseRecord((reason) => {
      this.#unreachable = reason;
      this.#show();
    });
  }

  /** Folds the record. Clocks that rest on a provisional calendar are counted again: word of a notice may have been lost. */
  async load(): Promise<void> {
    const { state, recent } = await this.#record.load(this.#input.caseId);
    this.#state = state && liftedState(state);
    this.#recent = new Set(recent);
    this.#show();
    const years = new Set(state?.deadlines.filter((clock) => clock.provisional).map(({ lastDay }) => yearOf(lastDay)));
    for (const year of years) await this.recount({ year, at: state?.at ?? this.#begun });
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
      ...(this.#obstacle !== undefined && { stuck: this.#obstacle }),
      waiting,
    };
  }

  /** Nothing can follow but what a new run would take up: closed and no clock strikes, or never drafted. */
  get isOver(): boolean {
    return this.#state === undefined || (isClosed(this.#state.stage) && nextDeadline(this.#state) === undefined);
  }

  /** When the next clock strikes, if it may. */
  get nextDue(): CivilInstant | undefined {
    return this.#next()?.due;
  }

  /** When the run has something to do by itself: the next clock, or the renewal; and what for, in plain words. */
  get nextWake(): { readonly at: CivilInstant; readonly why: string } {
    const next = this.#next();
    return next && next.due < this.#renewal
      ? {
          at: next.due,
          why: limitWords(next),
        }
      : { at: this.#renewal, why: '续接 / renewal of the run' };
  }

  /** A run folds the log afresh at the latest after a year; sooner once the program has failed at a step. */
  get isOld(): boolean {
    return civilInstantOf(Date.now()) >= this.#renewal;
  }

  /** Whether an earlier run has stored this command: its answer is then the record's to give. */
  knows(commandId: string): boolean {
    return this.#recent.has(commandId);
  }

  /** Carries out a command: clocks due up to its instant first, then the case's own answer. */
  async carryOut(message: CaseMessage): Promise<CaseAnswer> {
    await this.strikeUpTo(message.at);
    return this.#commit(
      (law) => decide(this.#state, message, law.law, this.#input.caseId),
      message.at,
      nameOf(message.command.type),
      message,
    );
  }

  /** Lets every clock strike that is due at `instant`, each at its own instant. */
  async strikeUpTo(instant: CivilInstant): Promise<void> {
    for (let next = this.#next(); next && next.due <= instant; next = this.#next()) await this.#strike(next);
  }

  /** Clocks resting on a year whose notice has come out are counted again; standards the case did not know get theirs. */
  async recount({ year, at }: LawChange): Promise<void> {
    if (!this.#state) return;
    this.#law = undefined;
    const command = { type: 'recountDeadlines' as const, ...(year !== undefined && { year }) };
    const given = { command, actor: system, at };
    await this.#commit(
      (law) => decide(this.#state, given, law.law, this.#input.caseId),
      at,
      both(commandRules.recountDeadlines),
    );
  }

  get #renewal(): CivilInstant {
    const yearly = startOfDayAfter(addYears(dateOf(this.#begun), 1));
    return this.#renewAt !== undefined && this.#renewAt < yearly ? this.#renewAt : yearly;
  }

  get #obstacle(): string | undefined {
    return this.#unreachable ?? this.#stuck;
  }

  #next(): Deadline | undefined {
    const { state } = this;
    return (
      state &&
      nextDeadline({ deadlines: state.deadlines.filter((clock) => this.#blocked.get(keyOf(clock)) !== state.seq) })
    );
  }

  async #strike(deadline: Deadline): Promise<void> {
    const answer = await this.#commit(
      (law) => {
        const { state } = this;
        const still = state?.deadlines.find((clock) => clock.name === deadline.name && clock.of === deadline.of);
        return state && still?.due === deadline.due ? strike(state, still, law.law) : [];
      },
      deadline.due,
      `期限届满 limit passed: ${limitWords(deadline)}`,
    );
    const { state } = this;
    const code = 'refused' in answer ? answer.refused.code : 'nothing-followed';
    if (state?.deadlines.some((clock) => keyOf(clock) === keyOf(deadline))) {
      this.#blocked.set(keyOf(deadline), state.seq);
      this.#setStuck(code === stepFailed.code ? `clock-failed:${deadline.name}` : `clock-refused:${code}`);
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
      const answer = this.#decided(() => decideNow(law), summary, message === undefined ? CLOCK_TRIED_AGAIN_MS : 0);
      if (isRefusal(answer)) return (message && (await this.#firstAnswer(message))) ?? { refused: answer };
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
          await this.#rewind();
          break;
      }
    }
  }

  /** A parameter or a year the law does not know, and a fault of the program, are answers, not accidents of the run. */
  #decided(decideNow: () => Answer, step: string, renewIn: number): Answer {
    try {
      return decideNow();
    } catch (error) {
      if (error instanceof RangeError)
        return refusal('law-silent', `政策参数缺失：${error.message}`, `The law gives no answer: ${error.message}`);
      logFault(step, error);
      // What the law says may be at fault: it is read afresh for the next try.
      this.#law = undefined;
      this.#renewAt = civilInstantOf(Date.now() + renewIn);
      return stepFailed;
    }
  }

  /** What an earlier run has answered already: the case may refuse by now what it took then. */
  async #firstAnswer({ commandId }: CaseMessage): Promise<CaseAnswer | undefined> {
    return this.knows(commandId) ? (await this.#record.answerTo(commandId)).answer : undefined;
  }

  /**
   * The record was restored from a backup and is shorter than this run: the record is the truth, the run folds it anew. It shows so
   * until the next step is stored.
   */
  async #rewind(): Promise<void> {
    this.#stuck = 'store-behind';
    this.#blocked.clear();
    await this.load();
  }

  async #lawAt(at: CivilInstant, message?: CaseMessage): Promise<LoadedLaw> {
    const command = message?.command;
    const place = this.#state ?? (command?.type === 'draftApplication' ? command : undefined);
    // Instants never go back: what is given earlier counts at the instant of the last event.
    const year = yearOf(this.#state && this.#state.at > at ? this.#state.at : at);
    const known = this.#law;
    if (known && (!place || known.version.endsWith(`/${place.town}/${year}`))) return known;
    const { town = '', district = '' } = place ?? {};
    this.#law = await this.#record.loadLaw({ town, district, year });
    return this.#law;
  }

  #fold(events: readonly CaseEvent[]): void {
    for (const event of events) this.#state = evolve(this.#state, event, this.#input.caseId);
    if (events.length > 0) this.#stuck = undefined;
    this.#show();
  }

  #setStuck(reason: string | undefined): void {
    this.#stuck = reason;
    this.#show();
  }

  #show(): void {
    this.#signs.show(this.#state, this.#next(), this.#obstacle);
  }
}

/** With its level: a clock that has reached the highest one stays in the state with its last instant, and strikes no more. */
const keyOf = ({ name, of, due, level }: Deadline): string => `${name}/${of}/${due}/${level}`;

const yearOf = (when: CivilInstant | PlainDate): number => Number(when.slice(0, 4));

/** What a command is called in the Temporal UI; an unknown one by its type, for `decide` to fail at. */
const nameOf = (type: CommandType): string => (Object.hasOwn(commandRules, type) ? both(commandRules[type]) : type);

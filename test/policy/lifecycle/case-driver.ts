import { builtInCalendar } from '../../../policy/calendar/built-in.ts';
import type { WorkCalendar } from '../../../policy/calendar/work-calendar.ts';
import { type CivilInstant, civilInstant, plainDate } from '../../../policy/dates.ts';
import type { Law } from '../../../policy/law.ts';
import type { Actor } from '../../../policy/lifecycle/actors.ts';
import type { CaseCommand } from '../../../policy/lifecycle/commands.ts';
import { isRefusal } from '../../../policy/lifecycle/context.ts';
import { type Deadline, type DeadlineName, nextDeadline } from '../../../policy/lifecycle/deadlines.ts';
import { decide } from '../../../policy/lifecycle/decide.ts';
import type { CaseEvent } from '../../../policy/lifecycle/events.ts';
import { evolve } from '../../../policy/lifecycle/evolve.ts';
import type { CaseState } from '../../../policy/lifecycle/state.ts';
import { withNewTown } from '../../../policy/lifecycle/new-town.ts';
import { strike } from '../../../policy/lifecycle/strikes.ts';
import type { ParameterSnapshot } from '../../../policy/parameters/snapshot.ts';
import { snapshotFor } from '../../../policy/parameters/snapshot-for.ts';
import type { Place } from '../../fixtures/staff.ts';

/** A civil day (at nine in the morning) or second of the tests. */
const instantOf = (when: string): CivilInstant => civilInstant(when.length === 10 ? `${when}T09:00:00` : when);

/**
 * Leads one case as a run does: due clocks strike first, each at its own instant, then the command is decided and its events
 * folded, with documents numbered and draws filled in as the record does.
 */
export class CaseDriver {
  static readonly caseId = 'case-1';
  readonly place: Place;
  readonly events: CaseEvent[] = [];
  /** What the next draw of the spot check yields. */
  drawn = false;
  calendar: WorkCalendar = builtInCalendar;
  /** The parameters as the case knows them, where they differ from what is published by now. */
  parameters: ParameterSnapshot | undefined;
  #state: CaseState | undefined;
  #documents = 0;

  constructor(place: Place) {
    this.place = place;
  }

  /** The case as it stands. */
  get state(): CaseState {
    if (!this.#state) throw new Error('The case has not been drafted yet.');
    return this.#state;
  }

  get law(): Law {
    return { parameters: this.#parametersAt(this.#state ?? this.place), calendar: this.calendar };
  }

  #parametersAt({ town, district }: Pick<Place, 'town' | 'district'>): ParameterSnapshot {
    return this.parameters ?? snapshotFor([town, district, '320400']);
  }

  /** Gives a command and returns what happened by it. @throws if the case refuses. */
  give(actor: Actor, when: string, command: CaseCommand): readonly CaseEvent[] {
    const answer = this.#ask(actor, when, command);
    if (isRefusal(answer))
      throw new Error(`${command.type} on ${when} by ${actor.staffId} was refused: ${answer.code}. ${answer.en}`);
    return this.#append(answer);
  }

  /** The code with which the case refuses a command. @throws if it does not. */
  refusal(actor: Actor, when: string, command: CaseCommand): string {
    const answer = this.#ask(actor, when, command);
    if (!isRefusal(answer)) throw new Error(`${command.type} on ${when} by ${actor.staffId} was not refused.`);
    return answer.code;
  }

  /** The code with which the case would refuse the command, if it would; nothing changes. */
  refuses(actor: Actor, when: string, command: CaseCommand): string | undefined {
    const answer = this.#ask(actor, when, command);
    return isRefusal(answer) ? answer.code : undefined;
  }

  /** Whether the case would take the command; nothing changes. */
  takes(actor: Actor, when: string, command: CaseCommand): boolean {
    return this.refuses(actor, when, command) === undefined;
  }

  /** Whether the case takes the command; its events are folded if so. */
  tries(actor: Actor, when: string, command: CaseCommand): boolean {
    const answer = this.#ask(actor, when, command);
    if (isRefusal(answer)) return false;
    this.#append(answer);
    return true;
  }

  /** Lets every clock strike that is due by then. @throws if clocks strike without end. */
  passTo(when: string): readonly CaseEvent[] {
    const before = this.events.length;
    const instant = instantOf(when);
    for (let strikes = 0; this.#state; strikes += 1) {
      const next = nextDeadline(this.#state);
      if (next === undefined || next.due > instant) break;
      if (strikes > 1000) throw new Error(`The clock "${next.name}" strikes without end.`);
      this.#append(strike(this.#state, next, this.law));
    }
    return this.events.slice(before);
  }

  /** The running clock of that name. @throws if there is none. */
  clock(name: DeadlineName, of?: string): Deadline {
    const found = this.state.deadlines.find((clock) => clock.name === name && (of === undefined || clock.of === of));
    if (!found) throw new Error(`No clock "${name}" runs, only: ${this.clocks().join(', ')}.`);
    return found;
  }

  /** Names of the running clocks, sorted. */
  clocks(): DeadlineName[] {
    return this.state.deadlines.map((clock) => clock.name).sort();
  }

  /** Number of the latest document of a kind. @throws if none was issued. */
  document(kind: string): string {
    const found = this.state.documents.findLast((document) => document.kind === kind);
    if (!found) throw new Error(`No document ${kind} was issued.`);
    return found.number;
  }

  #ask(actor: Actor, when: string, command: CaseCommand) {
    this.passTo(when);
    return decide(this.#state, { command, actor, at: instantOf(when) }, this.law, CaseDriver.caseId);
  }

  #append(events: readonly CaseEvent[]): readonly CaseEvent[] {
    return events.map((ordered) => {
      const event = this.#filledIn(ordered);
      this.#state = evolve(this.#state, event, CaseDriver.caseId);
      this.events.push(event);
      return event;
    });
  }

  #filledIn(ordered: CaseEvent): CaseEvent {
    const parametersAt = (place: Pick<Place, 'town' | 'district'>) => this.#parametersAt(place);
    const event = this.#state ? withNewTown(this.#state, ordered, parametersAt) : ordered;
    const documents = event.documents?.map((order) => {
      this.#documents += 1;
      return { ...order, number: `${this.place.town}-${this.#documents}`, sha256: '0'.repeat(64) };
    });
    return {
      ...event,
      ...(documents && { documents }),
      ...(event.draw && { draw: { ...event.draw, arrival: 1, drawn: this.drawn } }),
    };
  }
}

/** Shorthand for a civil day in a command. */
export const day = plainDate;

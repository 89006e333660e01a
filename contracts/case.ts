import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CivilInstant } from '../policy/dates.ts';
import type { CaseEvent } from '../policy/lifecycle/events.ts';
import type { Given } from '../policy/lifecycle/decide.ts';
import type { CaseState } from '../policy/lifecycle/state.ts';
import type { Law } from '../policy/law.ts';
import type { Refusal } from '../policy/lifecycle/refusals.ts';
import type { Stage } from '../policy/lifecycle/stages.ts';

/** Type of the workflow that carries a case. */
export const caseWorkflow = 'caseLifecycle';

/** A run's whole input: everything else is folded from the log in PostgreSQL. */
export interface CaseInput {
  readonly caseId: string;
  /** Civil time is moved by the training calendar: no timers. Refused in production. */
  readonly training: boolean;
}

/** A command as the API sends it, under the key by which a repetition is known. */
export interface CaseMessage extends Given {
  /** sha256 of caller and Idempotency-Key; the update id too. */
  readonly commandId: string;
  /** sha256 of the request's body: the same key with another body is an error of the caller. */
  readonly bodyHash: string;
}

/** The first outcome of a command. A refusal is an answer, not a failure, and left nothing behind. */
export type CaseAnswer = { readonly seq: number } | { readonly refused: Refusal };

/** Advances a case; answers when the outcome is stored in PostgreSQL. */
export const advanceCase = defineUpdate<CaseAnswer, [CaseMessage]>('advanceCase');

/** The training calendar has reached `instant`: answers when every clock due by then, and all that follows, is stored. */
export const advanceCaseTo = defineUpdate<{ readonly nextDue?: CivilInstant }, [CivilInstant]>('advanceTo');

/** The law changed for this case (a holiday notice was loaded for `year`, else its parameters): the run loads it anew. */
export interface LawChange {
  readonly year?: number;
  readonly at: CivilInstant;
}
export const lawChanged = defineSignal<[LawChange]>('lawChanged');

/** Where a run stands: for operators and for reconciliation. */
export interface CaseRunView {
  readonly caseId: string;
  readonly seq: number;
  readonly stage?: Stage;
  readonly nextDue?: CivilInstant;
  readonly stuck?: string;
  readonly waiting: number;
}
export const caseRunView = defineQuery<CaseRunView>('caseRunView');

/** A place and year whose law a run has in hand. */
export interface LawPlace {
  readonly town: string;
  readonly district: string;
  readonly year: number;
}

export interface LoadedLaw {
  readonly law: Law;
  /** Parameters, notices, place and year: a store that knows a newer one says so instead of appending. */
  readonly version: string;
}

export interface AppendOrder {
  readonly caseId: string;
  readonly training: boolean;
  readonly expectedSeq: number;
  readonly lawVersion: string;
  readonly commandId?: string;
  readonly bodyHash?: string;
  readonly events: readonly CaseEvent[];
}

/** What the store answers to an append (architecture.md, "The way of a command"). */
export type Appended =
  /** Stored now, as returned: numbered documents and draws filled in. */
  | { readonly outcome: 'stored'; readonly events: readonly CaseEvent[] }
  /** Nothing written: others were appended since `expectedSeq`. Fold these and decide again. */
  | { readonly outcome: 'behind'; readonly events: readonly CaseEvent[] }
  /** This command was settled before: its first answer, with the events the run has not folded yet. */
  | { readonly outcome: 'settled'; readonly answer: CaseAnswer; readonly events: readonly CaseEvent[] }
  /** Nothing written: the law has changed since the run loaded it. */
  | { readonly outcome: 'lawChanged' }
  /** A rule across cases stands against it; nothing written. */
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  /** The record is shorter than the run believes: it was restored from an older backup. */
  | { readonly outcome: 'storeBehind'; readonly headSeq: number };

export interface LoadedCase {
  /** Folded from the log; absent before the first event. */
  readonly state?: CaseState;
  /** Commands stored within the last day: whoever repeats one gets its first answer, whatever the case would say by now. */
  readonly recent: readonly string[];
}

/** The legal record, as the case's run reaches it: local activities, each one transaction. */
export interface CaseStore {
  loadCase(caseId: string): Promise<LoadedCase>;
  loadLaw(place: LawPlace): Promise<LoadedLaw>;
  appendToCase(order: AppendOrder): Promise<Appended>;
  /** The first answer to a command that was settled before; none otherwise. */
  answerTo(commandId: string): Promise<{ readonly answer?: CaseAnswer }>;
}

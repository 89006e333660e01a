import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { CivilInstant } from '../policy/dates.ts';
import type { CaseEvent } from '../policy/lifecycle/events.ts';
import type { Given } from '../policy/lifecycle/decide.ts';
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

/** The law changed for this case (a holiday notice was loaded): the run loads it anew. */
export const lawChanged = defineSignal<[{ readonly year: number; readonly at: CivilInstant }]>('lawChanged');

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

/** What the store answers to an append (architecture.md, "The way of a command"). */
export type Appended =
  /** Stored now, as returned: numbered documents and draws filled in. */
  | { readonly outcome: 'stored'; readonly events: readonly StoredEvent[] }
  /** Nothing written: others were appended since `expectedSeq`; or this command is stored already. */
  | { readonly outcome: 'behind'; readonly events: readonly StoredEvent[] }
  /** This command was settled before: its first answer, with the events the run has not folded yet. */
  | { readonly outcome: 'settled'; readonly answer: CaseAnswer; readonly events: readonly StoredEvent[] }
  /** A rule across cases stands against it; nothing written. */
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  /** The record is shorter than the run believes: it was restored from an older backup. */
  | { readonly outcome: 'storeBehind'; readonly headSeq: number };

export type StoredEvent = CaseEvent;

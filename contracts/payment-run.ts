import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { CivilInstant, YearMonth } from '../policy/dates.ts';
import type { Actor } from '../policy/lifecycle/actors.ts';
import type { Refusal } from '../policy/lifecycle/refusals.ts';
import type { RunCommand } from '../policy/payment-run/commands.ts';
import type { Programme } from '../policy/payment-run/programmes.ts';
import type { RunStage } from '../policy/payment-run/stages.ts';

/** Types and names of the two workflows, as the bundle exports them. */
export const paymentRunWorkflow = 'paymentRun';
export const scheduledPaymentRunWorkflow = 'scheduledPaymentRun';

/** Everything a run needs: what has been done so far is read from the record. */
export interface PaymentRunInput {
  readonly programme: Programme;
  readonly district: string;
  readonly month: YearMonth;
  /** Civil time is moved by the training calendar: no timers. */
  readonly training: boolean;
  /** Civil instant of the order to draw up, in a training run; elsewhere the clock says it. */
  readonly at?: CivilInstant;
}

/** A Schedule's input: the month is that of the time it was due, in Shanghai. */
export interface ScheduledPaymentRunInput {
  readonly programme: Programme;
  readonly district: string;
  readonly training: boolean;
  /** For a start by hand, which has no due time. */
  readonly month?: YearMonth;
}

/** A command to a run, under the key by which a repetition is known. `at` is set by the server. */
export interface PaymentRunMessage {
  readonly commandId: string;
  readonly bodyHash: string;
  readonly command: RunCommand;
  readonly actor: Actor;
  readonly at: CivilInstant;
}

/** The first outcome of a command. A refusal is an answer, not a failure, and left nothing behind. */
export type PaymentRunAnswer = { readonly status: RunStage } | { readonly refused: Refusal };

/** Where a run stands, with the server's civil time at the reading. */
export interface PaymentRunView {
  readonly runId: string;
  readonly stage: RunStage;
  readonly level: number;
  readonly nextDue: CivilInstant | undefined;
  readonly now: CivilInstant;
}

/** A run as it was opened; in how many shards its roll is drawn up, if that is still to do. */
export interface PaymentRunOpened extends PaymentRunView {
  readonly shards?: number;
}

/** Advances a run. Answers when the outcome is stored. */
export const advancePaymentRun = defineUpdate<PaymentRunAnswer, [PaymentRunMessage]>('advancePaymentRun');

/** The training calendar has reached the instant: answers when every limit due by then, and the drawing up, is stored. */
export const advancePaymentRunTo = defineUpdate<{ readonly nextDue?: CivilInstant }, [CivilInstant]>('advanceTo');

/** What the run's workflow last read of its record; undefined before that. */
export const paymentRunView = defineQuery<PaymentRunView | undefined>('paymentRunView');

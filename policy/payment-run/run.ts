import type { CivilInstant, YearMonth } from '../dates.ts';
import type { RunCommandType } from './commands.ts';
import type { LineStatus, RunStage } from './stages.ts';

/** What was done to a run: a command, or what happens of itself. */
export type RunStepName = RunCommandType | 'order' | 'drawUp' | 'settle' | 'escalate';

/** One step with the eyes it used. */
export interface RunStep {
  readonly step: RunStepName;
  readonly eyes: readonly string[];
}

/** A line as decisions see it. */
export interface RunLine {
  readonly id: string;
  readonly status: LineStatus;
  /** Number of the last transfer; 0 before the first. */
  readonly attempt: number;
  /** The account of the last transfer, or the one it was drawn for; none: the line is held. */
  readonly accountId?: string | undefined;
  /** The account its case has today. */
  readonly caseAccountId?: string | undefined;
  /** Everybody whose eyes changed that account since the month of the run began. */
  readonly accountChangedBy?: readonly string[] | undefined;
  /** A cancellation proposed and not yet answered. */
  readonly cancellation?: { readonly ground: string; readonly by: readonly string[] } | undefined;
}

/** A monthly payment run of one programme and district. `lines` need only hold those a command names. */
export interface PaymentRun {
  readonly id: string;
  readonly district: string;
  readonly month: YearMonth;
  readonly stage: RunStage;
  /** Instant of the last step; instants never go back. */
  readonly at: CivilInstant;
  /** First instant at which the step now due is late; none once the topmost level was told, or when settled. */
  readonly nextDue: CivilInstant | undefined;
  readonly level: number;
  readonly steps: readonly RunStep[];
  readonly lines: readonly RunLine[];
}

import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import { log } from '@temporalio/workflow';
import { refusal } from '../../policy/lifecycle/refusals.ts';

/** Names of errors that only a program raises: nothing that comes back by itself, so no outage to wait out. */
export const faultNames = [
  'TypeError',
  'ReferenceError',
  'RangeError',
  'SyntaxError',
  'InconsistentFacts',
  'PrismaClientValidationError',
];

/** What whoever gave the command is told. */
export const stepFailed = refusal(
  'step-failed',
  '系统办理这一步时出错，案件未变更，错误已记入日志。请核对所填内容后重试，仍不成的联系系统管理员。',
  'The program failed at this step; the case is unchanged and the failure is in the log. Check what was filled in and try again, or tell the administrators.',
);

/** Whether an activity failed by a fault of the program, and not for want of the database. */
export const isFault = (error: unknown): boolean => faultNames.includes(nameOf(error));

/** The name of the error, or of the one that made an activity fail. */
function nameOf(error: unknown): string {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (cause instanceof ApplicationFailure) return cause.type ?? cause.name;
  return cause instanceof Error ? cause.name : typeof cause;
}

/** Writes a fault to the worker's log: its kind and place, never its message, which may quote what was filled in. */
export function logFault(step: string, error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  log.error('a step failed', { step, error: nameOf(error), frames: frames.join('\n') });
}

import type { WorkflowInterceptorsFactory } from '@temporalio/workflow';

const hour = 3_600_000;

/** Lets a run's timers strike early, and its local activities give up early: a test need not wait for days or outages. */
export const interceptors: WorkflowInterceptorsFactory = () => ({
  outbound: [
    {
      startTimer: (input, next) =>
        next({ ...input, durationMs: Math.ceil(input.durationMs / (input.durationMs < hour ? 50 : 200_000)) }),
      scheduleLocalActivity: (input, next) =>
        next({ ...input, options: { ...input.options, retry: { initialInterval: '50ms', maximumAttempts: 2 } } }),
    },
  ],
});

import type { ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';

/**
 * Short steps of one transaction, as local activities: tried for eight seconds; what lasts longer is waited out by durable timers.
 * The attempts are counted as well, seven in five seconds where each fails at once: a limit that passes between two attempts is
 * not heeded by the SDK, which would try on for ever and write three events to the history every eight seconds.
 */
export const database = {
  startToCloseTimeout: '5s',
  scheduleToCloseTimeout: '8s',
  localRetryThreshold: '10s',
  retry: { initialInterval: '100ms', backoffCoefficient: 2, maximumInterval: '2s', maximumAttempts: 7 },
} as const satisfies LocalActivityOptions;

/** Set-based work over a shard of the roll: as long as it beats it may take its time; a dead worker is noticed in half a minute. */
export const batch = {
  startToCloseTimeout: '1h',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
} as const satisfies ActivityOptions;

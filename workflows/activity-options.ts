import type { ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';

/** Short steps of one transaction, as local activities: tried for eight seconds; what lasts longer is waited out by durable timers. */
export const database = {
  startToCloseTimeout: '5s',
  scheduleToCloseTimeout: '8s',
  localRetryThreshold: '10s',
  retry: { initialInterval: '100ms', backoffCoefficient: 2, maximumInterval: '2s' },
} as const satisfies LocalActivityOptions;

/** Set-based work over a shard of the roll: as long as it beats it may take its time; a dead worker is noticed in half a minute. */
export const batch = {
  startToCloseTimeout: '1h',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
} as const satisfies ActivityOptions;

import { ActivityFailure } from '@temporalio/common';
import { sleep } from '@temporalio/workflow';

const FIRST_PAUSE_SECONDS = 10;
const LONGEST_PAUSE_SECONDS = 300;
const FAILURES_UNTIL_STUCK = 3;

/** Told `record-unreachable` once the third attempt has failed, and undefined when one succeeds after all. */
export type OnStuck = (reason: string | undefined) => void;

/**
 * Makes an activity's success a matter of time: between attempts it waits 10 s to 5 min by durable timers, and never gives up.
 * What the record refuses for good comes back as a value, so every failure here is one that may pass.
 */
export async function untilStored<T>(attempt: () => Promise<T>, onStuck: OnStuck): Promise<T> {
  for (let failures = 0; ;) {
    try {
      const value = await attempt();
      if (failures >= FAILURES_UNTIL_STUCK) onStuck(undefined);
      return value;
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      failures += 1;
      if (failures === FAILURES_UNTIL_STUCK) onStuck('record-unreachable');
      const pause = Math.min(FIRST_PAUSE_SECONDS * 2 ** (failures - 1), LONGEST_PAUSE_SECONDS);
      await sleep(`${pause}s`, { summary: '等待数据库恢复 / waiting for the database' });
    }
  }
}

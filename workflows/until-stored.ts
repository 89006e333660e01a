import { TemporalFailure } from '@temporalio/common';
import { sleep, workflowInfo } from '@temporalio/workflow';

const FIRST_PAUSE_SECONDS = 10;
const LONGEST_PAUSE_SECONDS = 300;
const FAILURES_UNTIL_STUCK = 3;

/** Told `record-unreachable` once the third attempt has failed, and undefined when one succeeds after all. */
export type OnStuck = (reason: string | undefined) => void;

/**
 * The record has been away for so long (about two days) that the waiting alone fills the run's history. A new run has to go on
 * waiting; the outcome of what was being stored is unknown until then.
 */
export class RunTooLong extends Error {
  override name = 'RunTooLong';
}

/**
 * Makes an activity's success a matter of time: between attempts it waits 10 s to 5 min by durable timers, and never gives up.
 * What the record refuses for good comes back as a value, so every failure here is one that may pass.
 * @throws RunTooLong when the server asks for a new run meanwhile
 */
export async function untilStored<T>(attempt: () => Promise<T>, onStuck: OnStuck): Promise<T> {
  for (let failures = 0; ;) {
    try {
      const value = await attempt();
      if (failures >= FAILURES_UNTIL_STUCK) onStuck(undefined);
      return value;
    } catch (error) {
      // A local activity fails with the very error it threw, which would end the workflow; others wrap it.
      if (!(error instanceof TemporalFailure)) throw error;
      failures += 1;
      if (failures === FAILURES_UNTIL_STUCK) onStuck('record-unreachable');
      if (failures >= FAILURES_UNTIL_STUCK && workflowInfo().continueAsNewSuggested) throw new RunTooLong();
      const pause = Math.min(FIRST_PAUSE_SECONDS * 2 ** (failures - 1), LONGEST_PAUSE_SECONDS);
      await sleep(`${pause}s`, { summary: '等待数据库恢复 / waiting for the database' });
    }
  }
}

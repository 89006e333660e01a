import { condition, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import { step } from './names.ts';

/** The least a case could be: as many updates as a lifecycle has commands, each writing one row in a local activity. */
export async function floor(updates: number): Promise<void> {
  const { writeRow } = proxyLocalActivities<{ writeRow(): Promise<void> }>({ startToCloseTimeout: '5s' });
  let done = 0;
  setHandler(step, async () => {
    await writeRow();
    return ++done;
  });
  await condition(() => done === updates);
}

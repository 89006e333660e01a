import type { Client } from '@temporalio/client';
import { type CaseRunView, caseRunView } from '../../contracts/case.ts';
import { caseWorkflowId } from '../../contracts/ids.ts';
import type { Folded } from './check-record.ts';
import { type Figure, figure } from './figures.ts';

/** Whether the run of each case stands where the record stands, waits for nothing and says it is not stuck. */
export async function checkWorkflows(client: Client, folded: Folded): Promise<Figure[]> {
  const wrong: string[] = [];
  let closed = 0;
  for (const [caseId, state] of folded) {
    const handle = client.workflow.getHandle(caseWorkflowId(caseId));
    const { status } = await handle.describe();
    const view = await handle.query<CaseRunView>(caseRunView.name);
    if (status.name === 'COMPLETED') closed += 1;
    else if (status.name !== 'RUNNING') wrong.push(`case ${caseId}: its run is ${status.name}`);
    if (view.seq !== state.seq) wrong.push(`case ${caseId}: its run stands at ${view.seq}, the record at ${state.seq}`);
    if (view.waiting > 0) wrong.push(`case ${caseId}: ${view.waiting} messages wait`);
    if (view.stuck !== undefined) wrong.push(`case ${caseId}: stuck, ${view.stuck}`);
  }
  return [figure('runs that agree with the record', `${folded.size} asked, ${closed} of them over`, wrong)];
}

import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { caseStage, dueDate, stuckReason } from '../../contracts/search-attributes.ts';

/** A running workflow, as the list of workflows shows it. */
export interface Running {
  readonly stage: string | undefined;
  readonly dueDate: string | undefined;
  readonly stuck: string | undefined;
  readonly startedAt: Date;
}

const PAGE = 1_000;
/** Temporal answers ten list calls a second. */
const PAUSE_MS = 120;

/** All running workflows of a type, by workflow id: a page of a thousand at a time. */
export async function runningOf(client: Client, workflowType: string): Promise<Map<string, Running>> {
  const query = `WorkflowType = '${workflowType}' AND ExecutionStatus = 'Running'`;
  const found = new Map<string, Running>();
  for await (const { workflowId, startTime, typedSearchAttributes } of client.workflow.list({
    query,
    pageSize: PAGE,
  })) {
    found.set(workflowId, {
      stage: typedSearchAttributes.get(caseStage),
      dueDate: typedSearchAttributes.get(dueDate),
      stuck: typedSearchAttributes.get(stuckReason),
      startedAt: startTime,
    });
    if (found.size % PAGE === 0) await sleep(PAUSE_MS);
  }
  return found;
}

/** How a workflow stands now, asked of itself and not of the list, which lags behind; undefined if there never was one. */
export async function statusOf(client: Client, workflowId: string): Promise<string | undefined> {
  try {
    return (await client.workflow.getHandle(workflowId).describe()).status.name;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

/** In words, for a workflow that should run. */
export const statusWords = (status: string | undefined): string =>
  status === undefined ? 'has no workflow' : `has a workflow that is ${status.toLowerCase()}`;

/** Ends a workflow whose memory the record contradicts. One that has ended already is as good. */
export async function endWorkflow(client: Client, workflowId: string): Promise<void> {
  try {
    await client.workflow.getHandle(workflowId).terminate('reconciliation: the record is the truth');
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

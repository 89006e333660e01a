import {
  type Client,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  type WorkflowUpdateOptions,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { advanceCase, caseWorkflow, type CaseMessage } from '../../contracts/case.ts';
import { caseStart } from '../../contracts/case-start.ts';
import { caseWorkflowId } from '../../contracts/ids.ts';
import type { Refusal } from '../../policy/lifecycle/refusals.ts';
import type { CaseDelivery, CaseGateway } from './case-gateway.ts';
import { updateIdOf } from './update-id.ts';

const WAIT_MS = 10_000;

/** How long the server has to answer at all, asked only after it has just failed to. */
const PROBE_MS = 2_000;

export interface TemporalWay {
  readonly client: Client;
  readonly taskQueue: string;
  readonly training: boolean;
  /** How long to wait for the stored outcome; ten seconds if not given. */
  readonly waitMs?: number;
}

/** Reaches cases by Temporal updates whose id is the command's: the server keeps the first outcome for a repetition. */
export function temporalGateway({ client, taskQueue, training, waitMs = WAIT_MS }: TemporalWay): CaseGateway {
  let failed = false;
  return {
    async deliver(delivery) {
      if (failed) await probe();
      try {
        return await client.withDeadline(Date.now() + waitMs, () => send(delivery));
      } catch (error) {
        const refused = refusalIn(error);
        if (refused !== undefined) return { refused };
        failed = true;
        throw error;
      }
    },
  };

  /** After a failure nothing is sent before the server answers: so the next callers know that nothing was done. */
  async function probe(): Promise<void> {
    const { connection } = client;
    try {
      await connection.withDeadline(Date.now() + PROBE_MS, () => connection.workflowService.getSystemInfo({}));
      failed = false;
    } catch (cause) {
      throw new NotConnected('Temporal does not answer', { cause });
    }
  }

  async function send(delivery: CaseDelivery) {
    const { caseId, message, founds } = delivery;
    const update: WorkflowUpdateOptions & { args: [CaseMessage] } = {
      args: [message],
      updateId: updateIdOf(message.commandId),
    };
    if (!founds) {
      try {
        return await client.workflow.getHandle(caseWorkflowId(caseId)).executeUpdate(advanceCase, update);
      } catch (error) {
        // Closed cases have no run, and a run may have been lost: the record is all a new one needs.
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      }
    }
    return client.workflow.executeUpdateWithStart(advanceCase, {
      ...update,
      startWorkflowOperation: beginning(delivery),
    });
  }

  function beginning({ caseId, signs }: CaseDelivery) {
    return new WithStartWorkflowOperation(caseWorkflow, caseStart({ caseId, training }, taskQueue, signs));
  }
}

/** The server does not answer: the command was not sent. */
class NotConnected extends Error {
  override name = 'NotConnected';
  readonly code = 'ECONNREFUSED';
}

/** The refusal of the run's validator, if that is what stopped the update. */
function refusalIn(error: unknown): Refusal | undefined {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (!(cause instanceof ApplicationFailure) || cause.type !== 'Refused') return undefined;
  return cause.details?.[0] as Refusal | undefined;
}

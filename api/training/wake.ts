import {
  type Client,
  WithStartWorkflowOperation,
  type WorkflowStartOptions,
  WorkflowNotFoundError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { advanceCaseTo, type CaseInput, caseWorkflow } from '../../contracts/case.ts';
import { caseWorkflowId, paymentRunId, type PaymentRunKey, paymentRunWorkflowId } from '../../contracts/ids.ts';
import { advancePaymentRunTo, type PaymentRunInput, paymentRunWorkflow } from '../../contracts/payment-run.ts';
import { caseKind, division } from '../../contracts/search-attributes.ts';
import type { CivilInstant } from '../../policy/dates.ts';
import { Laggard } from './laggard.ts';

export interface WakeDeps {
  readonly client: Client;
  readonly taskQueue: string;
  readonly laggardSeconds: number;
}

/** Tells a case that the calendar has reached `instant`; resolves when all that follows is stored. @throws Laggard */
export function wakeCase(deps: WakeDeps, caseId: string, instant: CivilInstant): Promise<void> {
  const input: CaseInput = { caseId, training: true };
  return inTime(deps, `case ${caseId}`, async () => {
    const workflowId = caseWorkflowId(caseId);
    try {
      await deps.client.workflow.getHandle(workflowId).executeUpdate(advanceCaseTo, { args: [instant] });
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      // Its run was lost or terminated; the record is all a new one needs.
      await deps.client.workflow.executeUpdateWithStart(advanceCaseTo, {
        args: [instant],
        startWorkflowOperation: beginning(deps, caseWorkflow, { workflowId, args: [input] }),
      });
    }
  });
}

/** The same for a payment run, which is started first if there is none; drawn up when this resolves. @throws Laggard */
export function wakeRun(deps: WakeDeps, key: PaymentRunKey, instant: CivilInstant): Promise<void> {
  const input: PaymentRunInput = { ...key, training: true, at: instant };
  return inTime(deps, `payment run ${paymentRunId(key)}`, async () => {
    await deps.client.workflow.executeUpdateWithStart(advancePaymentRunTo, {
      args: [instant],
      startWorkflowOperation: beginning(deps, paymentRunWorkflow, {
        workflowId: paymentRunWorkflowId(key),
        args: [input],
        // As its Schedule's start gives it.
        staticSummary: `发放批次 / payment run ${key.programme} ${key.month} ${key.district}`,
        typedSearchAttributes: [
          { key: caseKind, value: 'paymentRun' },
          { key: division, value: key.district },
        ],
      }),
    });
  });
}

const beginning = (
  deps: WakeDeps,
  workflow: string,
  options: Pick<WorkflowStartOptions, 'workflowId' | 'args' | 'staticSummary' | 'typedSearchAttributes'>,
) =>
  new WithStartWorkflowOperation(workflow, {
    ...options,
    taskQueue: deps.taskQueue,
    workflowIdConflictPolicy: 'USE_EXISTING',
  });

async function inTime(deps: WakeDeps, who: string, wake: () => Promise<void>): Promise<void> {
  const { client, laggardSeconds } = deps;
  try {
    await client.withDeadline(Date.now() + laggardSeconds * 1000, wake);
  } catch (error) {
    if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) throw new Laggard(who, laggardSeconds, error);
    throw error;
  }
}

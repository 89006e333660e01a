import {
  type Client,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { advanceCaseTo, type CaseInput, caseWorkflow } from '../../contracts/case.ts';
import { caseStart } from '../../contracts/case-start.ts';
import { caseWorkflowId, paymentRunId, type PaymentRunKey } from '../../contracts/ids.ts';
import { paymentRunStart } from '../../contracts/payment-run-start.ts';
import { advancePaymentRunTo, type PaymentRunInput, paymentRunWorkflow } from '../../contracts/payment-run.ts';
import type { CivilInstant } from '../../policy/dates.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { shownCase } from '../../prisma/repositories/due-work.ts';
import { Laggard } from './laggard.ts';

export interface WakeDeps {
  readonly prisma: PrismaClient;
  readonly client: Client;
  readonly taskQueue: string;
  readonly laggardSeconds: number;
}

/** Tells a case that the calendar has reached `instant`; resolves when all that follows is stored. @throws Laggard */
export function wakeCase(deps: WakeDeps, caseId: string, instant: CivilInstant): Promise<void> {
  const input: CaseInput = { caseId, training: true };
  return inTime(deps, `case ${caseId}`, async () => {
    try {
      await deps.client.workflow.getHandle(caseWorkflowId(caseId)).executeUpdate(advanceCaseTo, { args: [instant] });
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      // Its run was lost or terminated; the record is all a new one needs.
      await deps.client.workflow.executeUpdateWithStart(advanceCaseTo, {
        args: [instant],
        startWorkflowOperation: new WithStartWorkflowOperation(
          caseWorkflow,
          caseStart(input, deps.taskQueue, await shownCase(deps.prisma, caseId)),
        ),
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
      startWorkflowOperation: new WithStartWorkflowOperation(
        paymentRunWorkflow,
        paymentRunStart(input, deps.taskQueue),
      ),
    });
  });
}

async function inTime(deps: WakeDeps, who: string, wake: () => Promise<void>): Promise<void> {
  const { client, laggardSeconds } = deps;
  try {
    await client.withDeadline(Date.now() + laggardSeconds * 1000, wake);
  } catch (error) {
    if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) throw new Laggard(who, laggardSeconds, error);
    throw error;
  }
}

import { type Client, WithStartWorkflowOperation, WorkflowNotFoundError } from '@temporalio/client';
import { type PaymentRunKey, paymentRunWorkflowId } from '../../contracts/ids.ts';
import { paymentRunStart } from '../../contracts/payment-run-start.ts';
import {
  advancePaymentRun,
  type PaymentRunAnswer,
  type PaymentRunInput,
  type PaymentRunMessage,
  paymentRunWorkflow,
} from '../../contracts/payment-run.ts';
import { updateIdOf } from '../commands/update-id.ts';

const WAIT_MS = 10_000;

/** The way to a payment run's workflow. Real: Temporal; in tests without servers: an object. */
export interface PaymentRunGateway {
  /**
   * Delivers the message and waits at most ten seconds for its stored outcome. A refusal is an answer. Rejects as the driver
   * does when the way is barred (`problems/outages.ts` says what that means to the caller).
   */
  deliver(key: PaymentRunKey, message: PaymentRunMessage): Promise<PaymentRunAnswer>;
  /** Starts the run, unless it runs already. Rejects as the driver does when the way is barred. */
  start(input: PaymentRunInput): Promise<void>;
}

/** Reaches runs by Temporal updates whose id is the command's: the server keeps the first outcome for a repetition. */
export function paymentRunGateway(client: Client, taskQueue: string, training: boolean): PaymentRunGateway {
  return {
    deliver: (key, message) => client.withDeadline(Date.now() + WAIT_MS, () => send(key, message)),
    async start(input) {
      await client.withDeadline(Date.now() + WAIT_MS, () =>
        client.workflow.start(paymentRunWorkflow, paymentRunStart(input, taskQueue)),
      );
    },
  };

  async function send(key: PaymentRunKey, message: PaymentRunMessage): Promise<PaymentRunAnswer> {
    const workflowId = paymentRunWorkflowId(key);
    const update = { updateId: updateIdOf(message.commandId), args: [message] as [PaymentRunMessage] };
    try {
      return await client.workflow.getHandle(workflowId).executeUpdate(advancePaymentRun, update);
    } catch (error) {
      // A settled run has no workflow, and one may have been lost: the record is all a new one needs.
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
    const input: PaymentRunInput = { ...key, training, ...(training && { at: message.at }) };
    const startWorkflowOperation = new WithStartWorkflowOperation(
      paymentRunWorkflow,
      paymentRunStart(input, taskQueue),
    );
    return client.workflow.executeUpdateWithStart(advancePaymentRun, { ...update, startWorkflowOperation });
  }
}

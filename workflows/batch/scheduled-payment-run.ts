import { ApplicationFailure, WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild, workflowInfo } from '@temporalio/workflow';
import { paymentRunWorkflowId } from '../../contracts/ids.ts';
import type { PaymentRunInput, ScheduledPaymentRunInput } from '../../contracts/payment-run.ts';
import { scheduledStartTime } from '../../contracts/search-attributes.ts';
import { civilInstantOf } from '../../contracts/shanghai-time.ts';
import { dateOf, monthOf } from '../../policy/dates.ts';
import { paymentRun } from './payment-run.ts';

/**
 * What a district's Schedule starts: finds the month of its due time in Shanghai and starts that month's run under its own id,
 * since a Schedule would add its stamp to it. A run under way already counts as started.
 */
export async function scheduledPaymentRun(input: ScheduledPaymentRunInput): Promise<string> {
  const due = workflowInfo().typedSearchAttributes.get(scheduledStartTime);
  const at = due === undefined ? undefined : civilInstantOf(due.getTime());
  const month = input.month ?? (at === undefined ? undefined : monthOf(dateOf(at)));
  if (month === undefined) throw ApplicationFailure.nonRetryable('started by hand without a month', 'MonthMissing');
  const { programme, district, training } = input;
  const run: PaymentRunInput = {
    programme,
    district,
    month,
    training,
    ...(training && at !== undefined ? { at } : {}),
  };
  const workflowId = paymentRunWorkflowId(run);
  try {
    await startChild(paymentRun, {
      workflowId,
      args: [run],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      staticSummary: `发放批次 / payment run ${programme} ${month} ${district}`,
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
  return workflowId;
}

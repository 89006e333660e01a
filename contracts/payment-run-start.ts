import { TypedSearchAttributes } from '@temporalio/common';
import { paymentRunWorkflowId } from './ids.ts';
import type { PaymentRunInput } from './payment-run.ts';
import { caseKind, division } from './search-attributes.ts';

/** How a payment run's workflow is started, by whomever: the run that is there already counts as started. */
export const paymentRunStart = (input: PaymentRunInput, taskQueue: string) => ({
  workflowId: paymentRunWorkflowId(input),
  taskQueue,
  args: [input] as [PaymentRunInput],
  workflowIdConflictPolicy: 'USE_EXISTING' as const,
  workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
  staticSummary: `发放批次 / payment run ${input.programme} ${input.month} ${input.district}`,
  typedSearchAttributes: new TypedSearchAttributes([
    { key: caseKind, value: 'paymentRun' },
    { key: division, value: input.district },
  ]),
});

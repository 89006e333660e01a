export { paymentRun } from './batch/payment-run.ts';
export { scheduledPaymentRun } from './batch/scheduled-payment-run.ts';
export { caseLifecycle } from './case/lifecycle.ts';

import { type YearMonth, isYearMonth } from '../policy/dates.ts';
import { type Programme, programmeFrom } from '../policy/payment-run/programmes.ts';

/** What a payment run is for: one programme, benefit month and district. */
export interface PaymentRunKey {
  readonly programme: Programme;
  readonly month: YearMonth;
  readonly district: string;
}

/** Workflow id of a payment run: `payment-run/<programme>/<yyyy-mm>/<district>`. */
export const paymentRunWorkflowId = ({ programme, month, district }: PaymentRunKey): string =>
  `payment-run/${programme}/${month}/${district}`;

/** Id of a payment run in the record and in URLs: `<programme>-<yyyy-mm>-<district>`. */
export const paymentRunId = ({ programme, month, district }: PaymentRunKey): string =>
  `${programme}-${month}-${district}`;

/** The key that `paymentRunId` was built from. Undefined if the text is no such id. */
export function parsePaymentRunId(id: string): PaymentRunKey | undefined {
  const [, name = '', month, district] = /^([A-Za-z]+)-(\d{4}-\d{2})-(\d{6})$/.exec(id) ?? [];
  const programme = programmeFrom(name);
  if (programme === undefined || month === undefined || district === undefined || !isYearMonth(month)) return undefined;
  return { programme, month, district };
}

/** Id of the Schedule that starts a district's monthly runs. */
export const paymentScheduleId = (programme: Programme, district: string): string =>
  `payment-run/${programme}/${district}`;

/** Workflow id of a case. */
export const caseWorkflowId = (caseId: string): string => `case/${caseId}`;

/** The case that a workflow id names; undefined for other workflows. */
export const caseIdOf = (workflowId: string): string | undefined => /^case\/([0-9a-f-]+)$/.exec(workflowId)?.[1];

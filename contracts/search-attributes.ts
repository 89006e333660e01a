import { defineSearchAttributeKey } from '@temporalio/common';

/** What administrators search by in the Temporal UI. Stored in clear: nothing personal may ever stand in them. */
export const caseStage = defineSearchAttributeKey('CaseStage', 'KEYWORD');
/** Kind of help of a case, or `paymentRun`. */
export const caseKind = defineSearchAttributeKey('CaseKind', 'KEYWORD');
/** Division code. */
export const division = defineSearchAttributeKey('Division', 'KEYWORD');
/** Last day of the earliest limit, `YYYY-MM-DD`. */
export const dueDate = defineSearchAttributeKey('DueDate', 'KEYWORD');
/** Why it does not go on, as a code; absent while it does. */
export const stuckReason = defineSearchAttributeKey('StuckReason', 'KEYWORD');
/** Set by the server on what a Schedule starts: the time it was due, not the time it started. */
export const scheduledStartTime = defineSearchAttributeKey('TemporalScheduledStartTime', 'DATETIME');

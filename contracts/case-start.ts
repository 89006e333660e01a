import { TypedSearchAttributes } from '@temporalio/common';
import type { CaseInput } from './case.ts';
import { caseWorkflowId } from './ids.ts';
import * as attributes from './search-attributes.ts';

/** Words for the list of workflows in the Temporal UI; nothing in them is personal. */
const staticSummary = '低保个案 · dibao case';
const staticDetails = `从申请到退出的一户低保。工作人员通过 API 推进，期限由计时器推进；所处环节与下一期限见 Current Details。

One household's dibao from application to exit. Staff advance it through the API, timers do their part; where it stands is in Current Details.`;

/** What the list shows until the run has read the record. */
export interface CaseSigns {
  readonly stage: string;
  readonly kind: string;
  readonly town: string;
}

/** How a case's workflow is started, by whomever: the run that is there already counts as started. */
export const caseStart = (input: CaseInput, taskQueue: string, signs: CaseSigns) => ({
  workflowId: caseWorkflowId(input.caseId),
  taskQueue,
  args: [input] as [CaseInput],
  workflowIdConflictPolicy: 'USE_EXISTING' as const,
  workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
  staticSummary,
  staticDetails,
  typedSearchAttributes: new TypedSearchAttributes([
    { key: attributes.caseStage, value: signs.stage },
    { key: attributes.caseKind, value: signs.kind },
    { key: attributes.division, value: signs.town },
  ]),
});

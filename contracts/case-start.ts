import { TypedSearchAttributes } from '@temporalio/common';
import type { CaseInput } from './case.ts';
import { caseWorkflowId } from './ids.ts';
import * as attributes from './search-attributes.ts';

/** Words for the list of workflows in the Temporal UI; nothing in them is personal. */
const staticSummary = '低保个案 / dibao case';
/** Two short lines: the UI's box for them is low. */
const staticDetails = `一户低保，从申请到退出；现状见 Current Details。

One household’s dibao, from application to exit. Where it stands: Current Details.`;

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

import { TypedSearchAttributes } from '@temporalio/common';
import { type Kind, kinds } from '../policy/kinds.ts';
import type { CaseInput } from './case.ts';
import { caseWorkflowId } from './ids.ts';
import * as attributes from './search-attributes.ts';

type Words = (typeof kinds)[Kind] | typeof unknownKind;

/** A kind that this program does not know. */
const unknownKind = { zh: '社会救助', en: 'social assistance' } as const;
const isKind = (kind: string): kind is Kind => Object.hasOwn(kinds, kind);
const wordsOf = (kind: string): Words => (isKind(kind) ? kinds[kind] : unknownKind);

/** Words for the list of workflows in the Temporal UI; nothing in them is personal. */
const summaryOf = ({ zh, en }: Words): string => `${zh}个案 / case of ${en}`;
/** Two short lines: the UI's box for them is low. */
const detailsOf = ({ zh, en }: Words): string => `${zh}，从申请到退出；现状见 Current Details。

One case of ${en}, from application to exit. Where it stands: Current Details.`;

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
  staticSummary: summaryOf(wordsOf(signs.kind)),
  staticDetails: detailsOf(wordsOf(signs.kind)),
  typedSearchAttributes: new TypedSearchAttributes([
    { key: attributes.caseStage, value: signs.stage },
    { key: attributes.caseKind, value: signs.kind },
    { key: attributes.division, value: signs.town },
  ]),
});

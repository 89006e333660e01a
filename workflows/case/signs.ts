import type { SearchAttributeUpdatePair } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import * as attributes from '../../contracts/search-attributes.ts';
import { deadlineNames, type Deadline } from '../../policy/lifecycle/deadlines.ts';
import { stages } from '../../policy/lifecycle/stages.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import { tasksOf } from '../../policy/lifecycle/tasks.ts';

/** What administrators see in the Temporal UI: search attributes in clear (nothing personal), details in plain words through the codec. */
export class Signs {
  readonly #shown = new Map<string, string | null>();

  show(state: CaseState | undefined, next: Deadline | undefined, stuck: string | undefined): void {
    if (!state) return;
    const wanted = [
      { key: attributes.caseStage, value: state.stage },
      { key: attributes.caseKind, value: state.kind },
      { key: attributes.division, value: state.town },
      { key: attributes.dueDate, value: next?.lastDay ?? null },
      { key: attributes.stuckReason, value: stuck ?? null },
    ] satisfies SearchAttributeUpdatePair[];
    const changes = wanted.filter(({ key, value }) => (this.#shown.get(key.name) ?? null) !== value);
    if (changes.length > 0) upsertSearchAttributes(changes);
    for (const { key, value } of changes) this.#shown.set(key.name, value);
    setCurrentDetails(details(state, next, stuck));
  }
}

function details(state: CaseState, next: Deadline | undefined, stuck: string | undefined): string {
  const tasks = tasksOf(state).map(
    (task) => `- ${task.name}（${task.role} ${task.division}）${task.dueDate ? `，${task.dueDate} 前` : ''}`,
  );
  return [
    `**${stages[state.stage].zh}**（${stages[state.stage].en}），第 ${state.seq} 号记录，${state.at}`,
    ...(stuck !== undefined ? [`**受阻**：${stuck}`] : []),
    ...(next
      ? [`下一期限：${deadlineNames[next.name].zh}，${next.lastDay}${next.provisional ? '（暂按预排日历）' : ''}`]
      : []),
    ...(tasks.length > 0 ? ['待办：', ...tasks] : []),
  ].join('\n\n');
}

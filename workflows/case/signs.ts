import type { SearchAttributePair, SearchAttributeUpdatePair } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import * as attributes from '../../contracts/search-attributes.ts';
import { deadlineNames, type Deadline } from '../../policy/lifecycle/deadlines.ts';
import { stages } from '../../policy/lifecycle/stages.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import { tasksOf } from '../../policy/lifecycle/tasks.ts';

/** What administrators see in the Temporal UI: search attributes in clear (nothing personal), details in plain words through the codec. */
export class Signs {
  /** A run that continues another inherits what that one showed. */
  readonly #shown = new Map<string, unknown>(
    workflowInfo()
      .typedSearchAttributes.getAll()
      .map(({ key, value }: SearchAttributePair) => [key.name, value]),
  );

  /** Shows where the case stands; before the record was read, only why it does not go on. */
  show(state: CaseState | undefined, next: Deadline | undefined, stuck: string | undefined): void {
    const wanted = [
      ...(state
        ? [
            { key: attributes.caseStage, value: state.stage },
            { key: attributes.caseKind, value: state.kind },
            { key: attributes.division, value: state.town },
            { key: attributes.dueDate, value: next?.lastDay ?? null },
          ]
        : []),
      { key: attributes.stuckReason, value: stuck ?? null },
    ] satisfies SearchAttributeUpdatePair[];
    const changes = wanted.filter(({ key, value }) => (this.#shown.get(key.name) ?? null) !== value);
    if (changes.length > 0) upsertSearchAttributes(changes);
    for (const { key, value } of changes) this.#shown.set(key.name, value);
    setCurrentDetails(
      [...(state ? standing(state) : []), ...obstacle(stuck), ...(state ? ahead(state, next) : [])].join('\n\n'),
    );
  }
}

const standing = (state: CaseState): string[] => [
  `**${stages[state.stage].zh}**（${stages[state.stage].en}），第 ${state.seq} 号记录，${state.at}`,
];

/** The code of a reason, as far as its colon, in words. */
const obstacles: Readonly<Record<string, string>> = {
  'record-unreachable': '数据库无法访问，恢复后自动继续 / the database is away; the case goes on when it is back',
  'store-behind':
    '数据库由较早的备份恢复，此后的操作须重新办理 / restored from an older backup: what came after has to be done again',
  'clock-refused':
    '期限届满，但记录拒绝了随之而来的步骤，案件变动后重试 / a limit has passed and the record refuses what follows; tried again after the next change',
};

const obstacle = (stuck: string | undefined): string[] =>
  stuck === undefined ? [] : [`**受阻**：${obstacles[stuck.split(':')[0] ?? ''] ?? ''}（${stuck}）`];

function ahead(state: CaseState, next: Deadline | undefined): string[] {
  const tasks = tasksOf(state).map(
    (task) => `- ${task.name}（${task.role} ${task.division}）${task.dueDate ? `，${task.dueDate} 前` : ''}`,
  );
  return [
    ...(next
      ? [`下一期限：${deadlineNames[next.name].zh}，${next.lastDay}${next.provisional ? '（暂按预排日历）' : ''}`]
      : []),
    ...(tasks.length > 0 ? ['待办：', ...tasks] : []),
  ];
}

import type { SearchAttributePair, SearchAttributeUpdatePair } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import * as attributes from '../../contracts/search-attributes.ts';
import { kinds } from '../../policy/kinds.ts';
import { commandRules } from '../../policy/lifecycle/command-rules.ts';
import type { Deadline } from '../../policy/lifecycle/deadlines.ts';
import { stages } from '../../policy/lifecycle/stages.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import { tasksOf, type Task } from '../../policy/lifecycle/tasks.ts';
import { both, limitWords, type Words } from './words.ts';

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
    setCurrentDetails(detailsOf(state, next, stuck));
  }
}

/** The workflow's static summary says the same, but only in a case's first run: the server does not carry it into the next. */
const subjectOf = (state: CaseState | undefined): Words => {
  const kind = state && kinds[state.kind];
  return kind ? { zh: `${kind.zh}个案`, en: `case of ${kind.en}` } : { zh: '个案', en: 'case' };
};

/** Short lines, and room below: the UI makes the frame for them as high as they would be unwrapped, and cuts off what is left. */
const detailsOf = (state: CaseState | undefined, next: Deadline | undefined, stuck: string | undefined): string =>
  [
    `${both(subjectOf(state))}${state ? ` · **${both(stages[state.stage])}**` : ''}\n`,
    ...(stuck === undefined ? [] : obstacle(stuck).map((line) => `- ${line}`)),
    ...(next ? [`- **下一期限 next limit**: ${limitWords(next)}`] : []),
    ...(state ? tasksOf(state).map((task) => `- **待办 to do**: ${taskWords(task)}`) : []),
    ...(state ? [`- 记录 record: no. ${state.seq} · ${state.at.slice(0, 16).replace('T', ' ')}`] : []),
    '\n\u200b',
  ].join('\n');

/** The code of a reason, as far as its colon, in words. */
const obstacles: Readonly<Record<string, Words>> = {
  'record-unreachable': {
    zh: '数据库无法访问，恢复后自动继续',
    en: 'the database is away; the case goes on when it is back',
  },
  'store-behind': {
    zh: '数据库由较早的备份恢复，此后的操作须重新办理',
    en: 'restored from an older backup: what came after has to be done again',
  },
  'clock-refused': {
    zh: '期限届满，但记录拒绝了随之而来的步骤，案件变动后重试',
    en: 'a limit has passed and the record refuses what follows; tried again after the next change',
  },
  'clock-failed': {
    zh: '期限届满，但程序在随之而来的步骤上出错（见工作进程日志），每小时及案件变动后重试',
    en: 'a limit has passed and the program fails at what follows (see the worker’s log); tried again hourly and after the next change',
  },
};

function obstacle(stuck: string): string[] {
  const words = obstacles[stuck.split(':')[0] ?? ''];
  return [`**受阻 stuck**: ${stuck}`, ...(words ? [words.zh, words.en] : [])];
}

/** Its name begins with the command that does it. */
function taskWords({ name, role, division, supervisor, dueDate }: Task): string {
  const [type = name] = name.split(':');
  const what = isCommand(type) ? both(commandRules[type]) : type;
  return [
    what,
    `${role} ${division}`,
    ...(dueDate ? [`至 by ${dueDate}`] : []),
    ...(supervisor ? [`督办 seen to by ${supervisor.role} ${supervisor.division}`] : []),
  ].join(' · ');
}

const isCommand = (type: string): type is keyof typeof commandRules => type in commandRules;

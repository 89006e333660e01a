import type { z } from 'zod';
import type { taskView } from '../../contracts/http/case.ts';
import { commandRules } from '../../policy/lifecycle/command-rules.ts';
import type { Desk } from '../../policy/lifecycle/tasks.ts';
import { runTasks } from '../../policy/payment-run/tasks.ts';
import type { Bilingual } from '../problems/problem.ts';

/** A task as the lifecycle derives it, or as its row says. */
interface AnyTask {
  readonly name: string;
  readonly role: string;
  readonly division: string;
  readonly assignee?: string | null;
  readonly supervisor?: Desk | null;
  readonly dueDate?: string | null;
  readonly provisional: boolean;
  readonly level: number;
}

/** A task in plain words: its name begins with the action that does it. */
export function viewOfTask(task: AnyTask): z.output<typeof taskView> {
  const action = task.name.split(':', 1)[0] ?? task.name;
  return view(task, action, Object.entries(commandRules).find(([type]) => type === action)?.[1]);
}

/** What waits to be done with a payment run. */
export const viewOfRunTask = (task: AnyTask): z.output<typeof taskView> =>
  view(
    task,
    task.name,
    Object.values(runTasks).find(({ name }) => name === task.name),
  );

function view(task: AnyTask, action: string, words: Bilingual = { zh: action, en: action }): z.output<typeof taskView> {
  const { name, role, division, assignee = null, supervisor = null, dueDate = null, provisional, level } = task;
  const { zh, en } = words;
  return { name, action, words: { zh, en }, role, division, assignee, supervisor, dueDate, provisional, level };
}

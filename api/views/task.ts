import type { z } from 'zod';
import type { taskView } from '../../contracts/http/case.ts';
import { commandRules } from '../../policy/lifecycle/command-rules.ts';

/** A task as the lifecycle derives it, or as its row says. */
interface AnyTask {
  readonly name: string;
  readonly role: string;
  readonly division: string;
  readonly assignee?: string | null;
  readonly dueDate?: string | null;
  readonly provisional: boolean;
  readonly level: number;
}

/** A task in plain words: its name begins with the action that does it. */
export function viewOfTask(task: AnyTask): z.output<typeof taskView> {
  const { name, role, division, assignee = null, dueDate = null, provisional, level } = task;
  const action = name.split(':', 1)[0] ?? name;
  const rule = Object.entries(commandRules).find(([type]) => type === action)?.[1];
  return {
    name,
    action,
    words: rule ? { zh: rule.zh, en: rule.en } : { zh: action, en: action },
    role,
    division,
    assignee,
    dueDate,
    provisional,
    level,
  };
}

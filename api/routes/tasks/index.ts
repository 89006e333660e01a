import { z } from 'zod';
import { taskView } from '../../../contracts/http/case.ts';
import { listTasks, type TaskLine } from '../../../prisma/repositories/tasks.ts';
import { caseActors } from '../../access/case-roles.ts';
import type { AppDeps } from '../../deps.ts';
import { resource } from '../../plugin.ts';
import { problems } from '../../problems/schema.ts';
import { cutPage, keyInCursor, pageOf, pageQuery } from '../../schemas/page.ts';
import { dayOf } from '../../views/day.ts';
import { viewOfRunTask, viewOfTask } from '../../views/task.ts';

const taskLine = taskView
  .extend({
    caseId: z.string().nullable().meta({ description: '所属个案 The case it belongs to' }),
    runId: z.string().nullable().meta({ description: '所属发放批次 The payment run it belongs to' }),
    kind: z.string().meta({ description: '个案类别，或 paymentRun The kind of the case, or paymentRun' }),
    stage: z.string(),
    openedOn: z.string(),
    overdue: z.boolean(),
    supervising: z.boolean().meta({
      description: '仅须督办，由 role 办理 Only to be seen to: it is done by `role`, not by the caller',
    }),
  })
  .meta({ id: 'TaskLine' });

const query = pageQuery.extend({
  overdue: z.enum(['true', 'false']).optional().meta({ description: '仅逾期的任务 Only tasks that are late' }),
});

/**
 * My worklist: what waits for my role in my division, what is in my hands and in those of the colleague I stand in for, and the late
 * tasks that I see to.
 */
export const taskRoutes = (deps: AppDeps) =>
  resource('tasks', (app) => {
    app.get(
      '/v1/tasks',
      {
        config: { permission: { roles: [...caseActors, 'financeOfficer'] } },
        schema: {
          tags: ['tasks'],
          summary:
            '我的待办（含须督办的任务、发放批次），最早到期在前 My worklist, late tasks to see to and payment runs included, earliest limit first',
          querystring: query,
          response: { 200: pageOf(taskLine), ...problems(400, 401, 403, 503) },
        },
      },
      async ({ caller, query: { overdue, cursor, limit } }) => {
        const { today } = await dayOf(deps);
        const after = cursor === undefined ? undefined : keyParts(keyInCursor(cursor));
        const rows = await listTasks(deps.prisma, {
          role: caller.role,
          division: caller.divisionCode,
          hands: [caller.staffId, ...(caller.deputyOf === undefined ? [] : [caller.deputyOf])],
          ...(overdue === 'true' && { overdueOn: today }),
          ...(after && { after }),
          limit: limit + 1,
        });
        const page = cutPage(rows, limit, keyOf);
        const items = page.items.map(({ caseId, runId, kind, stage, openedOn, ...task }) => ({
          ...(runId === null ? viewOfTask(task) : viewOfRunTask(task)),
          caseId,
          runId,
          kind,
          stage,
          openedOn,
          overdue: task.level > 0 || (task.dueDate !== null && task.dueDate < today),
          supervising: task.role !== caller.role,
        }));
        return { items, next: page.next };
      },
    );
  });

const SEPARATOR = '|';
const keyOf = ({ dueDate, caseId, runId, name }: TaskLine): string =>
  [dueDate ?? '9999-12-31', caseId ?? runId ?? '', name].join(SEPARATOR);

/** The parts of a cursor's key; undefined for one that is none of ours, which begins at the beginning. */
function keyParts(key: string): readonly [string, string, string] | undefined {
  const [due, caseId, name] = key.split(SEPARATOR);
  if (due === undefined || caseId === undefined || name === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(due))
    return undefined;
  return [due, caseId, name];
}

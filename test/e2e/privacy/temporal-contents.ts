import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';

const { temporal } = proto;

/** Something the Temporal server stored or tells, and where it was found. */
export interface Content {
  readonly where: string;
  readonly content: Uint8Array | string;
}

type Execution = proto.temporal.api.workflow.v1.IWorkflowExecutionInfo;

/** Everything the server's API tells without the codec: lists, descriptions and whole histories of workflows, Schedules. */
export async function throughTheApi(connection: Connection, namespace: string) {
  const service = connection.workflowService;
  const contents: Content[] = [];
  const executions: Execution[] = [];
  for (let nextPageToken: Uint8Array = new Uint8Array(); ;) {
    const page = await service.listWorkflowExecutions({ namespace, pageSize: 200, nextPageToken });
    executions.push(...page.executions);
    contents.push({
      where: 'list of workflows',
      content: temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse.encode(page).finish(),
    });
    nextPageToken = page.nextPageToken;
    if (nextPageToken.length === 0) break;
  }
  const events: proto.temporal.api.history.v1.IHistoryEvent[] = [];
  for (const { execution } of executions) {
    const where = execution?.workflowId ?? '';
    const described = await service.describeWorkflowExecution({ namespace, execution: execution ?? null });
    contents.push({
      where: `description of ${where}`,
      content: temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse.encode(described).finish(),
    });
    for (let nextPageToken: Uint8Array = new Uint8Array(); ;) {
      const page = await service.getWorkflowExecutionHistory({
        namespace,
        execution: execution ?? null,
        nextPageToken,
      });
      const history = page.history ?? {};
      events.push(...(history.events ?? []));
      contents.push({
        where: `history of ${where}`,
        content: temporal.api.history.v1.History.encode(history).finish(),
      });
      nextPageToken = page.nextPageToken;
      if (nextPageToken.length === 0) break;
    }
  }
  const { schedules } = await service.listSchedules({ namespace, maximumPageSize: 200 });
  for (const { scheduleId } of schedules) {
    const schedule = await service.describeSchedule({ namespace, scheduleId: scheduleId ?? '' });
    contents.push({
      where: `Schedule ${scheduleId ?? ''}`,
      content: temporal.api.workflowservice.v1.DescribeScheduleResponse.encode(schedule).finish(),
    });
  }
  return { contents, executions, events };
}

/**
 * What the server left on disk: its files byte by byte (pages that are free again too), and every value of every table, since a
 * long value is cut where a page ends.
 */
export function onDisk(file: string): Content[] {
  const folder = path.dirname(file);
  const files = readdirSync(folder).filter((name) => name.startsWith(path.basename(file)));
  const contents: Content[] = files.map((name) => ({ where: name, content: readFileSync(path.join(folder, name)) }));
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    for (const { name } of tables) {
      const statement = database.prepare(`SELECT * FROM "${String(name)}"`);
      statement.setReadBigInts(true);
      for (const row of statement.iterate())
        for (const [column, value] of Object.entries(row))
          if (typeof value === 'string' || value instanceof Uint8Array)
            contents.push({ where: `${String(name)}.${column}`, content: value });
    }
  } finally {
    database.close();
  }
  return contents;
}

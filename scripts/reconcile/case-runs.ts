import type { Client } from '@temporalio/client';
import { caseRunView, caseWorkflow } from '../../contracts/case.ts';
import { caseStart } from '../../contracts/case-start.ts';
import { caseIdOf, caseWorkflowId } from '../../contracts/ids.ts';
import { addDays, dateOf, type CivilInstant } from '../../policy/dates.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { gather, type Difference } from './difference.ts';
import { endWorkflow, runningOf, statusOf, statusWords, type Running } from './running.ts';

/** The two sides, and where a workflow is to be started. */
export interface Sides {
  readonly prisma: PrismaClient;
  readonly client: Client;
  readonly taskQueue: string;
}

interface CaseRow {
  readonly id: string;
  readonly stage: string;
  readonly kind: string;
  readonly town: string;
  readonly training: boolean;
  readonly seq: number;
  readonly over: boolean;
  readonly nextDue: CivilInstant | null;
}

const PAGE = 2_000;
const AT_A_TIME = 20;
const QUERY_MS = 10_000;
/** A run may be a moment ahead of its first event, and the list behind both. */
const GRACE_MS = 30_000;

/**
 * Compares the open cases of the record with the running workflows. The list of workflows tells of each whether it runs, is stuck, and
 * which stage and limit it knows; a run itself is asked for its number only where these contradict the record, or always with
 * `every` (each asking may replay a history: some minutes for 10,000 cases).
 */
export async function compareCaseRuns(sides: Sides, { every }: { readonly every: boolean }): Promise<Difference[]> {
  const running = await runningOf(sides.client, caseWorkflow);
  const found: Difference[] = [];
  for (let after = ''; ;) {
    const page = await openCases(sides.prisma, after);
    const last = page.at(-1);
    if (!last) break;
    found.push(
      ...(await gather(page, AT_A_TIME, (row) => compareOne(sides, row, running.get(caseWorkflowId(row.id)), every))),
    );
    for (const { id } of page) running.delete(caseWorkflowId(id));
    after = last.id;
  }
  return [...found, ...(await gather([...running], AT_A_TIME, (left) => compareLeft(sides, left)))];
}

function openCases(prisma: PrismaClient, after: string): Promise<CaseRow[]> {
  return prisma.$queryRaw`
    SELECT id, stage, kind, town_code AS town, training, head_seq AS seq, false AS over, next_due AS "nextDue"
    FROM assistance_case WHERE id > ${after} AND (NOT closed OR next_due IS NOT NULL) ORDER BY id LIMIT ${PAGE}`;
}

async function caseRow(prisma: PrismaClient, caseId: string): Promise<CaseRow | undefined> {
  const rows = await prisma.$queryRaw<CaseRow[]>`
    SELECT id, stage, kind, town_code AS town, training, head_seq AS seq, closed AND next_due IS NULL AS over, next_due AS "nextDue"
    FROM assistance_case WHERE id = ${caseId}`;
  return rows[0];
}

async function compareOne(sides: Sides, row: CaseRow, run: Running | undefined, every: boolean): Promise<Difference[]> {
  const about = caseWorkflowId(row.id);
  if (!run) {
    const status = await statusOf(sides.client, about);
    const still = await caseRow(sides.prisma, row.id);
    if (status === 'RUNNING' || still?.over) return [];
    const words = `The record says "${row.stage}" (entry ${row.seq}), but the case ${statusWords(status)}.`;
    return [{ about, words, remedy: { words: 'start it from the record', apply: () => startCase(sides, row) } }];
  }
  const stuck: Difference[] = run.stuck === undefined ? [] : [{ about, words: `It does not go on: ${run.stuck}.` }];
  const due = row.nextDue === null ? undefined : addDays(dateOf(row.nextDue), -1);
  const contradicted = run.stage !== row.stage || run.dueDate !== due;
  return [...stuck, ...(every || contradicted || stuck.length > 0 ? await askRun(sides, row.id) : [])];
}

/** Asks the run itself, and believes a difference only if neither side moved meanwhile. */
async function askRun(sides: Sides, caseId: string): Promise<Difference[]> {
  const about = caseWorkflowId(caseId);
  const before = await caseRow(sides.prisma, caseId);
  const view = await sides.client.withDeadline(Date.now() + QUERY_MS, () =>
    sides.client.workflow.getHandle(about).query(caseRunView),
  );
  const row = await caseRow(sides.prisma, caseId);
  if (!row || row.seq !== before?.seq || view.seq === row.seq || view.waiting > 0) return [];
  const words = `The record has ${row.seq} entries ("${row.stage}"), its workflow knows ${view.seq} ("${view.stage ?? 'nothing'}").`;
  return [{ about, words, remedy: { words: 'start it anew from the record', apply: () => restartCase(sides, row) } }];
}

/** A running workflow for which the record has no open case. */
async function compareLeft(sides: Sides, [about, run]: [string, Running]): Promise<Difference[]> {
  const caseId = caseIdOf(about);
  if (caseId === undefined || Date.now() - run.startedAt.getTime() < GRACE_MS) return [];
  const row = await caseRow(sides.prisma, caseId);
  if ((row && !row.over) || (await statusOf(sides.client, about)) !== 'RUNNING') return [];
  return [
    {
      about,
      words: row
        ? `The record says "${row.stage}" and nothing is due, but its workflow runs.`
        : 'It runs, but the record has no such case.',
      remedy: { words: 'end it', apply: () => endWorkflow(sides.client, about) },
    },
  ];
}

async function startCase({ client, taskQueue }: Sides, row: CaseRow): Promise<void> {
  await client.workflow.start(caseWorkflow, caseStart({ caseId: row.id, training: row.training }, taskQueue, row));
}

async function restartCase(sides: Sides, row: CaseRow): Promise<void> {
  await endWorkflow(sides.client, caseWorkflowId(row.id));
  await startCase(sides, row);
}

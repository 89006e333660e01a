import { caseWorkflowId } from '../../contracts/ids.ts';
import { canonicalJson } from '../../platform/canonical-json.ts';
import { nextDeadline } from '../../policy/lifecycle/deadlines.ts';
import { evolve } from '../../policy/lifecycle/evolve.ts';
import { isClosed } from '../../policy/lifecycle/stages.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import { tasksOf } from '../../policy/lifecycle/tasks.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { brokenLinkIn, genesisHash } from '../../prisma/repositories/case-log.ts';
import { holdingsOf, holdsOf, spansOf } from '../../prisma/repositories/case-projection.ts';
import type { Difference } from './difference.ts';
import { readRecord, receiptsWithoutEvents, type CaseRecordRows } from './read-record.ts';
import { rewriteProjections, type RegisterSecrets } from './rewrite.ts';
import { compareSpotChecks, drawFaults } from './spot-checks.ts';

const PAGE = 100;

/**
 * Compares the record with itself, case by case: the chain of hashes, everything that is folded from the events, and the draw of the
 * spot check by its seed. Reads every event of every case. `onCases` is told how many are done.
 */
export async function compareRecord(
  prisma: PrismaClient,
  secrets: RegisterSecrets,
  onCases: (done: number) => void,
): Promise<Difference[]> {
  const found: Difference[] = [];
  let done = 0;
  for (let after = ''; ;) {
    const page = await readRecord(prisma, after, PAGE);
    const last = page.at(-1);
    if (!last) break;
    for (const record of page) found.push(...compareCase(prisma, secrets, record));
    after = last.row.id;
    onCases((done += page.length));
  }
  for (const { commandId, caseId, seq } of await receiptsWithoutEvents(prisma))
    found.push({
      about: caseWorkflowId(caseId),
      words: `The receipt ${commandId} answers with entry ${seq}, which the case does not have.`,
    });
  return [...found, ...(await compareSpotChecks(prisma, secrets.sealer))];
}

function compareCase(prisma: PrismaClient, secrets: RegisterSecrets, record: CaseRecordRows): Difference[] {
  const about = caseWorkflowId(record.row.id);
  const log = logFaults(record).map((words) => ({ about, words }));
  // From a log that was tampered with nothing is folded or rewritten: people have to look.
  if (log.length > 0) return log;
  const state = record.events.reduce<CaseState | undefined>(
    (folded, { data }) => evolve(folded, data, record.row.id),
    undefined,
  );
  if (!state) return [{ about, words: 'The case has no entries at all.' }];
  const remedy = {
    words: 'write it anew from the entries',
    apply: () => rewriteProjections(prisma, secrets, record.row.id),
  };
  return [
    ...projectionFaults(record, state).map((words) => ({ about, words, remedy })),
    ...[...documentFaults(record, state), ...drawFaults(record, secrets.sealer)].map((words) => ({ about, words })),
  ];
}

function logFaults({ row, events }: CaseRecordRows): string[] {
  const broken = brokenLinkIn(row.id, events);
  if (broken !== undefined)
    return [`The chain of entries breaks at entry ${broken}: it was changed, or one before it is missing.`];
  const unlike = events.find((event) => !event.columnsAgree);
  const unanswered = events.find((event) => !event.receipt);
  return [
    ...(unlike ? [`Entry ${unlike.seq} says something else in its columns than in its content.`] : []),
    ...(unanswered ? [`Entry ${unanswered.seq} came by a command that has no receipt.`] : []),
    ...(row.seq > events.length
      ? [`The case counts ${row.seq} entries, the log has ${events.length}: the last ones are missing.`]
      : []),
  ];
}

function projectionFaults({ row, events, ...rows }: CaseRecordRows, state: CaseState): string[] {
  const due = nextDeadline(state)?.due ?? null;
  const pairs: [what: string, stored: unknown, folded: unknown][] = [
    ['number and hash of the last entry', [row.seq, row.hash], [state.seq, events.at(-1)?.hash ?? genesisHash]],
    ['state', row.state, state],
    [
      'row (stage, place, next limit, account)',
      [row.stage, row.closed, row.village, row.town, row.district, row.nextDue, row.accountId],
      [state.stage, isClosed(state.stage), state.village, state.town, state.district, due, state.accountId ?? null],
    ],
    [
      'tasks',
      sorted(rows.tasks),
      sorted(tasksOf(state).map((task) => ({ assignee: null, dueDate: null, supervisor: null, ...task }))),
    ],
    ['rights to payment', sorted(rows.spans), sorted(spansOf(state))],
    ['held months', sorted(rows.holds), sorted(holdsOf(state))],
    ['persons covered', sorted(rows.members), sorted(holdingsOf(state))],
    [
      'postings',
      sorted(rows.postings),
      sorted(state.postings.map(({ no, endedOn }) => ({ no, up: endedOn === undefined && !isClosed(state.stage) }))),
    ],
  ];
  return pairs
    .filter(([, stored, folded]) => canonicalJson(stored) !== canonicalJson(folded))
    .map(([what]) => `Its ${what} are not what the ${state.seq} entries say.`);
}

function documentFaults({ documents }: CaseRecordRows, state: CaseState): string[] {
  const stored = new Map(documents.map((document) => [document.number, document]));
  return state.documents
    .filter(({ number, kind, sha256 }) => stored.get(number)?.sha256 !== sha256 || stored.get(number)?.kind !== kind)
    .map(({ number }) => `The document ${number} is missing or is not the one that was issued.`);
}

const sorted = (rows: readonly object[]): string[] => rows.map(canonicalJson).sort();

import { canonicalJson } from '../../platform/canonical-json.ts';
import { evolve } from '../../policy/lifecycle/evolve.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { brokenLink, readEvents } from '../../prisma/repositories/case-log.ts';
import { type Figure, figure } from './figures.ts';
import type { LedgerEntry } from './ledger.ts';

/** All cases as their events fold. */
export type Folded = ReadonlyMap<string, CaseState>;

export async function foldAll(prisma: PrismaClient): Promise<Folded> {
  const cases = await prisma.assistanceCase.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
  const folded = new Map<string, CaseState>();
  for (const { id } of cases) {
    const events = await readEvents(prisma, id);
    const state = events.reduce<CaseState | undefined>((before, event) => evolve(before, event, id), undefined);
    if (state) folded.set(id, state);
  }
  return folded;
}

/** Whether the record agrees with itself: hashes, numbers, and the row with the fold of its events. */
export async function checkCases(prisma: PrismaClient, folded: Folded): Promise<Figure[]> {
  const rows = await prisma.assistanceCase.findMany();
  const broken: string[] = [];
  const unlike: string[] = [];
  for (const row of rows) {
    const seq = await brokenLink(prisma, row.id);
    if (seq !== undefined) broken.push(`case ${row.id}: event ${seq} does not follow from the one before`);
    const last = await prisma.caseEvent.findFirst({ where: { caseId: row.id }, orderBy: { seq: 'desc' } });
    const fold = folded.get(row.id);
    const same =
      canonicalJson(row.state) === canonicalJson(fold) &&
      row.stage === fold?.stage &&
      row.headSeq === last?.seq &&
      row.headHash === last.hash;
    if (!same) unlike.push(`case ${row.id}: the row differs from its ${last?.seq ?? 0} events`);
  }
  return [
    figure('chains of events that verify', `${rows.length - broken.length} of ${rows.length}`, broken),
    figure('rows equal to the fold of their events', `${rows.length - unlike.length} of ${rows.length}`, unlike),
  ];
}

interface StoredEvent {
  readonly caseId: string;
  readonly seq: number;
  readonly commandId: string | null;
  readonly storedAt: Date;
}

/**
 * Compares what callers were told with what is stored: an acknowledged command has one receipt, and its events were appended
 * by one transaction that ends where the receipt says; a refused one has neither; nothing else is there.
 */
export async function checkCommands(prisma: PrismaClient, entries: readonly LedgerEntry[]): Promise<Figure[]> {
  const receipts = new Map((await prisma.commandReceipt.findMany()).map((receipt) => [receipt.commandId, receipt]));
  const events = await prisma.caseEvent.findMany({
    select: { caseId: true, seq: true, commandId: true, storedAt: true },
    orderBy: [{ caseId: 'asc' }, { seq: 'asc' }],
  });
  const byCommand = Map.groupBy(events, ({ commandId }) => commandId);
  const done = entries.filter(({ told }) => 'done' in told);
  const refused = entries.filter(({ told }) => 'refused' in told);
  const acknowledged = new Set(done.map(({ commandId }) => commandId));
  const missing: string[] = [];
  const notOnce: string[] = [];
  for (const { path, commandId, told } of done) {
    const receipt = receipts.get(commandId);
    if (!receipt) missing.push(`${path} (${commandId.slice(0, 8)}) was acknowledged and has no receipt`);
    else if (receipt.caseId !== null) {
      const fault = appendedOnce(byCommand.get(commandId) ?? [], seqIn(receipt.outcome), told);
      if (fault !== undefined) notOnce.push(`${path} (${commandId.slice(0, 8)}): ${fault}`);
    }
  }
  const afterNo = refused
    .filter(({ commandId }) => receipts.has(commandId) || byCommand.has(commandId))
    .map(({ path, commandId }) => `${path} (${commandId.slice(0, 8)}) was refused and is in the record`);
  const unasked = [...byCommand.keys(), ...receipts.keys()]
    .filter((commandId): commandId is string => commandId !== null && !acknowledged.has(commandId))
    .map((commandId) => `command ${commandId.slice(0, 8)} is in the record and nobody was told so`);
  return [
    figure('commands acknowledged', done.length),
    figure('acknowledged commands missing from the record', missing.length, missing),
    figure('acknowledged commands not there exactly once', notOnce.length, notOnce),
    figure('commands refused', refused.length),
    figure('refused commands that left something behind', afterNo.length, afterNo),
    figure('commands in the record that nobody was told of', unasked.length, unasked),
    await doubledEvents(prisma, events.length),
  ];
}

/** What is wrong with the events of one command; undefined if nothing is. */
function appendedOnce(events: readonly StoredEvent[], seq: number | undefined, told: LedgerEntry['told']) {
  const last = events.at(-1);
  if (!last) return 'no event carries it';
  if (new Set(events.map(({ storedAt }) => storedAt.getTime())).size > 1) return 'its events were appended twice';
  if (new Set(events.map(({ caseId }) => caseId)).size > 1) return 'its events are in two cases';
  if (last.seq !== seq) return `its last event is ${last.seq}, its receipt says ${String(seq)}`;
  const answered = seqIn('done' in told ? told.done : undefined) ?? seq;
  return answered === seq ? undefined : `the caller was told ${answered}, the receipt says ${seq}`;
}

function seqIn(outcome: unknown): number | undefined {
  const seq = typeof outcome === 'object' && outcome !== null && 'seq' in outcome ? outcome.seq : undefined;
  return typeof seq === 'number' ? seq : undefined;
}

/** The lives do nothing twice at one instant: two events alike, but for numbers of documents, are one event doubled. */
async function doubledEvents(prisma: PrismaClient, total: number): Promise<Figure> {
  const rows = await prisma.$queryRaw<{ caseId: string; type: string; times: number }[]>`
    SELECT case_id AS "caseId", type, count(*)::int AS times FROM case_event
    GROUP BY case_id, type, at, data - 'documents' - 'draw' HAVING count(*) > 1`;
  const doubled = rows.map(({ caseId, type, times }) => `case ${caseId}: ${type} ${times} times`);
  return figure(`events doubled, of ${total}`, doubled.length, doubled);
}

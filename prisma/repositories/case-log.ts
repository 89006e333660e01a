import { createHash } from 'node:crypto';
import { canonicalJson } from '../../platform/canonical-json.ts';
import type { CaseEvent } from '../../policy/lifecycle/events.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import type { Prisma } from '../generated/client.ts';

type Tx = Prisma.TransactionClient;

/** Hash before the first event. */
export const genesisHash = '0'.repeat(64);

export interface Head {
  readonly headSeq: number;
  readonly headHash: string;
  readonly state: CaseState;
}

/** The head of a case, with what its record answered a command. */
export interface LockedHead<Answer> extends Head {
  /** As of the beginning of the wait for the row: who finds events there that are new has to ask again. */
  readonly answer: Answer | null;
}

/** The row of a case, locked until the transaction ends, and the answer to `commandId`; undefined before its first event. */
export async function lockHead<Answer>(
  tx: Tx,
  caseId: string,
  commandId: string | null = null,
): Promise<LockedHead<Answer> | undefined> {
  const rows = await tx.$queryRaw<LockedHead<Answer>[]>`
    SELECT head_seq AS "headSeq", head_hash AS "headHash", state,
      (SELECT outcome FROM command_receipt WHERE command_id = ${commandId}::text) AS answer
    FROM assistance_case WHERE id = ${caseId} FOR UPDATE`;
  return rows[0];
}

/** Events of a case after `afterSeq`, in order. */
export async function readEvents(tx: Tx, caseId: string, afterSeq = 0): Promise<CaseEvent[]> {
  const rows = await tx.$queryRaw<{ data: CaseEvent }[]>`
    SELECT data FROM case_event WHERE case_id = ${caseId} AND seq > ${afterSeq} ORDER BY seq`;
  return rows.map((row) => row.data);
}

/** Ids of the commands whose events were stored within the last day. */
export async function recentCommands(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ commandId: string }[]>`
    SELECT DISTINCT command_id AS "commandId" FROM case_event
    WHERE case_id = ${caseId} AND command_id IS NOT NULL AND stored_at > now() - interval '1 day'`;
  return rows.map((row) => row.commandId);
}

/** Hash of an event in its chain: of the hash before it, its place and its content. */
export const chainHash = (prevHash: string, caseId: string, seq: number, event: CaseEvent): string =>
  createHash('sha256')
    .update(`${prevHash}\n${caseId}\n${seq}\n${canonicalJson(event)}`)
    .digest('hex');

export interface LinkedEvent {
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
  readonly event: CaseEvent;
}

/** Numbers `events` behind `head` and links their hashes. */
export function link(caseId: string, head: Head | undefined, events: readonly CaseEvent[]): LinkedEvent[] {
  let prevHash = head?.headHash ?? genesisHash;
  return events.map((event, index) => {
    const seq = (head?.headSeq ?? 0) + index + 1;
    const linked = { seq, prevHash, hash: chainHash(prevHash, caseId, seq, event), event };
    prevHash = linked.hash;
    return linked;
  });
}

/** An event as it lies in the log. */
export interface StoredEvent {
  readonly seq: number;
  readonly data: CaseEvent;
  readonly prevHash: string;
  readonly hash: string;
}

/** Whether every event's hash follows from the one before it: the record was not tampered with. Names the first that does not. */
export async function brokenLink(tx: Tx, caseId: string): Promise<number | undefined> {
  const rows = await tx.$queryRaw<StoredEvent[]>`
    SELECT seq, data, prev_hash AS "prevHash", hash FROM case_event WHERE case_id = ${caseId} ORDER BY seq`;
  return brokenLinkIn(caseId, rows);
}

/** The same for events in hand, in order. */
export function brokenLinkIn(caseId: string, rows: readonly StoredEvent[]): number | undefined {
  let prevHash = genesisHash;
  for (const [index, row] of rows.entries()) {
    const sound =
      row.seq === index + 1 && row.prevHash === prevHash && row.hash === chainHash(prevHash, caseId, row.seq, row.data);
    if (!sound) return row.seq;
    prevHash = row.hash;
  }
  return undefined;
}

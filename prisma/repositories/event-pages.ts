import type { CaseEvent } from '../../policy/lifecycle/events.ts';
import type { Prisma } from '../generated/client.ts';

/** An event of the record with its place in the hash chain. */
export interface StoredEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly actor: string;
  readonly commandId: string | null;
  readonly event: CaseEvent;
  readonly prevHash: string;
  readonly hash: string;
  readonly storedAt: Date;
}

/** Events of a case behind `afterSeq`, at most `limit`. */
export function pageOfEvents(tx: Prisma.TransactionClient, caseId: string, afterSeq: number, limit: number) {
  return tx.$queryRaw<StoredEvent[]>`
    SELECT seq, type, at, actor, command_id AS "commandId", data AS event, prev_hash AS "prevHash", hash,
      stored_at AS "storedAt"
    FROM case_event WHERE case_id = ${caseId} AND seq > ${afterSeq} ORDER BY seq LIMIT ${limit}`;
}

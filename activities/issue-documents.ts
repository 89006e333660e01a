import { createHash } from 'node:crypto';
import type { Sealer } from '../platform/sealing.ts';
import { dateOf } from '../policy/dates.ts';
import type { CaseEvent } from '../policy/lifecycle/events.ts';
import { evolve } from '../policy/lifecycle/evolve.ts';
import type { CaseState } from '../policy/lifecycle/state.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import type { IssuedDocument } from '../prisma/repositories/case-documents.ts';
import type { PersonalData } from '../prisma/repositories/people.ts';
import { renderDocument } from './documents/render-document.ts';
import type { Reference } from './reference-cache.ts';

type Tx = Prisma.TransactionClient;

/** Where a document's sealed HTML belongs. */
export const documentContext = (number: string): string => `document/${number}`;

export interface Issued {
  readonly event: CaseEvent;
  readonly rows: readonly IssuedDocument[];
}

/** Numbers, renders and hashes the documents an event orders; the event comes back with numbers and hashes filled in. */
export async function issueDocuments(
  tx: Tx,
  sealer: Sealer,
  reference: Reference,
  people: ReadonlyMap<string, PersonalData>,
  before: CaseState | undefined,
  event: CaseEvent,
  caseId: string,
): Promise<Issued> {
  const orders = event.documents ?? [];
  if (orders.length === 0) return { event, rows: [] };
  const state = evolve(before, event, caseId);
  const year = Number(event.at.slice(0, 4));
  const last = await takeNumbers(tx, state.town, year, orders.length);
  const rows: IssuedDocument[] = [];
  const documents = orders.map((order, index) => {
    const number = `${state.town}-${year}-${String(last - orders.length + index + 1).padStart(6, '0')}`;
    const html = renderDocument({
      kind: order.kind,
      number,
      event,
      state,
      people,
      staff: reference.staff,
      places: {
        village: reference.divisions.get(state.village) ?? state.village,
        town: reference.divisions.get(state.town) ?? state.town,
        district: reference.divisions.get(state.district) ?? state.district,
      },
    });
    const sha256 = createHash('sha256').update(html).digest('hex');
    const sealed = sealer.sealBytes(Buffer.from(html), documentContext(number));
    rows.push({
      number,
      caseId,
      seq: state.seq,
      kind: order.kind,
      sha256,
      sealed: Buffer.from(sealed.bytes),
      keyId: sealed.keyId,
      on: dateOf(event.at),
    });
    return { kind: order.kind, number, sha256 };
  });
  return { event: { ...event, documents }, rows };
}

/** The last of `count` consecutive numbers of a town and year, taken in the transaction: numbers have no gaps. */
async function takeNumbers(tx: Tx, town: string, year: number, count: number): Promise<number> {
  const rows = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO document_counter (town_code, year, last) VALUES (${town}, ${year}, ${count})
    ON CONFLICT (town_code, year) DO UPDATE SET last = document_counter.last + ${count} RETURNING last`;
  return rows[0]?.last ?? count;
}

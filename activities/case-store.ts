import type { Appended, AppendOrder, CaseAnswer, CaseStore } from '../contracts/case.ts';
import type { Sealer } from '../platform/sealing.ts';
import { trackingCode, trackingHash } from '../platform/tracking-code.ts';
import { dateOf } from '../policy/dates.ts';
import type { CaseEvent } from '../policy/lifecycle/events.ts';
import { evolve } from '../policy/lifecycle/evolve.ts';
import { mainPersonOf } from '../policy/lifecycle/main-person.ts';
import { withNewTown } from '../policy/lifecycle/new-town.ts';
import type { CaseState } from '../policy/lifecycle/state.ts';
import type { PrismaClient } from '../prisma/client.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import {
  link,
  lockHead,
  readEvents,
  recentCommands,
  type Head,
  type LockedHead,
} from '../prisma/repositories/case-log.ts';
import { keepDocuments, type IssuedDocument } from '../prisma/repositories/case-documents.ts';
import { project } from '../prisma/repositories/case-projection.ts';
import { readPeople } from '../prisma/repositories/people.ts';
import { keepReceipt } from '../prisma/repositories/receipts.ts';
import { writePostings } from '../prisma/repositories/postings.ts';
import { refusalOfConstraint } from './constraint-refusals.ts';
import { issueDocuments } from './issue-documents.ts';
import { lawFor, lawVersion, parametersAt } from './law.ts';
import { peopleNamed } from './people-named.ts';
import type { Reference, createReferenceCache } from './reference-cache.ts';
import { drawSpotCheck } from './spot-check.ts';

type Tx = Prisma.TransactionClient;

export interface CaseStoreDeps {
  readonly prisma: PrismaClient;
  readonly secrets: { readonly sealer: Sealer; readonly keyedHash: (value: string) => string };
  readonly reference: ReturnType<typeof createReferenceCache>;
}

/** The legal record behind the case workflow. Each method is one transaction; all are safe to repeat. */
export function createCaseStore({ prisma, secrets, reference }: CaseStoreDeps): CaseStore {
  return {
    async loadCase(caseId) {
      const [events, recent] = await Promise.all([readEvents(prisma, caseId), recentCommands(prisma, caseId)]);
      const state = events.reduce<CaseState | undefined>((folded, event) => evolve(folded, event, caseId), undefined);
      return { ...(state && { state }), recent };
    },

    async loadLaw(place) {
      // Read afresh: a run asks only when its law is out of date.
      reference.forget();
      const known = await reference.read();
      return { law: lawFor(known, place), version: lawVersion(known, place) };
    },

    async answerTo(commandId) {
      const answer = await firstAnswer(prisma, commandId);
      return answer ? { answer } : {};
    },

    async appendToCase(order) {
      const known = await reference.read();
      try {
        return await prisma.$transaction((tx) => append(tx, order, known));
      } catch (error) {
        const refusal = refusalOfConstraint(error);
        if (refusal) return { outcome: 'refused', refusal };
        throw error;
      }
    },
  };

  async function append(tx: Tx, order: AppendOrder, known: Reference): Promise<Appended> {
    const head = await lockHead<CaseAnswer>(tx, order.caseId, order.commandId);
    const headSeq = head?.headSeq ?? 0;
    if (headSeq < order.expectedSeq) return { outcome: 'storeBehind', headSeq };
    const missed = headSeq > order.expectedSeq ? await readEvents(tx, order.caseId, order.expectedSeq) : [];
    const first = await answerGiven(tx, order.commandId, missed.length > 0 ? undefined : head);
    if (first) return { outcome: 'settled', answer: first, events: missed };
    if (missed.length > 0) return { outcome: 'behind', events: missed };
    if (order.events.length > 0 && !lawIsCurrent(order, head, known)) return { outcome: 'lawChanged' };
    if (order.events.length > 0) return { outcome: 'stored', events: await store(tx, order, head, known) };
    // A command that changes nothing has an answer all the same.
    if (order.commandId !== undefined) await keepReceipt(tx, order.commandId, order.bodyHash ?? '', { seq: headSeq });
    return { outcome: 'stored', events: [] };
  }

  async function store(tx: Tx, order: AppendOrder, head: Head | undefined, known: Reference) {
    const { caseId } = order;
    const people = await peopleFor(tx, head?.state, order.events);
    let state = head?.state;
    const events: CaseEvent[] = [];
    const documents: IssuedDocument[] = [];
    for (const ordered of order.events) {
      const settled = state ? withNewTown(state, ordered, parametersAt) : ordered;
      const drawn = await withDraw(tx, order, state, settled);
      const issued = await issueDocuments(tx, secrets.sealer, known, people, state, drawn, caseId);
      state = evolve(state, issued.event, caseId);
      events.push(issued.event);
      documents.push(...issued.rows);
    }
    if (!state) throw new Error(`Case ${caseId}: nothing was folded.`);
    const linked = link(caseId, head, events);
    await project(tx, head?.state, state, {
      events: linked,
      headHash: linked.at(-1)?.hash ?? '',
      trackingHash: trackingHash(secrets.keyedHash, trackingCode(secrets.keyedHash, caseId)),
      training: order.training,
      ...(order.commandId !== undefined && {
        receipt: { commandId: order.commandId, bodyHash: order.bodyHash ?? '' },
      }),
    });
    await keepDocuments(tx, documents);
    if (state.postings !== head?.state.postings)
      await writePostings(tx, head?.state, state, people.get(mainPersonOf(state))?.name ?? '');
    return events;
  }

  /** Names are opened only for what shows them: documents and postings. */
  async function peopleFor(tx: Tx, before: CaseState | undefined, events: readonly CaseEvent[]) {
    if (!events.some((event) => (event.documents ?? []).length > 0)) return new Map<string, never>();
    return readPeople(tx, secrets.sealer, peopleNamed(before, events));
  }

  async function withDraw(
    tx: Tx,
    { caseId, training }: AppendOrder,
    state: CaseState | undefined,
    event: CaseEvent,
  ): Promise<CaseEvent> {
    if (!event.draw || !state) return event;
    const { kind: programme, district } = state;
    const arrival = { caseId, programme, district, on: dateOf(event.at), training };
    return { ...event, draw: await drawSpotCheck(tx, secrets.sealer, arrival, event.draw) };
  }
}

/** The first answer to a command: what came with the head holds as long as nobody has written in between. */
async function answerGiven(tx: Tx, commandId: string | undefined, head: LockedHead<CaseAnswer> | undefined) {
  if (commandId === undefined) return undefined;
  return head ? (head.answer ?? undefined) : firstAnswer(tx, commandId);
}

async function firstAnswer(tx: Tx, commandId: string): Promise<CaseAnswer | undefined> {
  const rows = await tx.$queryRaw<{ outcome: CaseAnswer }[]>`
    SELECT outcome FROM command_receipt WHERE command_id = ${commandId}`;
  return rows[0]?.outcome;
}

function lawIsCurrent(order: AppendOrder, head: Head | undefined, known: Reference): boolean {
  const first = order.events[0];
  const place = head?.state ?? (first?.type === 'applicationDrafted' ? first.data : undefined);
  if (!place || !first) return true;
  const year = Number(first.at.slice(0, 4));
  return order.lawVersion === lawVersion(known, { town: place.town, district: place.district, year });
}

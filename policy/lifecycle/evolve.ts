import { dateOf } from '../dates.ts';
import { foldIntake } from './evolve-intake.ts';
import { foldPayment } from './evolve-payment.ts';
import { foldRecords } from './evolve-records.ts';
import { foldReview, superseded } from './evolve-review.ts';
import type { CaseEvent, DocumentOrder, EventType, Folds } from './events.ts';
import { replaceSpans } from './grant-spans.ts';
import type { Stage } from './stages.ts';
import type { CaseState, DocumentRecord, SpotCheck } from './state.ts';

const folds: Folds<EventType> = { ...foldIntake, ...foldReview, ...foldPayment, ...foldRecords };

/** The state after `event`. The first event, `applicationDrafted`, founds the state; `before` is then undefined. */
export function evolve(before: CaseState | undefined, event: CaseEvent, caseId: string): CaseState {
  const state = before ?? foundingState(caseId, event);
  const fold = folds[event.type] as (state: CaseState, event: CaseEvent) => CaseState;
  return withShared(fold(state, event), event);
}

/** Entering these, an opinion there was counts no more: a new one is due, or none. */
const withoutOpinion: readonly Stage[] = ['opinionDue', 'notQualified'];

function withShared(state: CaseState, event: CaseEvent): CaseState {
  const stopped = event.stopped ?? [];
  const started = event.started ?? [];
  const running = state.deadlines.filter(
    (clock) =>
      !stopped.some((stop) => stop.name === clock.name && (stop.of === undefined || stop.of === clock.of)) &&
      !started.some((start) => start.name === clock.name && start.of === clock.of),
  );
  return {
    ...state,
    seq: state.seq + 1,
    at: event.at,
    stage: event.stage ?? state.stage,
    deadlines: [...running, ...started],
    grants: event.grants === undefined ? state.grants : replaceSpans(state.grants, event.grants),
    documents: [...state.documents, ...(event.documents ?? []).flatMap((order) => record(order, event))],
    ...(event.stage !== undefined && withoutOpinion.includes(event.stage) && superseded(state)),
    ...(event.stage === 'confirming' && { spotCheck: arrived(state.spotCheck, event) }),
  };
}

/** Arrived for the decision: a visit counts from now on, and the draw may make one due. */
function arrived(before: SpotCheck | undefined, { at, draw }: CaseEvent): SpotCheck {
  const due = before?.visitDue ?? [];
  const hit = draw?.drawn === true;
  return {
    drawn: false,
    ...before,
    visitFrom: dateOf(at),
    visitDue: hit ? [...due, 'drawn'] : due,
    ...(draw && { drawn: hit }),
    ...(draw?.arrival !== undefined && { arrival: draw.arrival }),
  };
}

const record = (order: DocumentOrder, event: CaseEvent): DocumentRecord[] =>
  order.number === undefined || order.sha256 === undefined
    ? []
    : [{ kind: order.kind, number: order.number, sha256: order.sha256, on: dateOf(event.at) }];

function foundingState(caseId: string, event: CaseEvent): CaseState {
  if (event.type !== 'applicationDrafted')
    throw new Error(`Case ${caseId} begins with ${event.type}; its record is broken.`);
  const {
    applicationId,
    kind = 'dibao',
    subject,
    channel,
    roll,
    village,
    town,
    district,
    head,
    filedBy,
    facts,
    needs,
    causeOfHardship,
    accountId,
    papers,
  } = event.data;
  return {
    caseId,
    seq: 0,
    at: event.at,
    kind,
    ...(subject !== undefined && { subject }),
    stage: 'draft',
    village,
    town,
    district,
    application: {
      id: applicationId,
      channel,
      roll,
      head,
      needs,
      causeOfHardship,
      ...(filedBy && { filedBy }),
    },
    facts,
    papers,
    authorisations: [],
    supporterConsents: [],
    relatives: [],
    complaints: [],
    ...(accountId !== undefined && { accountId }),
    rounds: [],
    doubts: [],
    visits: [],
    appraisals: [],
    opinions: [],
    postings: [],
    decisions: [],
    grants: [],
    proceedings: 0,
    withheld: [],
    corrections: [],
    documents: [],
    deadlines: [],
    assignees: {},
  };
}

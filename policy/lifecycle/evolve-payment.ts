import { dateOf } from '../dates.ts';
import { eyesOf } from './actors.ts';
import type { EventType, Folds } from './events.ts';
import type { CaseState, Proceeding } from './state.ts';

const changeProceeding = (state: CaseState, change: (open: Proceeding) => Proceeding): CaseState =>
  state.proceeding === undefined ? state : { ...state, proceeding: change(state.proceeding) };

type Optional = 'proceeding' | 'suspension' | 'ended';

const without = (state: CaseState, key: Optional): CaseState => {
  const { [key]: _dropped, ...rest } = state;
  return rest;
};

/** Dynamic management 动态管理, records, corrections and clocks. */
export const foldPayment = {
  changeReported: (state) => state,
  proceedingOpened: (state, { data }) => ({
    ...state,
    proceeding: data.proceeding,
    proceedings: data.proceeding.no,
  }),
  proceedingWidened: (state, { data }) =>
    changeProceeding(state, (open) => ({ ...open, reasons: [...open.reasons, data.reason] })),
  accountChanged: (state, { data }) => ({ ...state, accountId: data.accountId }),
  headChanged: (state, { data }) => ({ ...state, application: { ...state.application, head: data.head } }),
  townTransferred: (state, { data }) => ({
    ...state,
    village: data.village,
    town: data.town,
    district: data.district,
  }),
  adjustmentProposed: (state, { data }) =>
    changeProceeding(state, ({ views: _heardOnOlderProposal, ...open }) => ({ ...open, proposal: data.proposal })),
  viewsNoticeServed: (state, { data }) =>
    changeProceeding(state, (open) => ({ ...open, views: { servedOn: data.servedOn } })),
  viewsRecorded: (state, { data, at }) =>
    changeProceeding(state, (open) =>
      open.views ? { ...open, views: { ...open.views, heardOn: dateOf(at), silent: data.silent } } : open,
    ),
  adjustmentDecided: (state, { data }) => {
    const proposal = state.proceeding?.proposal;
    return {
      ...without(state, 'proceeding'),
      decisions: [...state.decisions, data.decision],
      ...(proposal && {
        facts: proposal.facts,
        assessment: proposal.assessment,
        recheckClass: proposal.recheckClass,
      }),
    };
  },
  paymentSuspended: (state, { data, by }) => ({
    ...state,
    suspension: { from: data.from, ground: data.ground, by: eyesOf(by) },
  }),
  paymentReleased: (state, { data }) => ({
    ...without(state, 'suspension'),
    withheld:
      data.arrears || data.heldTo < data.heldFrom
        ? state.withheld
        : [...state.withheld, { from: data.heldFrom, to: data.heldTo }],
  }),
  caseEnded: (state, { data, at }) => ({
    ...without(without(state, 'proceeding'), 'suspension'),
    decisions: data.decision ? [...state.decisions, data.decision] : state.decisions,
    ended: {
      reason: data.reason,
      on: dateOf(at),
      ...(data.nextKind !== undefined && { nextKind: data.nextKind }),
    },
  }),
  serviceRecorded: (state, { data }) => ({
    ...state,
    documents: state.documents.map((document) =>
      document.number === data.document
        ? { ...document, served: { on: data.servedOn, method: data.method } }
        : document,
    ),
  }),
  complaintRecorded: (state, { data, at }) => ({
    ...state,
    complaints: [...state.complaints, { id: data.complaintId, on: dateOf(at) }],
    ...(state.spotCheck && {
      spotCheck: { ...state.spotCheck, visitDue: [...state.spotCheck.visitDue, 'complaint' as const] },
    }),
  }),
  complaintAnswered: (state, { data, at }) => ({
    ...state,
    complaints: state.complaints.map((complaint) =>
      complaint.id === data.complaintId ? { ...complaint, answeredOn: dateOf(at) } : complaint,
    ),
  }),
  correctionProposed: (state, { data, by }) => ({
    ...state,
    corrections: [
      ...state.corrections,
      { no: data.no, ofSeq: data.ofSeq, facts: data.facts, ground: data.ground, proposedBy: eyesOf(by) },
    ],
  }),
  corrected: (state, { data, at }) => {
    const correction = state.corrections.find((known) => known.no === data.correction);
    return {
      ...state,
      ...(correction && { facts: correction.facts }),
      corrections: state.corrections.map((known) =>
        known.no === data.correction ? { ...known, approvedOn: dateOf(at) } : known,
      ),
    };
  },
  decisionCorrected: (state, { data, at, stage }) => ({
    ...(stage === 'inPayment' ? without(state, 'ended') : state),
    ...(stage === 'ended' && { ended: { reason: 'correction' as const, on: dateOf(at) } }),
    decisions: [...state.decisions, data.decision],
  }),
  reassigned: (state, { data }) => ({
    ...state,
    assignees: Object.fromEntries(
      Object.entries(state.assignees).map(([task, staffId]) => [task, staffId === data.from ? data.to : staffId]),
    ),
  }),
  taskTaken: (state, { data }) => ({ ...state, assignees: { ...state.assignees, [data.task]: data.staffId } }),
  deadlineMissed: (state) => state,
  deadlinesRecounted: (state) => state,
} satisfies Partial<Folds<EventType>>;

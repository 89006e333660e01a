import { dateOf } from '../dates.ts';
import { eyesOf } from './actors.ts';
import type { EventType, Folds } from './events.ts';
import { withVisitDue } from './evolve-intake.ts';
import { servedAs, without } from './evolve-payment.ts';

/** Records of service 送达, complaints 投诉, corrections 更正, hands 交接 and clocks 期限. */
export const foldRecords = {
  serviceRecorded: (state, { data }) => ({ ...state, documents: servedAs(state, data.document, data) }),
  complaintRecorded: (state, { data, at }) => ({
    ...withVisitDue(state, 'complaint', at),
    complaints: [...state.complaints, { id: data.complaintId, on: dateOf(at) }],
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
  decisionCorrected: (state, { data, at, stage }) => {
    const decided = { ...state, decisions: [...state.decisions, data.decision] };
    // In older records it ended the case by itself.
    if (stage === 'ended')
      return {
        ...without(without(decided, 'proceeding'), 'suspension'),
        ended: { reason: 'correction', on: dateOf(at) },
      };
    return stage === 'inPayment' ? without(decided, 'ended') : decided;
  },
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

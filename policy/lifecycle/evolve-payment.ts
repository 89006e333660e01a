import { dateOf } from '../dates.ts';
import { eyesOf } from './actors.ts';
import type { EventType, Folds } from './events.ts';
import { liftedProceeding } from './lifted.ts';
import type { CommandOf } from './commands.ts';
import type { CaseState, DocumentRecord, Proceeding } from './state.ts';

const changeProceeding = (state: CaseState, change: (open: Proceeding) => Proceeding): CaseState =>
  state.proceeding === undefined ? state : { ...state, proceeding: change(state.proceeding) };

type Optional = 'proceeding' | 'suspension' | 'ended';

/** The state without what is over. */
export const without = (state: CaseState, key: Optional): CaseState => {
  const { [key]: _dropped, ...rest } = state;
  return rest;
};

/** The documents once the one of that number is served. */
export const servedAs = (
  { documents }: CaseState,
  number: string | undefined,
  { servedOn, method }: Pick<CommandOf<'recordService'>, 'servedOn' | 'method'>,
): readonly DocumentRecord[] =>
  documents.map((document) =>
    document.number === number ? { ...document, served: { on: servedOn, method } } : document,
  );

/** Dynamic management 动态管理. */
export const foldPayment = {
  papersCompleted: (state, { at }) => ({ ...state, papersCompletedOn: dateOf(at) }),
  changeReported: (state, { data: { kind, personId } }) =>
    kind === 'memberDied' && personId !== undefined
      ? { ...state, died: [...new Set([...(state.died ?? []), personId])] }
      : state,
  proceedingOpened: (state, { data }) => ({
    ...state,
    proceeding: liftedProceeding(data.proceeding),
    proceedings: data.proceeding.no,
  }),
  proceedingWidened: (state, { data }) =>
    changeProceeding(state, (open) => {
      const reasons = [...open.reasons, data.reason];
      if (data.reason.kind === 'recheck') return { ...open, reasons };
      const { proposal: _onOlderFacts, views: _heardOnOlderProposal, ...rest } = open;
      return { ...rest, reasons };
    }),
  accountChanged: (state, { data }) => ({ ...state, accountId: data.accountId }),
  headChanged: (state, { data }) => ({ ...state, application: { ...state.application, head: data.head } }),
  townTransferred: (state, { data: { village, town, district, movedOn, settled } }) => {
    const { suspension, proceeding } = state;
    return {
      ...state,
      village,
      town,
      district,
      movedOn,
      // Whoever had taken a task on sits in the town left.
      assignees: town === state.town ? state.assignees : {},
      ...(suspension && settled && { suspension: { ...suspension, level: settled.level } }),
      ...(proceeding &&
        settled?.procedure && { proceeding: liftedProceeding({ ...proceeding, procedure: settled.procedure }) }),
    };
  },
  adjustmentProposed: (state, { data }) =>
    changeProceeding(state, ({ views: _heardOnOlderProposal, ...open }) => ({ ...open, proposal: data.proposal })),
  viewsNoticeIssued: (state, { documents }) => {
    const number = documents?.find(({ kind }) => kind === 'viewsNotice')?.number;
    return changeProceeding(state, (open) => ({ ...open, views: number === undefined ? {} : { notice: number } }));
  },
  viewsNoticeServed: (state, { data }) => ({
    ...changeProceeding(state, (open) => ({ ...open, views: { ...open.views, servedOn: data.servedOn } })),
    documents: servedAs(state, state.proceeding?.views?.notice, data),
  }),
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
  standardApplied: (state, { data: { decision } }) => ({
    ...state,
    ...(decision && { decisions: [...state.decisions, decision] }),
    ...(decision?.assessment && { assessment: decision.assessment }),
  }),
  paymentSuspended: (state, { data, by }) => ({
    ...state,
    suspension: {
      from: data.from,
      ground: data.ground,
      by: eyesOf(by),
      level: by.role === 'townApprover' ? 'town' : 'district',
    },
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
      ...(data.nextKinds && { nextKinds: data.nextKinds }),
    },
  }),
} satisfies Partial<Folds<EventType>>;

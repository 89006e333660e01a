import { type CivilInstant, dateOf } from '../dates.ts';
import { eyesOf } from './actors.ts';
import { liftedProcedure } from '../procedures/procedure-for.ts';
import type { EventType, Folds } from './events.ts';
import type { CaseState, SpotCheck } from './state.ts';

/** The decider has to visit at home for this reason too, once the application is accepted; after it arose, if that has arrived. */
export const withVisitDue = (state: CaseState, reason: SpotCheck['visitDue'][number], at: CivilInstant): CaseState =>
  state.spotCheck
    ? {
        ...state,
        spotCheck: {
          ...state.spotCheck,
          visitDue: [...new Set([...state.spotCheck.visitDue, reason])],
          ...(state.spotCheck.visitFrom && { visitFrom: dateOf(at) }),
        },
      }
    : state;

/** Intake 申请受理, with what ends a case before a decision. */
export const foldIntake = {
  applicationDrafted: (state) => state,
  applicationAmended: (state, { data }) => ({
    ...state,
    ...(data.facts && { facts: data.facts }),
    ...(data.accountId !== undefined && { accountId: data.accountId }),
    papers: [...state.papers, ...(data.papers ?? [])],
  }),
  authorisationRecorded: (state, { data, at }) => ({
    ...state,
    authorisations: [
      ...state.authorisations.filter((known) => known.personId !== data.personId),
      { ...data, signedOn: dateOf(at) },
    ],
  }),
  supporterConsented: (state, { data }) => ({
    ...state,
    supporterConsents: [...new Set([...state.supporterConsents, data.personId])],
    ...(data.supporter !== undefined && {
      supportersConsented: [...(state.supportersConsented ?? []), data.supporter],
    }),
  }),
  relativeRegistered: (state, { data, at }) => ({
    ...withVisitDue(state, 'relative', at),
    relatives: [...state.relatives, data],
  }),
  applicationSubmitted: (state, { at }) => ({
    ...state,
    application: { ...state.application, submittedOn: state.application.submittedOn ?? dateOf(at) },
  }),
  papersRequested: (state, { data: { missing, authorisations, consents } }) => ({
    ...state,
    application: {
      ...state.application,
      papersRequested: missing,
      ...(authorisations && consents && { signaturesRequested: { authorisations, consents } }),
    },
  }),
  papersSupplied: (state, { data }) => ({ ...state, papers: [...state.papers, ...data.papers] }),
  applicationAccepted: (state, { data, at, by }) => ({
    ...state,
    regime: data.regime,
    procedure: liftedProcedure(data.procedure),
    ...(data.decider && { decider: data.decider }),
    spotCheck: { drawn: false, visitDue: data.visitDue },
    application: { ...state.application, acceptedOn: dateOf(at), acceptedBy: eyesOf(by) },
  }),
  applicationDeclined: (state, { at }) => ({ ...state, ended: { reason: 'notAccepted', on: dateOf(at) } }),
  applicationLapsed: (state, { at }) => ({ ...state, ended: { reason: 'lapsed', on: dateOf(at) } }),
  caseWithdrawn: (state, { at }) => ({ ...state, ended: { reason: 'withdrawn', on: dateOf(at) } }),
  caseTerminated: (state, { at }) => ({ ...state, ended: { reason: 'terminated', on: dateOf(at) } }),
} satisfies Partial<Folds<EventType>>;

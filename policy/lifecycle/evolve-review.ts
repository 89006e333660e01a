import { type CivilInstant, dateOf } from '../dates.ts';
import { eyesOf } from './actors.ts';
import { districtPostingsSoFar } from './district-opinion.ts';
import { verificationSources } from './commands.ts';
import type { EventType, Folds } from './events.ts';
import { withVisitDue } from './evolve-intake.ts';
import type { CaseState, Doubt, Objection, Posting, VerificationRound } from './state.ts';

const changeRound = (
  state: CaseState,
  round: number,
  change: (known: VerificationRound) => VerificationRound,
): CaseState => ({ ...state, rounds: state.rounds.map((known) => (known.round === round ? change(known) : known)) });

const changeObjection = (state: CaseState, id: string, change: (known: Objection) => Objection): CaseState => ({
  ...state,
  postings: state.postings.map((posting) => ({
    ...posting,
    objections: posting.objections.map((known) => (known.id === id ? change(known) : known)),
  })),
});

const changeLastPosting = (state: CaseState, change: (known: Posting) => Posting): CaseState => ({
  ...state,
  postings: state.postings.map((known, index) => (index === state.postings.length - 1 ? change(known) : known)),
});

/** The last opinions of town and district no longer count. */
export const superseded = (state: CaseState): Pick<CaseState, 'opinions' | 'districtOpinion'> => ({
  opinions: state.opinions.map((opinion, index) =>
    index === state.opinions.length - 1 ? { ...opinion, superseded: true as const } : opinion,
  ),
  ...(state.districtOpinion && { districtOpinion: { ...state.districtOpinion, superseded: true as const } }),
});

/** Doubts found; under R2012 they make a visit of the decider due [D220 §26]. */
const withDoubts = (state: CaseState, doubts: readonly Doubt[], at: CivilInstant): CaseState => ({
  ...(doubts.length > 0 && state.procedure?.visitsDoubtful === true ? withVisitDue(state, 'doubt', at) : state),
  doubts: [...state.doubts, ...doubts],
});

/** Verification 核对, village review 入户调查、民主评议、公示 and confirmation 审核确认. */
export const foldReview = {
  verificationRequested: (state, { data, at, by }) => ({
    ...state,
    rounds: [
      ...state.rounds,
      {
        round: data.round,
        requestedOn: dateOf(at),
        requestedBy: eyesOf(by),
        persons: data.persons,
        sources: verificationSources,
        answers: [],
        status: 'requested',
      },
    ],
  }),
  verificationStarted: (state, { data }) =>
    changeRound(state, data.round, (round) => ({ ...round, status: 'running' })),
  verificationAnswered: (state, { data, at }) =>
    changeRound(withDoubts(state, data.doubts, at), data.round, (round) => ({
      ...round,
      answers: [...round.answers, ...data.answers.map((answer) => ({ ...answer, on: dateOf(at), late: data.late }))],
      ...(round.status === 'requested' && { status: 'running' as const }),
      ...(data.validTo !== undefined && { status: 'reported' as const, reportedOn: dateOf(at), validTo: data.validTo }),
    })),
  verificationConcluded: (state, { data, at }) =>
    changeRound({ ...state, papers: [...state.papers, ...data.papers] }, data.round, (round) => ({
      ...round,
      status: 'reported',
      reportedOn: dateOf(at),
      validTo: data.validTo,
      concludedOn: data.ground,
    })),
  doubtCleared: (state, { data }) => ({
    ...state,
    doubts: state.doubts.map((doubt) => (doubt.id === data.doubt ? { ...doubt, outcome: data.outcome } : doubt)),
  }),
  foundNotQualified: (state, { data }) =>
    changeRound(state, data.round, (round) => ({ ...round, status: 'notQualified' })),
  verificationContested: (state, { data }) =>
    changeRound({ ...state, papers: [...state.papers, ...data.evidence] }, data.round, (round) => ({
      ...round,
      status: 'reexamining',
    })),
  verificationReexamined: (state, { data }) =>
    changeRound(state, data.round, (round) => ({ ...round, status: data.upheld ? 'notQualified' : 'reported' })),
  contestLapsed: (state) => state,
  surveyStarted: (state, { at }) => ({ ...state, surveyStartedOn: dateOf(at) }),
  homeVisitRecorded: (state, { data, by }) => ({
    ...state,
    surveyStartedOn: state.surveyStartedOn ?? data.visitedOn,
    visits: [
      ...state.visits,
      {
        visitedOn: data.visitedOn,
        surveyors: data.surveyors,
        recordedBy: eyesOf(by),
        agrees: data.agrees,
        summary: data.summary,
      },
    ],
    appraisals: state.appraisals.map((appraisal) =>
      appraisal.conclusion === 'disputed' ? { ...appraisal, resurveyed: true as const } : appraisal,
    ),
  }),
  investigationCompleted: (state) => state,
  appraisalHeld: (state, { data }) => ({
    ...state,
    appraisals: [...state.appraisals, { heldOn: data.heldOn, conclusion: data.conclusion }],
  }),
  opinionWritten: (state, { data, at, by }) => ({
    ...state,
    facts: data.facts,
    assessment: data.assessment,
    ...(data.decider && { decider: data.decider }),
    opinions: [
      ...state.opinions,
      {
        no: state.opinions.length + 1,
        favourable: data.favourable,
        ground: data.ground,
        writtenBy: eyesOf(by),
        writtenOn: dateOf(at),
        recheckClass: data.recheckClass,
      },
    ],
  }),
  opinionSigned: (state, { by }) => ({
    ...state,
    opinions: state.opinions.map((opinion, index) =>
      index === state.opinions.length - 1 ? { ...opinion, signedBy: eyesOf(by) } : opinion,
    ),
  }),
  postingStarted: (state, { data }) => ({ ...state, postings: [...state.postings, { ...data, objections: [] }] }),
  objectionRaised: (state, { data, at }) =>
    changeLastPosting(state, (posting) => ({
      ...posting,
      objections: [...posting.objections, { id: data.objectionId, raisedOn: dateOf(at) }],
    })),
  limitExtended: (state, { data, at, by }) => ({
    ...state,
    extended: { ground: data.ground, on: dateOf(at), by: eyesOf(by) },
  }),
  objectionInvestigated: (state, { data, at }) =>
    changeObjection(state, data.objectionId, (objection) => ({
      ...objection,
      finding: { upheld: data.upheld, text: data.finding, on: dateOf(at) },
    })),
  postingEnded: (state, { data, at }) => ({
    ...state,
    postings: state.postings.map((posting) =>
      posting.no === data.no
        ? { ...posting, endedOn: dateOf(at), ...(data.early && { early: true as const }) }
        : posting,
    ),
  }),
  forwarded: (state) => state,
  districtVisitRecorded: (state, { data, by }) => ({
    ...state,
    spotCheck: {
      drawn: false,
      ...state.spotCheck,
      visitDue: [],
      visit: {
        visitedOn: data.visitedOn,
        by: [
          ...new Set([
            ...(state.spotCheck?.visit?.by ?? []),
            ...eyesOf(by),
            ...data.visitors.flatMap((visitor) => visitor.staffId ?? []),
          ]),
        ],
        agrees: data.agrees,
        summary: data.summary,
      },
    },
  }),
  districtOpinionWritten: (state, { data, by }) => ({
    ...state,
    districtOpinion: {
      favourable: data.proposal === 'grant',
      by: [...new Set([...(state.districtOpinion?.by ?? []), ...eyesOf(by)])],
      ground: data.ground,
      postingsBefore: districtPostingsSoFar(state),
    },
  }),
  decided: (state, { data, at }) => ({
    ...state,
    decisions: [...state.decisions, data.decision],
    ...(data.decision.kind === 'confirmed'
      ? { recheckClass: state.opinions.at(-1)?.recheckClass ?? 'C' }
      : { ended: { reason: 'refused' as const, on: dateOf(at) } }),
  }),
  decisionPublished: (state, { at }) => ({ ...state, published: dateOf(at) }),
} satisfies Partial<Folds<EventType>>;

import { addDays, addToMonth, dateOf, monthOf, type PlainDate } from '../../../policy/dates.ts';
import { fen } from '../../../policy/money.ts';
import type { CaseCommand, CommandOf, CommandType, Hearing } from '../../../policy/lifecycle/commands.ts';
import { outcomes } from '../../../policy/lifecycle/commands.ts';
import type { CaseState } from '../../../policy/lifecycle/state.ts';
import { earning, manAlone, withMember, withoutMember } from '../../fixtures/households.ts';
import { delegatedTown, ordinaryTown } from '../../fixtures/staff.ts';
import {
  type ACase,
  adjustmentOf,
  answersTo,
  appraisalOn,
  authorisationOf,
  draftOf,
  opinionOf,
  proposalOf,
  visitOf,
} from './a-case.ts';

type Makers = { readonly [T in CommandType]: (c: ACase, pick: number) => CommandOf<T> };

const hash = 'e'.repeat(64);
const today = (c: Pick<ACase, 'state'>) => dateOf(c.state.at);
const one = <T>(of: readonly T[], pick: number, otherwise: T): T => of[pick % Math.max(1, of.length)] ?? otherwise;
const members = (state: CaseState) => state.facts.members.map((member) => member.personId);
const openObjection = (state: CaseState) =>
  state.postings.flatMap(({ objections }) => objections).find(({ finding }) => finding === undefined)?.id ?? 'none';
const lastRound = (state: CaseState) => state.rounds.at(-1)?.round ?? 1;

/** Facts as they are, with a high income, or without the last member. */
function someFacts({ state }: ACase, pick: number) {
  const last = members(state).at(-1) ?? '';
  if (pick % 4 === 1) return withMember(state, state.application.head, earning(one([60_000, 90_000], pick, 0)));
  return pick % 4 === 2 && last !== state.application.head ? withoutMember(state, last) : state.facts;
}

/** Notice some days ago, often too late for silence, now and then in the future; views said or silence. */
const someHearing = (on: PlainDate, pick: number): Hearing => ({
  servedOn: addDays(on, one([0, -1, -10, 3], pick >> 2, 0)),
  method: 'inPerson',
  notice: hash,
  ...(pick % 3 > 0 && { said: { on, views: '无。' } }),
});

const makers: Makers = {
  draftApplication: (c) => draftOf(manAlone, c.place),
  amendApplication: (c, pick) => ({ type: 'amendApplication', facts: someFacts(c, pick) }),
  recordAuthorisation: (c, pick) =>
    authorisationOf(one(members(c.state), pick, 'nobody'), { facts: c.state.facts, head: c.household.head }, today(c)),
  recordSupporterConsent: () => ({ type: 'recordSupporterConsent', personId: 'supporter-1', file: hash }),
  registerRelative: (c, pick) => ({
    type: 'registerRelative',
    staffId: one([c.staff.writer.staffId, 'townClerk-320411101-9'], pick, ''),
    personId: c.state.application.head,
    relation: '兄弟',
  }),
  submitApplication: () => ({ type: 'submitApplication' }),
  requestPapers: (_c, pick) => ({ type: 'requestPapers', missing: pick % 2 === 0 ? ['收入证明'] : [] }),
  supplyPapers: ({ state }) => ({
    type: 'supplyPapers',
    papers: (state.application.papersRequested ?? []).map((kind) => ({ kind, file: hash })),
  }),
  acceptApplication: () => ({ type: 'acceptApplication' }),
  declineApplication: () => ({ type: 'declineApplication', reason: '不属于受理范围。' }),
  withdraw: () => ({ type: 'withdraw' }),
  terminate: () => ({ type: 'terminate', ground: '拒不配合。' }),
  requestVerification: () => ({ type: 'requestVerification' }),
  startVerification: ({ state }) => ({ type: 'startVerification', round: lastRound(state) }),
  recordVerificationAnswers: (c, pick) => {
    const all = answersTo(c, pick % 5 === 0 ? 'differs' : 'agrees');
    return pick % 3 === 0 ? { ...all, answers: all.answers.slice(0, 7) } : all;
  },
  concludeVerification: ({ state }) => ({
    type: 'concludeVerification',
    round: lastRound(state),
    ground: '凭书面证明。',
    papers: [],
  }),
  clearDoubt: ({ state }, pick) => ({
    type: 'clearDoubt',
    doubt: state.doubts.find((doubt) => doubt.outcome === undefined)?.id ?? 'none',
    outcome: one(['cleared', 'amountChanged', 'stopped'] as const, pick, 'cleared'),
    by: 'visit',
    note: '已核实。',
  }),
  findNotQualified: ({ state }) => ({ type: 'findNotQualified', round: lastRound(state), ground: '存款超限。' }),
  contestVerification: ({ state }) => ({ type: 'contestVerification', round: lastRound(state), evidence: [] }),
  reexamine: ({ state }, pick) => ({
    type: 'reexamine',
    round: lastRound(state),
    upheld: pick % 2 === 0,
    ground: '复核。',
  }),
  startSurvey: (c) => ({ type: 'startSurvey', surveyors: [c.staff.clerk.staffId] }),
  recordHomeVisit: (c) => visitOf(c, today(c)),
  recordAppraisal: (c, pick) => ({
    ...appraisalOn(today(c)),
    conclusion: one(['agrees', 'disputed', 'disagrees'] as const, pick, 'agrees'),
  }),
  writeOpinion: (c, pick) => ({
    ...opinionOf(c),
    facts: someFacts(c, pick),
    proposal: pick % 5 === 1 ? 'refuse' : 'grant',
  }),
  signOpinion: () => ({ type: 'signOpinion' }),
  startPosting: () => ({ type: 'startPosting', place: '公开栏' }),
  raiseObjection: ({ state }) => ({ type: 'raiseObjection', objectionId: `objection-${state.seq}` }),
  extendLimit: () => ({ type: 'extendLimit', ground: 'hardSurvey', note: '调查困难。' }),
  investigateObjection: ({ state }, pick) => ({
    type: 'investigateObjection',
    objectionId: openObjection(state),
    upheld: pick % 2 === 0,
    finding: '已核实。',
  }),
  forward: () => ({ type: 'forward' }),
  recordDistrictVisit: (c, pick) => ({
    type: 'recordDistrictVisit',
    visitedOn: addDays(today(c), -(pick % 3)),
    visitors:
      pick % 7 === 0
        ? visitOf(c, today(c)).surveyors
        : [c.staff.officer, c.staff.otherOfficer].map(({ staffId }) => ({ staffId, file: hash })),
    agrees: pick % 4 > 0,
    summary: '已核查。',
  }),
  writeDistrictOpinion: (_c, pick) => ({
    type: 'writeDistrictOpinion',
    proposal: pick % 4 === 0 ? 'refuse' : 'grant',
    ground: '审核。',
  }),
  confirm: () => ({ type: 'confirm' }),
  refuse: () => ({ type: 'refuse', ground: '不符合条件。' }),
  publish: () => ({ type: 'publish', place: '公开栏' }),
  completePapers: ({ state }, pick) => ({
    type: 'completePapers',
    personId: one(members(state), pick, ''),
    reason: '火灾。',
    amount: state.grants[0]?.amount ?? fen(0),
    signatures: [{ personId: state.application.head, file: hash }],
  }),
  reportChange: (c, pick) => ({
    type: 'reportChange',
    kind: one(['memberDied', 'tookUpWork', 'incomeChanged', 'ownWish', 'custody'] as const, pick, 'other'),
    happenedOn: addDays(today(c), -(pick % 40)),
    personId: one(members(c.state), pick >> 2, ''),
    note: '报告。',
    papers: [],
  }),
  changeAccount: ({ state }) => ({ type: 'changeAccount', accountId: `account-${state.seq}` }),
  changeHead: ({ state }, pick) => ({ type: 'changeHead', head: one(members(state), pick, '') }),
  transferTown: (c) => ({
    type: 'transferTown',
    ...(c.state.town === delegatedTown.town ? ordinaryTown : delegatedTown),
    movedOn: today(c),
  }),
  proposeAdjustment: (c, pick) => {
    const facts = someFacts(c, pick);
    const ways = outcomes.map((outcome) => ({ ...proposalOf(c, outcome, facts), changedSince: pick % 3 > 0 }));
    const fitting = ways.filter((way) => c.takes(c.here.writer, c.state.at, way));
    return one(fitting, pick, proposalOf(c, 'unchanged'));
  },
  serveViewsNotice: (c) => ({ type: 'serveViewsNotice', servedOn: today(c), method: 'inPerson' }),
  recordViews: () => ({ type: 'recordViews', views: '无。' }),
  decideAdjustment: ({ state }, pick) =>
    adjustmentOf(state.proceeding?.proposal?.outcome ?? 'unchanged', 1 + (pick % 6)),
  suspendPayment: () => ({ type: 'suspendPayment', ground: 'unreachable', note: '联系不上。' }),
  releasePayment: (_c, pick) => ({ type: 'releasePayment', arrears: pick % 2 === 0, ground: '已联系。' }),
  endCase: (c, pick) => ({
    type: 'endCase',
    reason: one(['ownWish', 'movedOut', 'memberDied'] as const, pick, 'ownWish'),
    happenedOn: today(c),
    note: '终止。',
  }),
  recordService: ({ state }, pick) => ({
    type: 'recordService',
    document: one(state.documents, pick, undefined)?.number ?? 'none',
    method: 'inPerson',
    servedOn: dateOf(state.at),
  }),
  recordComplaint: ({ state }) => ({ type: 'recordComplaint', complaintId: `complaint-${state.seq}` }),
  answerComplaint: ({ state }) => ({
    type: 'answerComplaint',
    complaintId: state.complaints.at(-1)?.id ?? 'none',
    answer: '已调查。',
  }),
  proposeCorrection: (c, pick) => ({
    type: 'proposeCorrection',
    ofSeq: 1,
    facts: someFacts(c, pick),
    ground: '录错。',
  }),
  approveCorrection: ({ state }, pick) => ({
    type: 'approveCorrection',
    correction: state.corrections.length - (pick % 2),
  }),
  correctDecision: ({ state }, pick) => {
    const from = addToMonth(monthOf(dateOf(state.at)), -(pick % 5));
    return {
      type: 'correctDecision',
      decision: 1 + (pick % Math.max(1, state.decisions.length)),
      ...(pick % 4 === 0
        ? { by: 'court' as const, ruling: '判决书' }
        : { by: 'authority' as const, ...(pick % 4 > 1 && { hearing: someHearing(today({ state }), pick) }) }),
      amounts: [
        { from, amount: fen(50_000) },
        { from: addToMonth(from, 1), amount: fen(pick % 3 === 0 ? 0 : 70_000) },
      ],
      ground: '判决。',
    };
  },
  reassign: (c) => ({ type: 'reassign', from: c.staff.clerk.staffId, to: c.staff.surveyor.staffId }),
  takeTask: () => ({ type: 'takeTask', task: 'writeOpinion' }),
  recountDeadlines: () => ({ type: 'recountDeadlines', year: 2027 }),
};

/** A command of that kind that fits the case as it stands; `pick` varies its body. */
export const plausible = (c: ACase, type: CommandType, pick: number): CaseCommand => makers[type](c, pick);

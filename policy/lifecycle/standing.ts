import { kinds } from '../kinds.ts';
import { isOutdated, viewsDue, viewsNotHeard } from './adjustment.ts';
import { againstGrant } from './against-grant.ts';
import type { CommandType } from './commands.ts';
import { districtOpinionDue, districtPosted } from './district-opinion.ts';
import { endingPostingDue } from './ending-posting.ts';
import { mayNotAdjust, mayNotDecide, mayNotSign } from './four-eyes.ts';
import { presentMembers } from './head.ts';
import type { Standing } from './objects.ts';
import {
  complaints,
  decisions,
  documents,
  doubts,
  noneFits,
  objections,
  openCorrections,
  roundsAsked,
  roundsContested,
  roundsReported,
  roundsToConclude,
  roundsToContest,
  roundsToStart,
} from './objects.ts';
import { awaitsSignature } from './opinions.ts';
import { openObjections, runningPosting } from './postings.ts';
import type { Refusal } from './refusals.ts';
import { refusal } from './refusals.ts';
import type { CaseState } from './state.ts';
import { tasksOf } from './tasks.ts';
import { mayBeMatched, openRound } from './verified.ts';

type Rule = (standing: Standing) => Refusal | undefined;

/**
 * Why the case as it stands 案件现状 cannot take a command of this kind from this actor, whatever its body says: nothing is there for it
 * to act on, it is done already, or four eyes forbid it. What needs the body or the law of the day is with the deciders, and so is
 * what comes first while the task stays due: a doubt, a visit, a signature. A command without a row always finds something to act
 * on. What is refused on a day is refused on every later one, as long as nothing happens in the case.
 */
const rules: Readonly<Partial<Record<CommandType, Rule>>> = {
  requestPapers: ({ state }) =>
    state.application.papersRequested
      ? refusal(
          'papers-asked-once',
          '补正材料须一次性告知，不得再次要求。请据现有材料受理或不予受理。',
          'All missing papers are asked for once; accept or decline on what is there.',
        )
      : undefined,

  requestVerification: ({ state }) => {
    const open = openRound(state);
    if (open) return refusal('round-open', `第${open.round}轮核对尚未办结。`, `Round ${open.round} is still open.`);
    return mayBeMatched(state).length === 0
      ? notToBeMatched(state.facts.members.map(({ personId }) => personId))
      : undefined;
  },
  startVerification: (standing) => noneFits(roundsToStart, standing),
  recordVerificationAnswers: (standing) => noneFits(roundsAsked, standing),
  concludeVerification: (standing) => noneFits(roundsToConclude, standing),
  clearDoubt: (standing) => noneFits(doubts, standing),
  findNotQualified: (standing) => noneFits(roundsReported, standing),
  contestVerification: (standing) => noneFits(roundsToContest, standing),
  reexamine: (standing) => noneFits(roundsContested, standing),

  startSurvey: ({ state }) =>
    state.surveyStartedOn
      ? refusal('survey-started', '入户调查已启动。', 'The survey has started already.')
      : undefined,
  recordAppraisal: ({ state }) => noAppraisal(state),
  writeOpinion: ({ state }) =>
    awaitsSignature(state)
      ? refusal('opinion-written', '初审意见已写就，待签批。', 'The opinion is written and waits to be signed.')
      : undefined,
  signOpinion: ({ state, actor }) =>
    awaitsSignature(state)
      ? mayNotSign(state, actor)
      : refusal('nothing-to-sign', '没有待签批的初审意见。', 'There is no opinion waiting to be signed.'),
  startPosting: (standing) => (standing.state.stage === 'postingDue' ? undefined : endingNotToPost(standing)),
  raiseObjection: ({ state }) =>
    runningPosting(state)
      ? undefined
      : refusal('nothing-posted', '目前没有公示。', 'Nothing hangs at present to object to.'),
  investigateObjection: (standing) => noneFits(objections, standing),
  extendLimit: ({ state }) => {
    if (!state.procedure?.limits.special || !state.application.acceptedOn)
      return refusal('no-extension', '本程序不得延长办理期限。', 'This regime knows no extension of the limit.');
    return state.extended && refusal('extended-once', '办理期限已延长。', 'The limit has been extended already.');
  },

  writeDistrictOpinion: ({ state }) => {
    if (!state.procedure?.districtPosting)
      return refusal(
        'no-district-opinion',
        '本程序无区级审核意见环节。',
        'This regime has no opinion of the district.',
      );
    return districtOpinionDue(state)
      ? undefined
      : refusal('opinion-written', '区级审核意见已作出。', 'The district has given its opinion already.');
  },
  confirm: ({ state, actor }) => {
    const against = againstGrant(state);
    if (against) return against;
    if (state.procedure?.districtPosting && !districtPosted(state))
      return refusal(
        'district-posting-due',
        '须先作出区级审核意见并公示期满。',
        'The district gives its opinion and posts it before the decision [D220 §29].',
      );
    return mayNotDecide(state, actor);
  },
  refuse: ({ state, actor }) => mayNotDecide(state, actor),
  publish: ({ state }) =>
    state.published
      ? refusal('published', '已公布。', 'The decision has been published already.')
      : state.procedure?.publication === false
        ? refusal('not-published', '本类救助决定不予公布。', 'Decisions of this kind are not published.')
        : undefined,
  completePapers: ({ state }) =>
    !state.procedure?.papersAfterPayment || state.papersCompletedOn !== undefined
      ? refusal('no-papers-due', '没有待补齐的手续。', 'No papers are due after this payment.')
      : undefined,

  reportChange: ({ state }) =>
    state.procedure?.term === 'once'
      ? refusal('paid-once', '一次性救助不作动态调整。', 'Help given once is not adjusted afterwards.')
      : undefined,
  changeHead: ({ state }) => {
    const { head } = state.application;
    if (state.facts.members.every(({ personId }) => personId === head)) return sameHead();
    return presentMembers(state).every(({ personId }) => personId === head)
      ? refusal(
          'no-other-head',
          '没有其他健在且在家的成员可以作为户主。',
          'No other member lives and is there to be the head.',
        )
      : undefined;
  },
  proposeAdjustment: ({ state }) => noProceeding(state),
  serveViewsNotice: ({ state }) =>
    noProposal(state) ??
    (state.proceeding?.views?.servedOn === undefined
      ? undefined
      : refusal('views-notice-served', '听取意见通知已送达。', 'The notice has been served already.')),
  recordViews: ({ state }) =>
    noProceeding(state) ??
    (state.proceeding?.views?.servedOn === undefined
      ? refusal('views-notice-due', '须先送达听取意见通知。', 'Serve the notice first.')
      : state.proceeding.views.heardOn
        ? refusal('views-heard', '已听取意见。', 'The recipient has been heard already.')
        : undefined),
  decideAdjustment: (standing) => {
    const { state, actor, today } = standing;
    const fault = noProposal(state) ?? mayNotAdjust(state, actor);
    if (fault) return fault;
    const proposal = state.proceeding?.proposal;
    if (proposal && isOutdated(state, proposal, today))
      return refusal(
        'proposal-outdated',
        '提出意见后待遇金额已变动，该意见不再适用，请经办重新提出意见。',
        'What is paid has changed since the proposal, which fits no more: have a new one made.',
      );
    if (isUnheard(standing)) return viewsNotHeard();
    return state.proceeding && endingPostingDue(state, state.proceeding)
      ? refusal(
          'posting-due',
          '终止救助供养须先公示7日且没有未处理的异议。',
          'The ending hangs for seven days without an objection before it is decided [D43 §26].',
        )
      : undefined;
  },
  suspendPayment: ({ state }) =>
    kinds[state.kind].payment === 'monthly'
      ? undefined
      : refusal('no-payment', '该救助种类没有按月发放的资金。', 'This kind of help has no monthly payment to suspend.'),
  endCase: ({ state, actor }) => mayNotAdjust(state, actor),

  recordService: (standing) => noneFits(documents, standing),
  answerComplaint: (standing) => noneFits(complaints, standing),
  approveCorrection: (standing) => noneFits(openCorrections, standing),
  correctDecision: (standing) => noneFits(decisions, standing),
  takeTask: ({ state, actor }) => (tasksOf(state).some(({ role }) => role === actor.role) ? undefined : noSuchTask()),
};

/** Why the case as it stands cannot take this kind of command from this actor, whatever its body; undefined if it can. */
export const refusedAsItStands = (standing: Standing, type: CommandType): Refusal | undefined =>
  rules[type]?.(standing);

/** What `refusedAsItStands` has seen to be there. @throws if it is not: a fault of the program. */
export function seen<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('A command was decided on that the case as it stands cannot take.');
  return thing;
}

export const noSuchTask = () =>
  refusal('no-such-task', '没有该角色的这项待办。', 'There is no such task for this role.');

/** Without authorisation or consent nobody's means are matched [D57 §9]. */
export const notToBeMatched = (persons: readonly string[]) =>
  refusal(
    'authorisation-missing',
    `未经授权不得核对：${persons.join('、')}。`,
    `Without authorisation nothing may be matched: ${persons.join(', ')}.`,
  );

export const sameHead = () => refusal('same-head', '户主未变更。', 'This is the head of household already.');

const noProceeding = (state: CaseState): Refusal | undefined =>
  state.proceeding
    ? undefined
    : refusal('no-proceeding', '没有正在办理的复核或变更。', 'No recheck or change is under way.');

const noProposal = (state: CaseState): Refusal | undefined =>
  noProceeding(state) ??
  (state.proceeding?.proposal ? undefined : refusal('no-proposal', '尚无经办意见。', 'There is no proposal yet.'));

/** Whether the recipient has to be heard on what is proposed and was not yet. */
const isUnheard = ({ state, today }: Standing): boolean =>
  state.proceeding?.proposal !== undefined &&
  viewsDue(state, state.proceeding, state.proceeding.proposal.outcome, today) &&
  state.proceeding.views?.heardOn === undefined;

/** Why no appraisal 民主评议 is held now. */
function noAppraisal({ procedure, stage, opinions, postings }: CaseState): Refusal | undefined {
  const appraisal = procedure?.appraisal;
  if (appraisal === 'never' || (stage === 'opinionDue' && !(appraisal === 'optional' && opinions.length === 0)))
    return refusal(
      'no-appraisal',
      '本程序此时不进行民主评议。',
      'Under this procedure no appraisal is held at this point.',
    );
  return appraisal === 'onObjection' && postings.every(({ objections }) => objections.length === 0)
    ? refusal(
        'no-objection',
        '公示期间没有异议，无须民主评议。',
        'Under this regime an appraisal is held only on an objection [D57 §19].',
      )
    : undefined;
}

/** Why no ending can be posted 终止公示 now: it hangs for seven days before it counts, again after an objection [D43 §26]. */
function endingNotToPost(standing: Standing): Refusal | undefined {
  const { state } = standing;
  if (!state.proceeding || !endingPostingDue(state, state.proceeding))
    return refusal('nothing-to-post', '没有须公示的事项。', 'There is nothing to post now.');
  if (runningPosting(state)) return refusal('posted', '正在公示。', 'It hangs already.');
  if (openObjections(state).length > 0)
    return refusal(
      'objections-open',
      '异议尚未复查，不得再次公示。',
      'Investigate the objections first, then post again.',
    );
  return isUnheard(standing)
    ? refusal(
        'views-not-heard',
        '公示前应当先听取救助对象意见。',
        'Hear the recipient before the ending is posted [L26 §48].',
      )
    : undefined;
}

import { explain } from '../eligibility/condition.ts';
import { contradictionsIn } from '../eligibility/contradictions.ts';
import type { Surveyor, SurveyWay } from './commands.ts';
import type { Context, Deciders } from './context.ts';
import { happened } from './context.ts';
import { authority } from '../procedures/authority.ts';
import { isEpidemic } from '../procedures/procedure-for.ts';
import { assessed } from './assessed.ts';
import { deciderOf } from './decider.ts';
import { authorisationMissing, contradictory, isMember, notTheirs, unknownPerson } from './decide-intake.ts';
import type { CaseEvent } from './events.ts';
import type { Refusal } from './refusals.ts';
import { refusal } from './refusals.ts';
import { presenceFault } from './signing.ts';
import { openObjections } from './postings.ts';
import { seen } from './standing.ts';
import {
  applicationDates,
  afterInvestigation,
  enter,
  opinionLeadsTo,
  reinvestigationLeadsTo,
  resurveyDue,
} from './steps.ts';
import { unauthorised, unverified } from './verified.ts';

type Review = 'startSurvey' | 'recordHomeVisit' | 'recordAppraisal' | 'writeOpinion' | 'signOpinion';

/** Village review 入户调查、民主评议 and the town's opinion 初审意见 [D57 §§15–19; D220 §§18–25]. */
export const decideReview: Deciders<Review> = {
  startSurvey: (context, { type: _type, ...said }) => [
    happened(context, 'surveyStarted', said, { stopped: [{ name: 'surveyStart' }] }),
  ],

  recordHomeVisit: (context, { type: _type, ...visit }) => {
    const { state } = context;
    const fault = visitFault(context, visit.visitedOn, visit.surveyors) ?? remoteFault(context, visit.by);
    if (fault) return fault;
    const present = visit.memberPresent.personId;
    if (!isMember(state, present)) return unknownPerson(present);
    const unfit = presenceFault(state, present, visit.visitedOn);
    if (unfit) return unfit;
    if (state.procedure?.investigation === 'verificationFirst' && state.stage === 'investigating') {
      const reported = state.rounds.findLast((round) => round.status === 'reported')?.reportedOn;
      if (unverified(state).length > 0 || reported === undefined || visit.visitedOn < reported)
        return refusal(
          'verification-first',
          '须先完成家庭经济状况核对，再入户调查。',
          'Under this regime verification comes before the home visit [D220 §20].',
        );
    }
    return [
      happened(context, 'homeVisitRecorded', visit, {
        stopped: [{ name: 'surveyStart' }],
        documents: [{ kind: 'surveySheet' }],
      }),
      ...afterInvestigation(context, { visited: true }),
      ...surveyedAgain(context),
    ];
  },

  recordAppraisal: (context, { type: _type, ...appraisal }) => {
    const { state } = context;
    const { town, villageOrganisation, residents, representatives } = appraisal.attendance;
    const all = town + villageOrganisation + residents + representatives;
    if (all === 0 || 3 * (residents + representatives) < 2 * all)
      return refusal(
        'too-few-residents',
        '参加评议的居民及代表不得少于评议人数的三分之二。',
        'Residents and their representatives have to be at least two thirds of those present [D220 §22].',
      );
    if (appraisal.heldOn > context.today) return inFuture();
    if (state.application.acceptedOn && appraisal.heldOn < state.application.acceptedOn) return beforeAcceptance();
    // Heavily disputed: survey again [D220 §24]. While a posting is up, that waits for its end.
    const next = appraisal.conclusion === 'disputed' ? 'reinvestigating' : 'opinionDue';
    const moves = state.stage === 'appraising' || (state.stage === 'opinionDue' && next === 'reinvestigating');
    return [
      happened(context, 'appraisalHeld', appraisal, {
        ...(moves && enter(context, next)),
        documents: [{ kind: 'appraisalRecord' }],
      }),
    ];
  },

  writeOpinion: (context, opinion) => {
    const { state, law, today } = context;
    const contradictions = contradictionsIn(opinion.facts, today);
    if (contradictions.length > 0) return contradictory(contradictions);
    const foreign = notTheirs(state, opinion.facts);
    if (foreign) return foreign;
    const doubts = state.doubts.filter((doubt) => doubt.outcome === undefined);
    if (doubts.length > 0)
      return refusal(
        'doubts-open',
        `尚有${doubts.length}项存疑未清理：${doubts.map((doubt) => doubt.id).join('、')}。`,
        `Clear these doubts first: ${doubts.map((doubt) => doubt.id).join(', ')}.`,
      );
    const objections = openObjections(state);
    if (objections.length > 0)
      return refusal(
        'objections-open',
        `尚有${objections.length}项异议未复查：${objections.join('、')}。`,
        `Investigate these objections first: ${objections.join(', ')}.`,
      );
    const unsigned = unauthorised(state, opinion.facts);
    if (unsigned.length > 0) return authorisationMissing(unsigned);
    const unknown = unverified(state, opinion.facts);
    if (opinion.proposal === 'grant' && unknown.length > 0)
      return refusal(
        'verification-due',
        `以下成员尚未核对：${unknown.join('、')}。`,
        `Not verified yet: ${unknown.join(', ')}.`,
      );
    const assessment = assessed(context, opinion.facts, applicationDates(context));
    if (opinion.proposal === 'grant' && !assessment.eligible) {
      const failed = assessment.conditions.filter((condition) => !condition.met);
      return refusal(
        'conditions-not-met',
        `不符合条件，应提出不予确认的意见：${failed.map((condition) => explain(condition).zh).join('；')}`,
        `Conditions not met; propose a refusal: ${failed.map((condition) => explain(condition).en).join('; ')}`,
      );
    }
    const favourable = opinion.proposal === 'grant';
    const { facts, recheckClass, ground } = opinion;
    const byAmount = state.procedure?.decider === 'byAmount';
    const decider = byAmount
      ? authority(state.kind, assessment.amount, state.application.submittedOn ?? today, law.parameters)
      : undefined;
    const known: Context = { ...context, state: { ...state, ...(decider && { decider }) } };
    const written = (entry: ReturnType<typeof enter> | undefined) =>
      happened(
        context,
        'opinionWritten',
        { facts, recheckClass, ground, assessment, favourable, ...(decider && { decider }) },
        entry ?? {},
      );
    // Where the district decides, the town's approver signs first; a town that decides does so itself.
    return deciderOf(known.state) === 'district'
      ? [written(undefined)]
      : [written(enter(known, opinionLeadsTo(known.state, favourable)))];
  },

  signOpinion: (context) => {
    const { favourable } = seen(context.state.opinions.at(-1));
    return [happened(context, 'opinionSigned', {}, enter(context, opinionLeadsTo(context.state, favourable)))];
  },
};

/** By phone or video only in an epidemic, of today or of the acceptance [WP20 一5]. */
function remoteFault({ state, law, today }: Context, by: SurveyWay = 'visit'): Refusal | undefined {
  return by === 'visit' || state.procedure?.survey === 'remoteAllowed' || isEpidemic(today, law.parameters)
    ? undefined
    : refusal(
        'survey-at-home',
        '非疫情防控期间，入户调查须实地进行。',
        'Outside an epidemic the survey is made at home.',
      );
}

const beforeAcceptance = () =>
  refusal('before-acceptance', '日期不得早于受理。', 'The date lies before the acceptance.');
const inFuture = () => refusal('in-future', '日期不得晚于今日。', 'The date may not lie in the future.');

/** The survey repeated after a disputed appraisal leads onward, once no objection is open. */
const surveyedAgain = (context: Context): readonly CaseEvent[] =>
  context.state.stage === 'reinvestigating' && resurveyDue(context.state) && openObjections(context.state).length === 0
    ? [happened(context, 'investigationCompleted', {}, enter(context, reinvestigationLeadsTo(context.state)))]
    : [];

/** Who surveyed: members of staff, social workers by their licence. */
export const peopleAmong = (surveyors: readonly Surveyor[]): ReadonlySet<string> =>
  new Set(
    surveyors.flatMap(
      ({ staffId, socialWorkerLicence: licence }) => staffId ?? (licence === undefined ? [] : `licence ${licence}`),
    ),
  );

/** Two different people survey; one at least is staff; nobody surveys before the application or in the future [D57 §16]. */
export function visitFault(context: Context, visitedOn: string, surveyors: readonly Surveyor[]): Refusal | undefined {
  const people = peopleAmong(surveyors);
  if (context.state.relatives.some(({ staffId }) => people.has(staffId)))
    return refusal(
      'relative-of-staff',
      '与申请人有近亲属关系的经办人员应当回避。',
      'A relative of the applicant stands aside [D57 §11].',
    );
  if (people.size < 2)
    return refusal('two-surveyors', '入户调查须由两人以上进行。', 'Two different people survey at home [D57 §16].');
  if (!surveyors.some((surveyor) => surveyor.staffId !== undefined))
    return refusal('staff-surveyor', '入户调查须有经办人员参加。', 'One surveyor at least is a member of staff.');
  if (visitedOn > context.today) return inFuture();
  const accepted = context.state.application.acceptedOn;
  return accepted && visitedOn < accepted ? beforeAcceptance() : undefined;
}

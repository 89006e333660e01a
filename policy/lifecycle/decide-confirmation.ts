import type { Assessment } from '../assessment/assessment.ts';
import { assessDibao } from '../amounts/dibao.ts';
import { addMonths, monthOf, nextMonth } from '../dates.ts';
import { fen } from '../money.ts';
import { nextKindOf } from '../eligibility/next-kind.ts';
import { valueOn } from '../parameters/snapshot.ts';
import { birthdayClocks } from './birthdays.ts';
import type { Context, Deciders } from './context.ts';
import { happened } from './context.ts';
import { everyClock, noticeClock } from './decide-intake.ts';
import { startClock, strikeOn } from './deadlines.ts';
import { visitFault } from './decide-review.ts';
import { districtOpinionDue, districtPosted } from './district-opinion.ts';
import { mayNotDecide } from './four-eyes.ts';
import type { RecheckClass } from './commands.ts';
import type { Refusal } from './refusals.ts';
import { refusal } from './refusals.ts';
import { applicationDates, enter } from './steps.ts';
import { standardClock } from './standard-clock.ts';
import type { Decision } from './state.ts';
import { eyesOf } from './actors.ts';
import { withoutValidReport } from './verified.ts';

type Confirmation = 'forward' | 'recordDistrictVisit' | 'writeDistrictOpinion' | 'confirm' | 'refuse' | 'publish';

/** Forwarding 上报, spot check 抽查 and the decision 审核确认 [D57 §§20–24; D220 §§26–29; N22 四]. */
export const decideConfirmation: Deciders<Confirmation> = {
  forward: (context) => [happened(context, 'forwarded', {}, enter(context, 'confirming'))],

  recordDistrictVisit: (context, { type: _type, ...visit }) =>
    visitFault(context, visit.visitedOn, visit.visitors) ?? [
      happened(context, 'districtVisitRecorded', visit, { documents: [{ kind: 'surveySheet' }] }),
    ],

  writeDistrictOpinion: (context, { type: _type, ...opinion }) => {
    const { state, law, today } = context;
    const rule = state.procedure?.districtPosting;
    if (!rule)
      return refusal(
        'no-district-opinion',
        '本程序无区级审核意见环节。',
        'This regime has no opinion of the district.',
      );
    if (!districtOpinionDue(state))
      return refusal('opinion-written', '区级审核意见已作出。', 'The district has given its opinion already.');
    if (opinion.proposal === 'grant' && state.opinions.at(-1)?.favourable !== true) return unfavourable();
    const due = visitDue(context);
    if (due) return due;
    const written = happened(context, 'districtOpinionWritten', opinion, { stopped: [{ name: 'districtOpinion' }] });
    if (opinion.proposal === 'refuse')
      return [{ ...written, started: [startClock(law, 'districtDecision', today, rule.decision)] }];
    const end = startClock(law, 'districtPostingEnd', today, rule.posting);
    return [
      written,
      happened(
        context,
        'postingStarted',
        {
          no: state.postings.length + 1,
          scope: 'district',
          place: state.district,
          from: today,
          lastDay: end.lastDay,
        },
        { ...enter(context, 'districtPosting'), started: [end], documents: [{ kind: 'postingSheet' }] },
      ),
    ];
  },

  confirm: (context) => {
    const { state, law, today } = context;
    const opinion = state.opinions.at(-1);
    if (!opinion?.favourable) return unfavourable();
    if (state.procedure?.districtPosting && !districtPosted(state))
      return refusal(
        'district-posting-due',
        '须先作出区级审核意见并公示期满。',
        'The district gives its opinion and posts it before the decision [D220 §29].',
      );
    const fault = mayNotDecide(state, context.actor) ?? visitDue(context);
    if (fault) return fault;
    const doubts = state.doubts.filter((doubt) => doubt.outcome === undefined);
    if (doubts.length > 0)
      return refusal(
        'doubts-open',
        `尚有${doubts.length}项存疑未清理：${doubts.map((doubt) => doubt.id).join('、')}。`,
        `Clear these doubts first: ${doubts.map((doubt) => doubt.id).join(', ')}.`,
      );
    if (withoutValidReport(state, today).length > 0)
      return refusal(
        'report-expired',
        '核对报告已过有效期，须重新核对。',
        'The verification report is no longer valid; request verification again.',
      );
    const from = nextMonth(monthOf(today));
    const assessment = assessDibao(state.facts, applicationDates(context), law.parameters);
    if (!assessment.eligible)
      return refusal(
        'conditions-not-met',
        '按作出决定之日计算，已不符合条件，应不予确认。',
        'On the day of the decision the conditions are no longer met; refuse instead.',
      );
    const decision: Decision = {
      ...made(context, 'confirmed', opinion.ground, assessment),
      from,
      amount: assessment.amount,
    };
    return [
      happened(
        context,
        'decided',
        { decision },
        {
          stage: 'inPayment',
          grants: [{ from, amount: assessment.amount, decision: decision.no }],
          stopped: everyClock(state),
          started: [
            noticeClock(context),
            publicationClock(context),
            recheckClock(context, opinion.recheckClass),
            ...birthdayClocks(state.facts, today),
            ...standardClock(context),
          ],
          documents: [{ kind: 'decisionForm' }, { kind: 'confirmationNotice' }],
        },
      ),
    ];
  },

  refuse: (context, { ground }) => {
    const { state, law, today } = context;
    const fault = mayNotDecide(state, context.actor) ?? visitDue(context);
    if (fault) return fault;
    const assessment = assessDibao(state.facts, applicationDates(context), law.parameters);
    const nextKind = nextKindOf(state.facts, today, law.parameters);
    return [
      happened(
        context,
        'decided',
        { decision: { ...made(context, 'refused', ground, assessment), nextKind } },
        {
          stage: 'refused',
          stopped: everyClock(state),
          started: [noticeClock(context)],
          documents: [{ kind: 'decisionForm' }, { kind: 'refusalNotice' }],
        },
      ),
    ];
  },

  publish: (context, { type: _type, ...said }) =>
    context.state.published
      ? refusal('published', '已公布。', 'The decision has been published already.')
      : [happened(context, 'decisionPublished', said, { stopped: [{ name: 'publication' }] })],
};

/** A decision of this moment; `amount` is none until the caller says otherwise. */
export const made = (context: Context, kind: Decision['kind'], ground: string, assessment?: Assessment): Decision => ({
  no: context.state.decisions.length + 1,
  kind,
  decidedOn: context.today,
  decidedBy: eyesOf(context.actor),
  level: context.actor.role === 'townApprover' ? 'town' : 'district',
  ground,
  amount: fen(0),
  ...(assessment && { assessment }),
});

/** The next recheck, one period after a decision of today, by today's rule for the class (policy.md §6). */
export function recheckClock({ state, law, today }: Context, recheckClass: RecheckClass) {
  const rule = {
    A: 'recheck.classA',
    B: 'recheck.classB',
    C: state.application.roll === 'urban' ? 'recheck.classCUrban' : 'recheck.classCRural',
  } as const;
  const period = valueOn(law.parameters, rule[recheckClass], today);
  return strikeOn('recheck', addMonths(today, period.value), period.source);
}

/** Publication 公布 follows the decision [D57 §24]; within three working days (assumption). */
export const publicationClock = ({ law, today }: Context) =>
  startClock(law, 'publication', today, { count: 3, unit: 'workingDay', source: 'D57 §24; length: assumption' });

const unfavourable = () =>
  refusal(
    'opinion-unfavourable',
    '初审意见为不予确认，不能直接确认。',
    'The town proposed to refuse; refuse with the ground instead.',
  );

function visitDue({ state }: Context): Refusal | undefined {
  const reasons = [
    ...(state.spotCheck?.visitDue ?? []),
    ...(state.procedure?.visitsDoubtful === true && state.doubts.length > 0 ? ['doubt'] : []),
  ];
  return reasons.length > 0 && !state.spotCheck?.visit
    ? refusal(
        'home-visit-due',
        `作出决定前须入户核查（${reasons.join('、')}）。`,
        `A home visit is due before the decision (${reasons.join(', ')}) [D57 §20].`,
      )
    : undefined;
}

import type { Assessment } from '../assessment/assessment.ts';
import { monthOf, nextMonth } from '../dates.ts';
import { kinds } from '../kinds.ts';
import { fen } from '../money.ts';
import { againstGrant } from './against-grant.ts';
import { assessed } from './assessed.ts';
import type { CommandOf } from './commands.ts';
import type { Context, Deciders } from './context.ts';
import { happened } from './context.ts';
import { everyClock, isMember, noticeClock, unknownPerson } from './decide-intake.ts';
import { startClock } from './deadlines.ts';
import { peopleAmong, visitFault } from './decide-review.ts';
import { visitDue } from './decision-visit.ts';
import { nextKindsAfter } from './next-kinds.ts';
import type { Refusal } from './refusals.ts';
import { refusal } from './refusals.ts';
import { applicationDates, enter } from './steps.ts';
import { endClocks, ongoingClocks, papersClock, publicationClock, paidOut } from './right-clocks.ts';
import { seen } from './standing.ts';
import type { Decision, GrantSpan } from './state.ts';
import { eyesOf } from './actors.ts';
import { withoutValidReport } from './verified.ts';

type Confirmation =
  'forward' | 'recordDistrictVisit' | 'writeDistrictOpinion' | 'confirm' | 'refuse' | 'publish' | 'completePapers';

/** Forwarding 上报, spot check 抽查 and the decision 审核确认 [D57 §§20–24; D220 §§26–29; N22 四]. */
export const decideConfirmation: Deciders<Confirmation> = {
  forward: (context) => [happened(context, 'forwarded', {}, enter(context, 'confirming'))],

  recordDistrictVisit: (context, { type: _type, ...visit }) =>
    visitFault(context, visit.visitedOn, visit.visitors) ??
    decisionVisitFault(context, visit) ?? [
      happened(context, 'districtVisitRecorded', visit, { documents: [{ kind: 'surveySheet' }] }),
    ],

  writeDistrictOpinion: (context, { type: _type, ...opinion }) => {
    const { state, law, today } = context;
    const rule = seen(state.procedure?.districtPosting);
    const fault = visitDue(state) ?? (opinion.proposal === 'grant' ? againstGrant(state) : undefined);
    if (fault) return fault;
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
    const { state, today } = context;
    const opinion = state.opinions.at(-1);
    const due = visitDue(state);
    if (due) return due;
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
    const assessment = assessed(context, state.facts, applicationDates(context));
    if (!assessment.eligible)
      return refusal(
        'conditions-not-met',
        '按作出决定之日计算，已不符合条件，应不予确认。',
        'On the day of the decision the conditions are no longer met; refuse instead.',
      );
    const from = state.procedure?.benefitFrom === 'sameMonth' ? monthOf(today) : nextMonth(monthOf(today));
    const once = state.procedure?.term === 'once';
    const decision: Decision = {
      ...made(context, 'confirmed', opinion?.ground ?? state.application.causeOfHardship, assessment),
      from,
      ...(once && { to: from }),
      amount: assessment.amount,
    };
    const span: GrantSpan = { from, ...(once && { to: from }), amount: assessment.amount, decision: decision.no };
    const grants = kinds[state.kind].payment === 'none' ? [] : [span];
    return [
      happened(
        context,
        'decided',
        { decision },
        {
          stage: 'inPayment',
          ...(grants.length > 0 && { grants }),
          stopped: everyClock(state),
          started: [
            noticeClock(context),
            ...publicationClock(context),
            ...ongoingClocks(context, state.facts, opinion?.recheckClass ?? 'C'),
            ...papersClock(context),
            ...endClocks(context, assessment, grants[0]),
          ],
          documents: [{ kind: 'decisionForm' }, { kind: 'confirmationNotice' }],
        },
      ),
    ];
  },

  refuse: (context, { ground }) => {
    const { state } = context;
    const due = visitDue(state);
    if (due) return due;
    const assessment = assessed(context, state.facts, applicationDates(context));
    const nextKinds = nextKindsAfter(context, state.facts);
    return [
      happened(
        context,
        'decided',
        { decision: { ...made(context, 'refused', ground, assessment), nextKinds } },
        {
          stage: 'refused',
          stopped: everyClock(state),
          started: [noticeClock(context)],
          documents: [{ kind: 'decisionForm' }, { kind: 'refusalNotice' }],
        },
      ),
    ];
  },

  publish: (context, { type: _type, ...said }) => [
    happened(context, 'decisionPublished', said, { stopped: [{ name: 'publication' }] }),
  ],

  completePapers: (context, { type: _type, ...said }) => {
    const { state, today } = context;
    const [paid] = state.grants;
    if (said.amount !== (paid?.amount ?? 0))
      return refusal('amount-differs', '登记金额与发放金额不符。', 'The amount recorded is not the amount granted.');
    const unknown = [said.personId, ...said.signatures.map((signature) => signature.personId)].find(
      (personId) => !isMember(state, personId),
    );
    if (unknown !== undefined) return unknownPerson(unknown);
    if (said.signatures.length === 0)
      return refusal('signature-missing', '须有领取人签字。', 'The signature of whoever received it is missing.');
    return [
      happened(context, 'papersCompleted', said, {
        stopped: [{ name: 'papersDue' }],
        started: [paidOut(paid, today)],
      }),
    ];
  },
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

/** The visit is made once it is due, by others than those who surveyed for the town. */
function decisionVisitFault(
  { state }: Context,
  { visitedOn, visitors }: Pick<CommandOf<'recordDistrictVisit'>, 'visitedOn' | 'visitors'>,
): Refusal | undefined {
  const surveyed = peopleAmong(state.visits.flatMap(({ surveyors }) => surveyors));
  if ([...peopleAmong(visitors)].some((person) => surveyed.has(person)))
    return refusal(
      'surveyor-visits',
      '本案入户调查人员不得参加审核确认前的入户核查。',
      'Whoever surveyed at home for this case does not make the visit before the decision.',
    );
  const from = state.spotCheck?.visitFrom;
  return from !== undefined && visitedOn < from
    ? refusal(
        'before-visit-due',
        `入户核查日期不得早于${from}：自案件进入审核确认（其后有投诉、备案等情形的，自该情形发生）之日起核查。`,
        `The visit counts from ${from} on: the arrival for the decision, or what made it due since.`,
      )
    : undefined;
}

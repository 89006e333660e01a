import { assessDibao } from '../amounts/dibao.ts';
import { addToMonth, firstDayOf, monthOf, nextMonth } from '../dates.ts';
import type { ConditionId } from '../eligibility/condition.ts';
import { contradictionsIn } from '../eligibility/contradictions.ts';
import { nextKindOf } from '../eligibility/next-kind.ts';
import { valueOn } from '../parameters/snapshot.ts';
import { allowedOutcomes, entitlementIn, soleRecipientDied, spansAfter, viewsDue } from './adjustment.ts';
import { birthdayClocks } from './birthdays.ts';
import type { EndReason, Outcome } from './commands.ts';
import type { Context, Deciders } from './context.ts';
import { happened, sameEyes } from './context.ts';
import { made, recheckClock } from './decide-confirmation.ts';
import { contradictory, everyClock, isMember, noticeClock, unknownPerson } from './decide-intake.ts';
import { startClock, strikeOn } from './deadlines.ts';
import type { DocumentKind } from './documents.ts';
import type { CaseEvent } from './events.ts';
import { surveyorsOf } from './four-eyes.ts';
import { openProceeding } from './proceedings.ts';
import { refusal } from './refusals.ts';
import type { Decision, Proceeding } from './state.ts';

type Payment =
  | 'reportChange'
  | 'changeAccount'
  | 'changeHead'
  | 'transferTown'
  | 'proposeAdjustment'
  | 'serveViewsNotice'
  | 'recordViews'
  | 'decideAdjustment'
  | 'suspendPayment'
  | 'releasePayment'
  | 'endCase';

const noticeOf: Record<Exclude<Outcome, 'unchanged'>, DocumentKind> = {
  increase: 'increaseNotice',
  reduce: 'reductionNotice',
  stop: 'stopNotice',
  gradualExit: 'gradualExitNotice',
};

/** Dynamic management 动态管理 [D57 §§30–34; L26 §§46–48; policy.md §6]. */
export const decidePayment: Deciders<Payment> = {
  reportChange: (context, { type: _type, ...change }) => {
    if (change.happenedOn > context.today)
      return refusal('in-future', '变化日期不得晚于今日。', 'The change may not lie in the future.');
    if (change.personId !== undefined && change.kind !== 'memberAdded' && !isMember(context.state, change.personId))
      return unknownPerson(change.personId);
    if ((change.kind === 'memberDied' || change.kind === 'memberLeft') && change.personId === undefined)
      return refusal('person-missing', '须写明是哪一名成员。', 'Say which member.');
    const reason = {
      kind: change.kind,
      on: change.happenedOn,
      ...(change.personId !== undefined && { personId: change.personId }),
    };
    const death = change.kind === 'memberDied' ? [deathClock(context, reason)] : [];
    return [happened(context, 'changeReported', change, { started: death }), ...openProceeding(context, reason)];
  },

  changeAccount: (context, { accountId }) =>
    accountId === context.state.accountId
      ? refusal('same-account', '账户未变更。', 'This is the account already in use.')
      : [happened(context, 'accountChanged', { accountId })],

  changeHead: (context, { head }) =>
    isMember(context.state, head) ? [happened(context, 'headChanged', { head })] : unknownPerson(head),

  transferTown: (context, { type: _type, ...move }) =>
    move.village === context.state.village
      ? refusal('same-village', '迁入地与现所在地相同。', 'The household is in this village already.')
      : [happened(context, 'townTransferred', move)],

  proposeAdjustment: (context, { type: _type, ...said }) => {
    const { state, law, today } = context;
    const proceeding = openOr(context);
    if ('code' in proceeding) return proceeding;
    const contradictions = contradictionsIn(said.facts, today);
    if (contradictions.length > 0) return contradictory(contradictions);
    if (!soleRecipientDied(state, proceeding) && !verifiedSince(context))
      return refusal(
        'verification-due',
        '动态管理必须核对：请先提请核对并取得报告。',
        'Always check in dynamic management: request verification and have its report first [WP20 四3].',
      );
    const doubts = state.doubts.filter((doubt) => doubt.outcome === undefined);
    if (doubts.length > 0)
      return refusal(
        'doubts-open',
        `尚有${doubts.length}项存疑未清理。`,
        `${doubts.length} doubts are not cleared yet.`,
      );
    const assessment = assessDibao(
      said.facts,
      { assessedOn: today, benefitMonth: nextMonth(monthOf(today)), regimeOn: proceeding.openedOn },
      law.parameters,
    );
    const allowed = allowedOutcomes(context, proceeding, assessment, said.changedSince);
    if (!allowed.includes(said.outcome))
      return refusal(
        'outcome-does-not-follow',
        `依据核定情况，处理结果只能是：${allowed.join('、')}。`,
        `From these facts only the following can be proposed: ${allowed.join(', ')}.`,
      );
    return [
      happened(context, 'adjustmentProposed', {
        proposal: { ...said, assessment, proposedBy: eyes(context), proposedOn: today },
      }),
    ];
  },

  serveViewsNotice: (context, { type: _type, ...served }) => {
    const proceeding = openOr(context);
    if ('code' in proceeding) return proceeding;
    if (!proceeding.proposal) return noProposal();
    if (proceeding.views)
      return refusal('views-notice-served', '听取意见通知已送达。', 'The notice has been served already.');
    if (served.servedOn > context.today)
      return refusal('in-future', '日期不得晚于今日。', 'The date may not lie in the future.');
    const clock = startClock(context.law, 'viewsAnswer', served.servedOn, {
      count: 5,
      unit: 'workingDay',
      source: 'L26 §48; length: assumption',
    });
    return [happened(context, 'viewsNoticeServed', served, { started: [clock], documents: [{ kind: 'viewsNotice' }] })];
  },

  recordViews: (context, { type: _type, ...said }) => {
    const proceeding = openOr(context);
    if ('code' in proceeding) return proceeding;
    if (!proceeding.views) return refusal('views-notice-due', '须先送达听取意见通知。', 'Serve the notice first.');
    if (proceeding.views.heardOn)
      return refusal('views-heard', '已听取意见。', 'The recipient has been heard already.');
    return [
      happened(
        context,
        'viewsRecorded',
        { ...said, silent: false },
        {
          stopped: [{ name: 'viewsAnswer' }],
          documents: [{ kind: 'viewsRecord' }],
        },
      ),
    ];
  },

  decideAdjustment: (context, said) => {
    const { state, today } = context;
    const proceeding = openOr(context);
    if ('code' in proceeding) return proceeding;
    const { proposal } = proceeding;
    if (!proposal) return noProposal();
    if (proposal.outcome !== said.outcome)
      return refusal(
        'not-as-proposed',
        `经办意见为“${proposal.outcome}”，决定须与其一致；不同意的，退回重新提出。`,
        `The proposal is ${proposal.outcome}; to decide otherwise have a new proposal made.`,
      );
    const known = sameEyes(
      context,
      [...proposal.proposedBy, ...surveyorsOf(state)],
      '提出意见、入户调查人员不得作出决定',
      'Whoever proposed or surveyed may not decide',
    );
    if (known) return known;
    if (viewsDue(state, proceeding, said.outcome, today) && proceeding.views?.heardOn === undefined)
      return refusal(
        'views-not-heard',
        '作出调减、终止决定前应当听取救助对象意见。',
        'Hear the recipient before reducing or ending [L26 §48]: serve the notice, then record the views or the silence.',
      );
    return adjustments[said.outcome](context, proceeding, said.ground, said.gradualExitMonths);
  },

  suspendPayment: (context, { type: _type, ...said }) => {
    const limit = valueOn(context.law.parameters, 'suspension.limit', context.today);
    return [
      happened(
        context,
        'paymentSuspended',
        { ...said, from: nextMonth(monthOf(context.today)) },
        {
          stage: 'suspended',
          started: [
            startClock(context.law, 'suspension', context.today, {
              count: limit.value,
              unit: 'month',
              source: limit.source,
            }),
          ],
          documents: [{ kind: 'suspensionNotice' }],
        },
      ),
    ];
  },

  releasePayment: (context, { type: _type, ...said }) => [
    released(context, said.arrears, said.ground, { stage: 'inPayment' }),
  ],

  endCase: (context, said) => {
    const { state } = context;
    if (said.reason === 'memberDied' && state.facts.members.length > 1)
      return refusal(
        'survivors',
        '尚有其他成员，应按成员死亡办理变更。',
        'There are survivors: report the death as a change.',
      );
    const decision = made(context, 'ended', said.note);
    const from = said.reason === 'memberDied' ? nextMonth(monthOf(said.happenedOn)) : nextMonth(monthOf(context.today));
    return ended(context, said.reason, { ...decision, from }, 'stopNotice');
  },
};

const eyes = (context: Context) => made(context, 'unchanged', '').decidedBy;
const noProposal = () => refusal('no-proposal', '尚无经办意见。', 'There is no proposal yet.');
const openOr = ({ state }: Context) =>
  state.proceeding ?? refusal('no-proceeding', '没有正在办理的复核或变更。', 'No recheck or change is under way.');

const verifiedSince = ({ state, today }: Context): boolean =>
  state.rounds.some((round) => round.status === 'reported' && round.validTo !== undefined && round.validTo >= today);

function deathClock(context: Context, reason: Proceeding['reasons'][number]) {
  return startClock(
    context.law,
    'death',
    reason.on,
    { count: 3, unit: 'month', source: 'N22 一(三)' },
    reason.personId,
  );
}

type Adjust = (
  context: Context,
  proceeding: Proceeding,
  ground: string,
  months?: number,
) => readonly CaseEvent[] | ReturnType<typeof refusal>;

const adjustments: Record<Outcome, Adjust> = {
  unchanged: (context, proceeding, ground) => {
    const amount = entitlementIn(context.state.grants, nextMonth(monthOf(context.today)));
    return [
      settled(context, proceeding, {
        ...made(context, 'unchanged', ground, proceeding.proposal?.assessment),
        amount: amount as Decision['amount'],
      }),
    ];
  },
  increase: (context, proceeding, ground) => changed(context, proceeding, 'increase', ground),
  reduce: (context, proceeding, ground) => changed(context, proceeding, 'reduce', ground),
  stop: (context, proceeding, ground) => {
    const { state } = context;
    const decision = made(context, 'stop', ground, proceeding.proposal?.assessment);
    const death = proceeding.reasons.find((reason) => reason.kind === 'memberDied');
    const from = nextMonth(monthOf(soleRecipientDied(state, proceeding) && death ? death.on : context.today));
    return ended(context, endReason(proceeding), { ...decision, from }, 'stopNotice');
  },
  gradualExit: (context, proceeding, ground, months) => {
    const most = valueOn(context.law.parameters, 'gradualExit.maxMonths', context.today).value;
    if (months === undefined || months < 1 || months > most)
      return refusal('gradual-exit-months', `渐退期须为1至${most}个月。`, `Grant 1 to ${most} months of gradual exit.`);
    const from = nextMonth(monthOf(context.today));
    const to = addToMonth(from, months - 1);
    const amount = entitlementIn(context.state.grants, from) as Decision['amount'];
    const decision: Decision = {
      ...made(context, 'gradualExit', ground, proceeding.proposal?.assessment),
      from,
      to,
      amount,
    };
    return [
      {
        ...settled(context, proceeding, decision),
        stage: 'gradualExit',
        stopped: [...proceedingClocks, { name: 'recheck' }, { name: 'birthday' }],
        started: [noticeClock(context), strikeOn('gradualExitEnd', firstDayOf(nextMonth(to)), 'N22 一(三)')],
        grants: [{ from, to, amount, decision: decision.no }],
        documents: [{ kind: 'gradualExitNotice' }],
      },
    ];
  },
};

const proceedingClocks = [
  { name: 'proceeding' as const },
  { name: 'viewsAnswer' as const },
  { name: 'death' as const },
];

/** The decision of a proceeding that leaves the case in payment: its clocks stop, the next recheck is set. */
const settled = (context: Context, proceeding: Proceeding, decision: Decision): CaseEvent<'adjustmentDecided'> =>
  happened(
    context,
    'adjustmentDecided',
    { decision },
    {
      stopped: [...proceedingClocks, { name: 'birthday' }],
      started:
        context.state.stage === 'gradualExit'
          ? []
          : [
              recheckClock(context, proceeding.proposal?.recheckClass ?? 'C'),
              ...birthdayClocks(proceeding.proposal?.facts ?? context.state.facts, context.today),
            ],
    },
  );

function changed(
  context: Context,
  proceeding: Proceeding,
  outcome: 'increase' | 'reduce',
  ground: string,
): readonly CaseEvent[] {
  const assessment = proceeding.proposal?.assessment;
  if (!assessment) return [];
  const decision: Decision = { ...made(context, outcome, ground, assessment), amount: assessment.amount };
  const grants = spansAfter(context, proceeding, assessment.amount, decision.no);
  const event = settled(context, proceeding, { ...decision, ...(grants[0] && { from: grants[0].from }) });
  return [
    {
      ...event,
      started: [...(event.started ?? []), noticeClock(context)],
      grants,
      documents: [{ kind: noticeOf[outcome] }],
    },
  ];
}

/** The end of a right: nothing from `decision.from` on; a suspension still open is closed without arrears. */
function ended(context: Context, reason: EndReason, decision: Decision, notice: DocumentKind): readonly CaseEvent[] {
  const { state, law, today } = context;
  const nextKind = nextKindOf(state.proceeding?.proposal?.facts ?? state.facts, today, law.parameters);
  return [
    ...(state.suspension ? [released(context, false, decision.ground, {})] : []),
    happened(
      context,
      'caseEnded',
      { reason, decision: { ...decision, nextKind }, nextKind },
      {
        stage: 'ended',
        stopped: everyClock(state),
        started: [noticeClock(context)],
        ...(decision.from !== undefined && {
          grants: [{ from: decision.from, amount: decision.amount, decision: decision.no }],
        }),
        documents: [{ kind: notice }],
      },
    ),
  ];
}

function released(
  context: Context,
  arrears: boolean,
  ground: string,
  entry: Pick<CaseEvent, 'stage'>,
): CaseEvent<'paymentReleased'> {
  const month = monthOf(context.today);
  const heldFrom = context.state.suspension?.from ?? month;
  return happened(
    context,
    'paymentReleased',
    { arrears, ground, heldFrom, heldTo: month },
    { ...entry, stopped: [{ name: 'suspension' }] },
  );
}

const propertyConditions: readonly ConditionId[] = [
  'financialAssetsWithinLimit',
  'noVehicle',
  'oneHomeAtMost',
  'noShop',
];

function endReason(proceeding: Proceeding): EndReason {
  const kinds = proceeding.reasons.map((reason) => reason.kind);
  for (const kind of ['memberDied', 'movedOut', 'custody', 'ownWish'] as const) if (kinds.includes(kind)) return kind;
  const property = proceeding.proposal?.assessment.conditions.some(
    (condition) => !condition.met && propertyConditions.includes(condition.id),
  );
  return property ? 'propertyAboveLimit' : 'incomeAboveStandard';
}

import { eyesOf } from './actors.ts';
import type { Deciders } from './context.ts';
import { happened, sameEyes } from './context.ts';
import { contradictionsIn } from '../eligibility/contradictions.ts';
import { addToMonth, monthOf, nextMonth } from '../dates.ts';
import { viewsHeardFrom } from '../procedures/regimes.ts';
import { entitlementIn } from './adjustment.ts';
import { made, recheckClock } from './decide-confirmation.ts';
import { contradictory, everyClock, isMember, noticeClock, unknownPerson } from './decide-intake.ts';
import { recount, startClock } from './deadlines.ts';
import { replaceSpans } from './evolve.ts';
import { openProceeding } from './proceedings.ts';
import { refusal } from './refusals.ts';
import { beforeDecision, withGrant } from './stages.ts';
import { enter } from './steps.ts';
import type { Decision, GrantSpan } from './state.ts';

type Records =
  | 'recordService'
  | 'recordComplaint'
  | 'answerComplaint'
  | 'proposeCorrection'
  | 'approveCorrection'
  | 'correctDecision'
  | 'reassign'
  | 'takeTask'
  | 'recountDeadlines';

/** Records of service 送达, complaints 投诉, corrections 更正 and hands 交接. */
export const decideRecords: Deciders<Records> = {
  recordService: (context, { type: _type, ...service }) => {
    const document = context.state.documents.find((known) => known.number === service.document);
    if (!document)
      return refusal('no-such-document', `没有文书 ${service.document}。`, `There is no document ${service.document}.`);
    if (document.served) return refusal('served', '该文书已送达。', 'This document has been served already.');
    if (service.servedOn > context.today || service.servedOn < document.on)
      return refusal(
        'service-date',
        '送达日期须在文书制作日与今日之间。',
        'The day of service lies between the document and today.',
      );
    return [
      happened(context, 'serviceRecorded', service, {
        stopped: decisionNotices.includes(document.kind) ? [{ name: 'notice' }] : [],
      }),
    ];
  },

  recordComplaint: (context, { complaintId }) => [
    happened(
      context,
      'complaintRecorded',
      { complaintId },
      {
        started: [
          startClock(
            context.law,
            'complaint',
            context.today,
            { count: 20, unit: 'workingDay', source: 'D57 §37; length: assumption' },
            complaintId,
          ),
        ],
      },
    ),
  ],

  answerComplaint: (context, { type: _type, ...said }) =>
    context.state.complaints.some((known) => known.id === said.complaintId && known.answeredOn === undefined)
      ? [happened(context, 'complaintAnswered', said, { stopped: [{ name: 'complaint', of: said.complaintId }] })]
      : refusal('no-open-complaint', '没有待答复的该投诉。', 'There is no such complaint waiting for an answer.'),

  proposeCorrection: (context, { type: _type, ...said }) => {
    const contradictions = contradictionsIn(said.facts, context.today);
    if (contradictions.length > 0) return contradictory(contradictions);
    if (said.ofSeq < 1 || said.ofSeq > context.state.seq)
      return refusal('no-such-event', `没有第${said.ofSeq}号记录。`, `There is no event ${said.ofSeq}.`);
    return [happened(context, 'correctionProposed', { ...said, no: context.state.corrections.length + 1 })];
  },

  approveCorrection: (context, { correction }) => {
    const { state } = context;
    const proposed = state.corrections.find((known) => known.no === correction);
    if (!proposed || proposed.approvedOn)
      return refusal('no-open-correction', `没有待批准的第${correction}号更正。`, `No correction ${correction} waits.`);
    const known = sameEyes(context, proposed.proposedBy, '更正不得由提出人批准', 'Whoever proposed it may not approve');
    if (known) return known;
    const unknown = proposed.facts.members.find(
      (member) => !isMember(state, member.personId) && state.application.acceptedOn !== undefined,
    );
    if (unknown) return unknownPerson(unknown.personId);
    const reopens = beforeDecision.some((stage) => stage === state.stage) && state.opinions.length > 0;
    return [
      happened(
        context,
        'corrected',
        { correction },
        {
          ...(reopens && enter(context, 'opinionDue')),
          documents: [{ kind: 'correctionNotice' }],
        },
      ),
      ...(withGrant.some((stage) => stage === state.stage)
        ? openProceeding(context, { kind: 'other', on: context.today })
        : []),
    ];
  },

  correctDecision: (context, said) => {
    const { state, today } = context;
    const wrong = state.decisions.find((known) => known.no === said.decision);
    if (!wrong)
      return refusal('no-such-decision', `没有第${said.decision}号决定。`, `There is no decision ${said.decision}.`);
    const known = sameEyes(context, wrong.decidedBy, '决定不得由原决定人更正', 'Whoever decided may not correct it');
    if (known) return known;
    if (said.by !== 'authority' && said.ruling === undefined)
      return refusal(
        'ruling-missing',
        '须附复议决定书或判决书。',
        'Add the ruling of the reconsideration or the court.',
      );
    if (said.amounts.some((step, index) => index > 0 && step.from <= (said.amounts[index - 1]?.from ?? step.from)))
      return refusal('months-out-of-order', '更正月份须逐一递增。', 'Give the months in ascending order.');
    const first = said.amounts[0];
    if (!first) return refusal('amounts-missing', '须写明更正后的金额。', 'Say which amounts are right.');
    const no = state.decisions.length + 1;
    const spans: GrantSpan[] = said.amounts.map((step, index) => {
      const next = said.amounts[index + 1];
      return { from: step.from, amount: step.amount, decision: no, ...(next && { to: addToMonth(next.from, -1) }) };
    });
    const corrected = replaceSpans(state.grants, spans);
    const lowers = [
      ...state.grants.map((span) => span.from),
      ...spans.map((span) => span.from),
      nextMonth(monthOf(today)),
    ].some((month) => entitlementIn(corrected, month) < entitlementIn(state.grants, month));
    if (said.by === 'authority' && lowers && today >= viewsHeardFrom && said.viewsHeardOn === undefined)
      return refusal(
        'views-not-heard',
        '作出调减、终止决定前应当听取救助对象意见。',
        'Hear the recipient before lowering or ending a right and say on which day [L26 §48].',
      );
    const rightNow = entitlementIn(corrected, nextMonth(monthOf(today))) > 0;
    const live = withGrant.some((stage) => stage === state.stage);
    const decision: Decision = {
      ...made(context, 'corrected', said.ground),
      from: first.from,
      amount: said.amounts.at(-1)?.amount ?? first.amount,
    };
    return [
      happened(
        context,
        'decisionCorrected',
        { decision, corrects: said.decision },
        {
          ...(rightNow && !live && { stage: 'inPayment' as const }),
          ...(!rightNow && live && { stage: 'ended' as const, stopped: everyClock(state) }),
          started: [
            noticeClock(context),
            ...(rightNow && !live ? [recheckClock(context, state.recheckClass ?? 'C')] : []),
          ],
          grants: spans,
          documents: [{ kind: 'correctionNotice' }],
        },
      ),
    ];
  },

  reassign: (context, { type: _type, ...hands }) =>
    Object.values(context.state.assignees).includes(hands.from) ? [happened(context, 'reassigned', hands)] : [],

  takeTask: (context, { task }) => [
    happened(context, 'taskTaken', { task, staffId: eyesOf(context.actor)[0] ?? context.actor.staffId }),
  ],

  recountDeadlines: (context, { year }) => {
    const moved = recount(context.state, context.law, year);
    return moved.length === 0 ? [] : [happened(context, 'deadlinesRecounted', { year }, { started: moved })];
  },
};

const decisionNotices = [
  'confirmationNotice',
  'refusalNotice',
  'nonAcceptanceNotice',
  'terminationNotice',
  'increaseNotice',
  'reductionNotice',
  'stopNotice',
  'gradualExitNotice',
  'correctionNotice',
];

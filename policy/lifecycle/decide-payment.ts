import { monthOf, nextMonth } from '../dates.ts';
import { fen } from '../money.ts';
import { valueOn } from '../parameters/snapshot.ts';
import { viewsHeardFrom } from '../procedures/regimes.ts';
import { soleRecipientDied, viewsNotHeard } from './adjustment.ts';
import type { ChangeKind } from './commands.ts';
import type { Deciders } from './context.ts';
import { happened } from './context.ts';
import { made } from './decide-confirmation.ts';
import { startClock } from './deadlines.ts';
import { ended, released } from './endings.ts';
import { recipientsOf } from './recipients.ts';
import { procedureToday } from './proceedings.ts';
import { refusal } from './refusals.ts';
import type { CaseState } from './state.ts';

type Payment = 'suspendPayment' | 'releasePayment' | 'endCase';

/** Suspension 暂停, release 恢复 and end 终止 of payments [D57 §§32, 34; policy.md §6]. */
export const decidePayment: Deciders<Payment> = {
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
    const { state, today } = context;
    if (said.happenedOn > today)
      return refusal('in-future', '日期不得晚于今日。', 'The date may not lie in the future.');
    const alone =
      recipientsOf(state).length === 1 || soleRecipientDied(state, { reasons: state.proceeding?.reasons ?? [] });
    if (said.reason === 'memberDied' && !alone)
      return refusal(
        'survivors',
        '尚有其他成员，应按成员死亡办理变更。',
        'There are survivors: report the death as a change.',
      );
    // At the person's own wish and at the death of the only recipient nobody is heard (policy.md §2).
    const heard = said.reason === 'ownWish' || said.reason === 'memberDied' || heardOnEnding(state, said.reason);
    if (today >= viewsHeardFrom && !heard) return viewsNotHeard();
    const unposted = said.reason === 'movedOut' || said.reason === 'custody';
    if (unposted && procedureToday(context).endingPosted)
      return refusal(
        'posting-due',
        '终止救助供养应先公示：请按变化报告后提出终止意见。',
        'The ending hangs first [D43 §26]: report the change and propose the stop.',
      );
    const decision = made(context, 'ended', said.note);
    const from = nextMonth(monthOf(said.reason === 'memberDied' ? said.happenedOn : today));
    return ended(context, said.reason, said.note, {
      decision: { ...decision, from },
      grants: [{ from, amount: fen(0), decision: decision.no }],
    });
  },
};

/** Whether the recipient was heard on a stop for that very reason. */
const heardOnEnding = ({ proceeding }: CaseState, reason: ChangeKind): boolean =>
  proceeding?.views?.heardOn !== undefined &&
  proceeding.proposal?.outcome === 'stop' &&
  proceeding.reasons.some(({ kind }) => kind === reason);

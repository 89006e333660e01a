import { assessed } from './assessed.ts';
import { monthOf, nextMonth } from '../dates.ts';
import { contradictionsIn } from '../eligibility/contradictions.ts';
import { standingLimits } from '../procedures/limits.ts';
import { eyesOf } from './actors.ts';
import { adjustments } from './adjustment-outcomes.ts';
import { allowedOutcomes, soleRecipientDied, viewsDue } from './adjustment.ts';
import type { Context, Deciders } from './context.ts';
import { happened } from './context.ts';
import { authorisationMissing, contradictory, notTheirs } from './decide-intake.ts';
import { startClock } from './deadlines.ts';
import { takeDown } from './postings.ts';
import { refusal } from './refusals.ts';
import { seen } from './standing.ts';
import { unauthorised, withoutValidReport } from './verified.ts';

type Adjustment = 'proposeAdjustment' | 'serveViewsNotice' | 'recordViews' | 'decideAdjustment';

/** Rechecks and changes 复核、变更: proposal, hearing of views, decision [D57 §§31–33; L26 §48]. */
export const decideAdjustment: Deciders<Adjustment> = {
  proposeAdjustment: (context, { type: _type, ...said }) => {
    const { state, today } = context;
    const proceeding = seen(state.proceeding);
    const contradictions = contradictionsIn(said.facts, today);
    if (contradictions.length > 0) return contradictory(contradictions);
    const foreign = notTheirs(state, said.facts);
    if (foreign) return foreign;
    const unsigned = unauthorised(state, said.facts);
    if (unsigned.length > 0) return authorisationMissing(unsigned);
    if (!soleRecipientDied(state, proceeding) && withoutValidReport(state, today, said.facts).length > 0)
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
    const assessment = assessed(context, said.facts, {
      assessedOn: today,
      benefitMonth: nextMonth(monthOf(today)),
      regimeOn: proceeding.openedOn,
    });
    const allowed = allowedOutcomes(context, proceeding, assessment, said);
    if (!allowed.includes(said.outcome))
      return refusal(
        'outcome-does-not-follow',
        `依据核定情况，处理结果只能是：${allowed.join('、')}。`,
        `From these facts only the following can be proposed: ${allowed.join(', ')}.`,
      );
    return [
      // What hangs of an older proposal comes down.
      ...takeDown(context),
      happened(
        context,
        'adjustmentProposed',
        { proposal: { ...said, assessment, proposedBy: eyesOf(context.actor), proposedOn: today } },
        // Views heard on an older proposal do not count for this one.
        { stopped: [{ name: 'viewsAnswer' }] },
      ),
      ...(viewsDue(state, proceeding, said.outcome, today) ? [viewsNotice(context)] : []),
    ];
  },

  serveViewsNotice: (context, { type: _type, ...served }) => {
    const { proposal, views } = seen(context.state.proceeding);
    // A proposal from before the law asked for a hearing has no notice yet: it is drawn up today, to be handed over at once.
    const drawnUpOn = views ? seen(proposal).proposedOn : context.today;
    if (served.servedOn > context.today || served.servedOn < drawnUpOn)
      return refusal(
        'service-date',
        '送达日期须在通知书制作日与今日之间。',
        'The day of service lies between the notice and today.',
      );
    const clock = startClock(context.law, 'viewsAnswer', served.servedOn, standingLimits.viewsAnswer);
    return [
      ...(views ? [] : [viewsNotice(context)]),
      happened(context, 'viewsNoticeServed', served, { started: [clock] }),
    ];
  },

  recordViews: (context, { type: _type, ...said }) => [
    happened(
      context,
      'viewsRecorded',
      { ...said, silent: false },
      { stopped: [{ name: 'viewsAnswer' }], documents: [{ kind: 'viewsRecord' }] },
    ),
  ],

  decideAdjustment: (context, said) => {
    const proceeding = seen(context.state.proceeding);
    const { outcome } = seen(proceeding.proposal);
    return outcome === said.outcome
      ? adjustments[outcome](context, proceeding, said.ground, said.gradualExitMonths)
      : refusal(
          'not-as-proposed',
          `经办意见为“${outcome}”，决定须与其一致；不同意的，退回重新提出。`,
          `The proposal is ${outcome}; to decide otherwise have a new proposal made.`,
        );
  },
};

/** The notice to be heard 听取意见通知书, drawn up for the proposal; the time to answer runs from its service. */
const viewsNotice = (context: Context) =>
  happened(context, 'viewsNoticeIssued', {}, { documents: [{ kind: 'viewsNotice' }] });

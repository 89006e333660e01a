import type { Assessment } from '../assessment/assessment.ts';
import { addToMonth, firstDayOf, monthOf, nextMonth } from '../dates.ts';
import { fen } from '../money.ts';
import { amountAfter, exitFor, soleRecipientDied } from './adjustment.ts';
import type { Outcome } from './commands.ts';
import type { Answer, Context } from './context.ts';
import { happened } from './context.ts';
import { made } from './decide-confirmation.ts';
import { noticeClock } from './decide-intake.ts';
import { strikeOn } from './deadlines.ts';
import { restsAfterDeaths, spansAfter } from './deaths.ts';
import type { DocumentKind } from './documents.ts';
import { ended, endReason } from './endings.ts';
import type { CaseEvent } from './events.ts';
import { refusal } from './refusals.ts';
import { ongoingClocks } from './right-clocks.ts';
import type { Decision, GrantSpan, Proceeding } from './state.ts';

type Adjust = (context: Context, proceeding: Proceeding, ground: string, months?: number) => Answer;

/** What each result of a proceeding 不变、增发、减发、停发、渐退 does [D57 §§31–33; policy.md §6]. */
export const adjustments: Readonly<Record<Outcome, Adjust>> = {
  unchanged: (context, proceeding, ground) => {
    const { proposal } = proceeding;
    if (!proposal) return [];
    const decision = adjusted(context, 'unchanged', ground, proposal.assessment);
    const differs = leavesExit(context, proceeding) || restsAfterDeaths(context.state, proceeding).length > 0;
    return [settled(context, proceeding, decision, differs ? spans(context, proceeding, decision) : undefined)];
  },

  increase: (context, proceeding, ground) => changed(context, proceeding, 'increase', ground, 'increaseNotice'),
  reduce: (context, proceeding, ground) => changed(context, proceeding, 'reduce', ground, 'reductionNotice'),

  stop: (context, proceeding, ground) => {
    const { state, today } = context;
    const decision = made(context, 'stop', ground, proceeding.proposal?.assessment);
    const rests = restsAfterDeaths(state, proceeding);
    const alone = soleRecipientDied(state, proceeding) ? rests.at(-1)?.from : undefined;
    return ended(context, endReason(state, proceeding), ground, {
      decision: { ...decision, from: alone ?? nextMonth(monthOf(today)) },
      grants: spansAfter(context, proceeding, fen(0), decision.no),
    });
  },

  gradualExit: (context, proceeding, ground, months) => {
    const { today, law } = context;
    const { proposal } = proceeding;
    if (!proposal) return [];
    const most = exitFor(proceeding, proposal.assessment, proposal, law).maxMonths;
    if (months === undefined || months < 1 || months > most)
      return refusal('gradual-exit-months', `渐退期须为1至${most}个月。`, `Grant 1 to ${most} months of gradual exit.`);
    const from = nextMonth(monthOf(today));
    const to = addToMonth(from, months - 1);
    const decision = { ...adjusted(context, 'gradualExit', ground, proposal.assessment), from, to };
    return [
      {
        ...settled(context, proceeding, decision, spansAfter(context, proceeding, decision.amount, decision.no, to)),
        stage: 'gradualExit',
        stopped: [...proceedingClocks, { name: 'recheck' }, { name: 'birthday' }, { name: 'standard' }],
        started: [noticeClock(context), strikeOn('gradualExitEnd', firstDayOf(nextMonth(to)), 'N22 一(三)')],
        documents: [{ kind: 'gradualExitNotice' }],
      },
    ];
  },
};

const adjusted = (context: Context, outcome: Outcome, ground: string, assessment: Assessment): Decision => ({
  ...made(context, outcome, ground, assessment),
  amount: amountAfter(outcome, context.state, context.today, assessment),
});

const proceedingClocks = [
  { name: 'proceeding' as const },
  { name: 'viewsAnswer' as const },
  { name: 'death' as const },
];

/** Whether a household in gradual exit is entitled again: it returns to ordinary payment (assumption; L26 §18). */
const leavesExit = ({ state }: Context, { proposal }: Proceeding): boolean =>
  state.stage === 'gradualExit' && proposal?.assessment.eligible === true;

const spans = (context: Context, proceeding: Proceeding, decision: Decision): readonly GrantSpan[] => {
  const exitEnd =
    context.state.stage === 'gradualExit' && !leavesExit(context, proceeding)
      ? context.state.grants.at(-1)?.to
      : undefined;
  return spansAfter(context, proceeding, decision.amount, decision.no, exitEnd);
};

/** The decision of a proceeding that leaves the right standing: its clocks stop, the next recheck is set. */
function settled(
  context: Context,
  proceeding: Proceeding,
  decision: Decision,
  grants?: readonly GrantSpan[],
): CaseEvent<'adjustmentDecided'> {
  const { state } = context;
  const returns = leavesExit(context, proceeding);
  const facts = proceeding.proposal?.facts ?? state.facts;
  return happened(
    context,
    'adjustmentDecided',
    { decision: { ...decision, ...(grants?.[0] && decision.from === undefined && { from: grants[0].from }) } },
    {
      ...(returns && { stage: 'inPayment' as const }),
      stopped: [...proceedingClocks, { name: 'birthday' }, ...(returns ? [{ name: 'gradualExitEnd' as const }] : [])],
      started:
        state.stage === 'gradualExit' && !returns
          ? []
          : ongoingClocks(context, facts, proceeding.proposal?.recheckClass ?? 'C'),
      ...(grants && { grants }),
    },
  );
}

function changed(
  context: Context,
  proceeding: Proceeding,
  outcome: 'increase' | 'reduce',
  ground: string,
  notice: DocumentKind,
): Answer {
  const assessment = proceeding.proposal?.assessment;
  if (!assessment) return [];
  const decision = adjusted(context, outcome, ground, assessment);
  const event = settled(context, proceeding, decision, spans(context, proceeding, decision));
  return [{ ...event, started: [...(event.started ?? []), noticeClock(context)], documents: [{ kind: notice }] }];
}

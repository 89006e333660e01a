import { system } from './actors.ts';
import type { Context } from './context.ts';
import { contextOf, happened } from './context.ts';
import type { AdvancingClock, Deadline, DeadlineName } from './deadlines.ts';
import { highestLevel, isAdvancing, startClock } from './deadlines.ts';
import { everyClock, noticeClock } from './decide-intake.ts';
import type { CaseEvent } from './events.ts';
import type { Law } from '../law.ts';
import { standingLimits } from '../procedures/limits.ts';
import { nextKindsAfter } from './next-kinds.ts';
import { openProceeding } from './proceedings.ts';
import { applyStandard } from './standard-raise.ts';
import type { CaseState } from './state.ts';
import { enter, postingLeadsTo } from './steps.ts';

/** What follows when `deadline` passes unanswered: the case moves on by itself, or the next level up is told. Never nothing. */
export function strike(state: CaseState, deadline: Deadline, law: Law): readonly CaseEvent[] {
  const context = contextOf(state, deadline.due, system, law);
  const { name } = deadline;
  return isAdvancing(name) ? advances[name](context, deadline) : escalate(context, deadline);
}

function escalate(context: Context, deadline: Deadline): readonly CaseEvent[] {
  const level = deadline.level + 1;
  // At the top the task stays, marked overdue.
  const { law, today } = context;
  const again = startClock(law, deadline.name, today, standingLimits.higherLevel, deadline.of, level);
  return [
    happened(
      context,
      'deadlineMissed',
      { deadline },
      { started: [level < highestLevel ? again : { ...deadline, level }] },
    ),
  ];
}

type Advance = (context: Context, deadline: Deadline) => readonly CaseEvent[];

const advances: Record<AdvancingClock, Advance> = {
  papers: (context) => [
    happened(context, 'applicationLapsed', {}, { stage: 'lapsed', stopped: everyClock(context.state) }),
  ],

  contest: (context, { lastDay }) => {
    const entry = enter(context, 'confirming', lastDay);
    return [happened(context, 'contestLapsed', {}, { ...entry, stopped: [...entry.stopped, { name: 'contest' }] })];
  },

  postingEnd: (context) => {
    const posting = context.state.postings.find((known) => known.scope === 'village' && known.endedOn === undefined);
    if (!posting) throw new Error(`Case ${context.state.caseId}: no village posting runs, yet its clock struck.`);
    if (posting.proceeding !== undefined)
      return [happened(context, 'postingEnded', { no: posting.no }, { stopped: [{ name: 'postingEnd' }] })];
    const entry = enter(context, postingLeadsTo(context.state, posting), posting.lastDay);
    return [
      happened(
        context,
        'postingEnded',
        { no: posting.no },
        { ...entry, stopped: [...entry.stopped, { name: 'postingEnd' }] },
      ),
    ];
  },

  districtPostingEnd: (context) => {
    const { state, law } = context;
    const posting = state.postings.find((known) => known.scope === 'district' && known.endedOn === undefined);
    const rule = state.procedure?.districtPosting;
    if (!posting || !rule) throw new Error(`Case ${state.caseId}: no district posting runs, yet its clock struck.`);
    const ended = ({ stopped = [], ...entry }: Pick<CaseEvent, 'stage' | 'started' | 'stopped'>) => [
      happened(
        context,
        'postingEnded',
        { no: posting.no },
        { ...entry, stopped: [...stopped, { name: 'districtPostingEnd' as const }] },
      ),
    ];
    // An objection leads to a reinvestigation within 20 working days, then to a new opinion and posting [D220 §29].
    if (posting.objections.length > 0) return ended(enter(context, postingLeadsTo(state, posting), posting.lastDay));
    return ended({
      stage: 'confirming',
      started: [startClock(law, 'districtDecision', posting.lastDay, rule.decision)],
    });
  },

  // Held at most so long: then the right is decided on, or the payments are released (policy.md §6).
  suspension: (context, deadline) => [
    ...escalate(context, deadline),
    ...(context.state.proceeding ? [] : openProceeding(context, { kind: 'other', on: context.today })),
  ],

  recheck: (context) => withStop(openProceeding(context, { kind: 'recheck', on: context.today }), 'recheck', ''),

  standard: applyStandard,

  birthday: (context, { of }) =>
    withStop(openProceeding(context, { kind: 'birthday', on: context.today, personId: of }), 'birthday', of),

  viewsAnswer: (context) => [
    happened(
      context,
      'viewsRecorded',
      { silent: true },
      {
        stopped: [{ name: 'viewsAnswer' }],
        documents: [{ kind: 'viewsRecord' }],
      },
    ),
  ],

  rightEnd: (context) => {
    const { state } = context;
    const open = state.deadlines.some(({ name }) => name === 'notice');
    // Paid once: who was not told yet still is.
    if (state.procedure?.term === 'once')
      return [
        happened(
          context,
          'caseEnded',
          { reason: 'paidOnce', nextKinds: nextKindsAfter(context, state.facts) },
          { stage: 'ended', stopped: everyClock(state).filter(({ name }) => !open || name !== 'notice') },
        ),
      ];
    return lapsed(context, 'validityOver');
  },

  gradualExitEnd: (context) => lapsed(context, 'gradualExitLapsed'),
};

/** A right that ends by itself: its holder is told, and of what to look at next. */
const lapsed = (context: Context, reason: 'validityOver' | 'gradualExitLapsed'): readonly CaseEvent[] => [
  happened(
    context,
    'caseEnded',
    { reason, nextKinds: nextKindsAfter(context, context.state.facts) },
    {
      stage: 'ended',
      stopped: everyClock(context.state),
      started: [noticeClock(context)],
      documents: [{ kind: 'stopNotice' }],
    },
  ),
];

function withStop(events: readonly CaseEvent[], name: DeadlineName, of: string): readonly CaseEvent[] {
  return events.map((event, index) =>
    index === 0 ? { ...event, stopped: [...(event.stopped ?? []), { name, of }] } : event,
  );
}

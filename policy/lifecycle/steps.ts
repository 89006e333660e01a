import { monthOf, nextMonth } from '../dates.ts';
import { valueOn } from '../parameters/snapshot.ts';
import type { Context } from './context.ts';
import { happened } from './context.ts';
import type { Deadline, DeadlineName } from './deadlines.ts';
import { startClock } from './deadlines.ts';
import type { CaseEvent, SpotCheckOrder } from './events.ts';
import type { Stage } from './stages.ts';
import type { CaseState, Posting } from './state.ts';

/** What an event that enters a stage carries. */
export type Entry = Required<Pick<CaseEvent, 'stage' | 'started' | 'stopped'>> & Pick<CaseEvent, 'draw'>;

/** The last report still to be relied on, if any. */
export const reportIsIn = (state: CaseState): boolean => state.rounds.some((round) => round.status === 'reported');

/**
 * When verification and home visit are both done, the case moves to appraisal (where the regime always holds one) or to the opinion.
 * `done` names what the event before this one has just completed.
 */
export function afterInvestigation(
  context: Context,
  done: { readonly reported?: true; readonly visited?: true },
): readonly CaseEvent[] {
  const { state } = context;
  if (state.stage !== 'investigating' && state.stage !== 'reinvestigating') return [];
  const complete = (done.reported ?? reportIsIn(state)) && (done.visited ?? state.visits.length > 0);
  if (!complete || state.stage === 'reinvestigating') return [];
  return [happened(context, 'investigationCompleted', {}, enter(context, investigationLeadsTo(state)))];
}

const investigationLeadsTo = (state: CaseState): Stage =>
  state.procedure?.appraisal === 'always' ? 'appraising' : 'opinionDue';

/** The stage after a written (and, where the district decides, signed) opinion (policy.md §5.2). */
export function opinionLeadsTo(state: CaseState, favourable: boolean): Stage {
  const posted = state.postings.some((posting) => posting.scope === 'village');
  if (favourable && !posted) return 'postingDue';
  return state.procedure?.decider === 'town' ? 'confirming' : 'forwarding';
}

/**
 * The stage when a posting has ended: objections still open are reinvestigated; answered ones lead to a new opinion, of the
 * town after the village posting, of the district (with a new posting [D220 §29]) after its own.
 */
export function postingLeadsTo(state: CaseState, posting: Posting): Stage {
  if (posting.objections.some((objection) => objection.finding === undefined)) return 'reinvestigating';
  if (posting.scope === 'district') return 'confirming';
  if (posting.objections.length > 0) return 'opinionDue';
  return state.procedure?.decider === 'town' ? 'confirming' : 'forwarding';
}

/** Days for assessing the application today: facts of today, the month after the decision, the law of its acceptance. */
export const applicationDates = ({ state, today }: Context) => ({
  assessedOn: today,
  benefitMonth: nextMonth(monthOf(today)),
  regimeOn: state.application.acceptedOn ?? today,
});

const stepClocks: readonly DeadlineName[] = [
  'surveyStart',
  'verificationRequest',
  'investigation',
  'appraisal',
  'opinion',
  'postingStart',
  'forward',
  'districtOpinion',
  'districtDecision',
];

/** Entering `stage`: the clocks of the step before stop, its own start, and confirmation queues for the spot check. */
export function enter(context: Context, stage: Stage): Entry {
  const started = clocksOf(context, stage);
  return {
    stage,
    stopped: context.state.deadlines
      .filter((clock) => stepClocks.includes(clock.name) && !started.some((start) => start.name === clock.name))
      .map(({ name, of }) => ({ name, of })),
    started,
    ...(stage === 'confirming' && spotCheckOrder(context)),
  };
}

function clocksOf(context: Context, stage: Stage): readonly Deadline[] {
  const { state, law, today } = context;
  const { procedure } = state;
  if (!procedure) return [];
  const { limits } = procedure;
  switch (stage) {
    case 'appraising':
      return [startClock(law, 'appraisal', today, limits.appraisal)];
    case 'opinionDue':
      return [startClock(law, 'opinion', today, limits.opinion)];
    case 'postingDue':
      // The limit runs from acceptance where the regime names only a total (policy.md §5.2), else from the opinion.
      return [
        startClock(
          law,
          'postingStart',
          procedure.regime === 'R2012' ? today : (state.application.acceptedOn ?? today),
          limits.postingStart,
        ),
      ];
    case 'forwarding':
      return [startClock(law, 'forward', today, limits.forward)];
    case 'confirming':
      if (procedure.decider === 'town') return [];
      return limits.districtOpinion
        ? [startClock(law, 'districtOpinion', today, limits.districtOpinion)]
        : [startClock(law, 'districtDecision', today, limits.districtDecision)];
    default:
      return [];
  }
}

function spotCheckOrder({ state, law, today }: Context): { readonly draw?: SpotCheckOrder } {
  const percent = valueOn(law.parameters, 'dibao.spotCheckShare', today).value;
  return percent > 0 && state.spotCheck?.arrival === undefined ? { draw: { percent } } : {};
}

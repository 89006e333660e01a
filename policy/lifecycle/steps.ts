import type { PlainDate } from '../dates.ts';
import { monthOf, nextMonth } from '../dates.ts';
import { kinds } from '../kinds.ts';
import { valueOn } from '../parameters/snapshot.ts';
import { standingLimits } from '../procedures/limits.ts';
import type { Context } from './context.ts';
import { happened } from './context.ts';
import { deciderOf } from './decider.ts';
import type { Deadline, DeadlineName } from './deadlines.ts';
import { startClock } from './deadlines.ts';
import type { CaseEvent, SpotCheckOrder } from './events.ts';
import { openObjections, postedInVillage } from './postings.ts';
import type { Stage } from './stages.ts';
import type { CaseState, Posting } from './state.ts';
import { unverified } from './verified.ts';

/** What an event that enters a stage carries. */
export type Entry = Required<Pick<CaseEvent, 'stage' | 'started' | 'stopped'>> & Pick<CaseEvent, 'draw'>;

/**
 * When verification of all members and the home visit are done, the case moves to appraisal (where the regime always holds one) or to
 * the opinion. `done` names what the event before this one has just completed: a report on these persons, or the visit.
 */
export function afterInvestigation(
  context: Context,
  done: { readonly reported?: readonly string[]; readonly visited?: true },
): readonly CaseEvent[] {
  const { state } = context;
  const verified = unverified(state).every((personId) => done.reported?.includes(personId));
  const surveyed = state.procedure?.survey === 'none' || (done.visited ?? state.visits.length > 0);
  const complete = verified && surveyed;
  return state.stage === 'investigating' && complete
    ? [happened(context, 'investigationCompleted', {}, enter(context, investigationLeadsTo(state)))]
    : [];
}

const investigationLeadsTo = (state: CaseState): Stage =>
  state.procedure?.appraisal === 'always' ? 'appraising' : 'opinionDue';

/** The stage after a written (and, where the district decides, signed) opinion (policy.md §5.2). */
export function opinionLeadsTo(state: CaseState, favourable: boolean): Stage {
  if (favourable && state.procedure?.posting !== false && !postedInVillage(state)) return 'postingDue';
  return deciderOf(state) === 'town' ? 'confirming' : 'forwarding';
}

/** Heavily disputed at the appraisal and not surveyed again since [D220 §24]. */
export const resurveyDue = (state: CaseState): boolean => {
  const last = state.appraisals.at(-1);
  return last?.conclusion === 'disputed' && last.resurveyed !== true;
};

/** The stage when `posting` has ended: what is still open is reinvestigated, else the objections lead on. */
export function postingLeadsTo(state: CaseState, posting: Posting): Stage {
  if (posting.objections.some((objection) => objection.finding === undefined) || resurveyDue(state))
    return 'reinvestigating';
  if (posting.scope === 'village' && posting.objections.length === 0)
    return deciderOf(state) === 'town' ? 'confirming' : 'forwarding';
  return reinvestigationLeadsTo(state);
}

/**
 * The stage after a reinvestigation: a new opinion of the town; after its own posting a new one of the district, which is posted
 * again [D220 §29].
 */
export const reinvestigationLeadsTo = (state: CaseState): Stage =>
  state.postings.at(-1)?.scope === 'district' ? 'confirming' : 'opinionDue';

/**
 * Days for assessing the application today: facts of today, the first benefit month (one-off help: the month of the application), the
 * law of its acceptance.
 */
export const applicationDates = ({ state, today }: Context) => ({
  assessedOn: today,
  benefitMonth:
    kinds[state.kind].payment === 'once' ? monthOf(state.application.submittedOn ?? today) : nextMonth(monthOf(today)),
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

/**
 * Entering `stage`: the clocks of the step before stop, its own start, and confirmation queues for the spot check. `from` is day 0 of
 * the new clocks: today, or the last day of a period whose end leads here.
 */
export function enter(context: Context, stage: Stage, from: PlainDate = context.today): Entry {
  const started = clocksOf(context, stage, from);
  return {
    stage,
    stopped: context.state.deadlines
      .filter((clock) => stepClocks.includes(clock.name) && !started.some((start) => start.name === clock.name))
      .map(({ name, of }) => ({ name, of })),
    started,
    ...(stage === 'confirming' && spotCheckOrder(context)),
  };
}

function clocksOf({ state, law }: Context, stage: Stage, from: PlainDate): readonly Deadline[] {
  const { procedure } = state;
  if (!procedure) return [];
  const { limits } = procedure;
  switch (stage) {
    case 'investigating':
      return [startClock(law, 'investigation', from, limits.investigation)];
    case 'reinvestigating':
      // An objection has its own clock; a survey repeated after a disputed appraisal gets the survey's.
      return openObjections(state).length > 0 ? [] : [startClock(law, 'investigation', from, limits.investigation)];
    case 'appraising':
      return [startClock(law, 'appraisal', from, limits.appraisal)];
    case 'opinionDue':
      return [opinionClock(state, law, from)];
    case 'postingDue':
      return [startClock(law, 'postingStart', postingCountsFrom(state, from), limits.postingStart)];
    case 'forwarding':
      return [startClock(law, 'forward', from, limits.forward)];
    case 'confirming':
      // A town decides within the total; where only the steps are limited it has the district's time (assumption).
      if (deciderOf(state) === 'town')
        return limits.total ? [] : [startClock(law, 'decision', from, limits.districtDecision)];
      return limits.districtOpinion
        ? [startClock(law, 'districtOpinion', from, limits.districtOpinion)]
        : [startClock(law, 'districtDecision', from, limits.districtDecision)];
    default:
      return [];
  }
}

/** The first opinion counts as the procedure says; one written anew from its own day. */
function opinionClock(state: CaseState, law: Context['law'], from: PlainDate): Deadline {
  const { acceptedOn } = state.application;
  const { procedure } = state;
  const opinion = procedure?.limits.opinion ?? standingLimits.opinionAnew;
  if (procedure?.opinionCountsFrom !== 'acceptance') return startClock(law, 'opinion', from, opinion);
  return state.opinions.length === 0
    ? startClock(law, 'opinion', acceptedOn ?? from, opinion)
    : startClock(law, 'opinion', from, standingLimits.opinionAnew);
}

/**
 * R2012 posts on the working day after the appraisal (W10), tekun on that after the opinion (W12); later regimes of dibao name only a
 * total, counted from acceptance.
 */
function postingCountsFrom(state: CaseState, from: PlainDate): PlainDate {
  switch (state.procedure?.postingCountsFrom) {
    case 'appraisal':
      return state.deadlines.find((clock) => clock.name === 'opinion')?.from ?? from;
    case 'opinion':
      return from;
    default:
      return state.application.acceptedOn ?? from;
  }
}

/** An application follows the regime of its acceptance, the share drawn included. */
function spotCheckOrder({ state, law, today }: Context): { readonly draw?: SpotCheckOrder } {
  const parameter = state.procedure?.spotCheck;
  if (parameter === undefined) return {};
  const percent = valueOn(law.parameters, parameter, state.application.acceptedOn ?? today).value;
  return percent > 0 && state.spotCheck?.arrival === undefined ? { draw: { percent } } : {};
}

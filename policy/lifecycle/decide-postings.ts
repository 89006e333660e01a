import { usualLimits } from '../procedures/limits.ts';
import type { Context, Deciders } from './context.ts';
import { happened } from './context.ts';
import { startClock } from './deadlines.ts';
import { named, objections } from './objects.ts';
import { openObjections, postInVillage, runningPosting } from './postings.ts';
import { refusal } from './refusals.ts';
import { seen } from './standing.ts';
import { type Entry, enter, reinvestigationLeadsTo, resurveyDue } from './steps.ts';
import type { CaseState } from './state.ts';

type Postings = 'startPosting' | 'raiseObjection' | 'extendLimit' | 'investigateObjection';

/** Posting 公示 in the village and objections to it 异议 [D57 §19; D220 §§25, 29; D43 §§15, 26]. */
export const decidePostings: Deciders<Postings> = {
  startPosting: (context, { place }) => {
    const { state } = context;
    if (state.stage !== 'postingDue') {
      const { no, procedure } = seen(state.proceeding);
      return postInVillage(context, procedure.limits.posting, { place, proceeding: no });
    }
    const limit = state.procedure?.limits.posting ?? { count: 7, unit: 'day' as const, source: 'D57 §19' };
    return postInVillage(context, limit, { place }, enter(context, 'posting'));
  },

  raiseObjection: (context, { objectionId }) => {
    const { state, law, today } = context;
    const posting = seen(runningPosting(state));
    if (state.postings.some(({ objections }) => objections.some(({ id }) => id === objectionId)))
      return refusal('objection-raised', '该异议已登记。', 'This objection has been recorded already.');
    const limit =
      (state.stage === 'districtPosting' ? state.procedure?.districtPosting?.objection : undefined) ??
      (posting.proceeding === undefined ? state.procedure : state.proceeding?.procedure)?.limits.objection ??
      usualLimits.objection;
    return [
      happened(
        context,
        'objectionRaised',
        { objectionId },
        { started: [startClock(law, 'objection', today, limit, objectionId)] },
      ),
    ];
  },

  extendLimit: (context, { type: _type, ...said }) => {
    const { state, law } = context;
    if (said.ground === 'objection' && !state.postings.some((posting) => posting.objections.length > 0))
      return refusal('no-objection', '公示期间没有异议。', 'There is no objection to extend for.');
    const extended = startClock(
      law,
      'decision',
      seen(state.application.acceptedOn),
      seen(state.procedure?.limits.special),
    );
    if (extended.due <= context.at)
      return refusal('limit-passed', '延长后的期限也已届满。', 'The extended limit has passed as well.');
    return [
      happened(context, 'limitExtended', said, {
        started: [extended],
        documents: [{ kind: 'extensionNotice' }],
      }),
    ];
  },

  investigateObjection: (context, { type: _type, ...said }) => {
    const { state } = context;
    const objection = named(objections, context, said.objectionId);
    if ('code' in objection) return objection;
    const entry = state.stage === 'reinvestigating' ? afterAnswer(context, said.objectionId) : undefined;
    return [
      happened(context, 'objectionInvestigated', said, {
        ...entry,
        stopped: [...(entry?.stopped ?? []), { name: 'objection', of: said.objectionId }],
      }),
    ];
  },
};

/** Where the last answer to an objection leads: onward, or to the survey still due after a disputed appraisal. */
function afterAnswer(context: Context, answered: string): Entry | undefined {
  const { state } = context;
  if (openObjections(state).some((id) => id !== answered)) return undefined;
  const postings = state.postings.map((posting) => ({
    ...posting,
    objections: posting.objections.filter(({ id }) => id !== answered),
  }));
  return enter({ ...context, state: { ...state, postings } }, nextAfterReinvestigation(state));
}

const nextAfterReinvestigation = (state: CaseState) =>
  resurveyDue(state) ? 'reinvestigating' : reinvestigationLeadsTo(state);

import type { Answer, Context } from './context.ts';
import { soleRecipientDied, viewsDue } from './adjustment.ts';
import { endingPosted, openObjections, postInVillage, runningPosting } from './postings.ts';
import { refusal } from './refusals.ts';
import type { CaseState, Proceeding } from './state.ts';

/** Whether the stop that `proceeding` proposes has to hang in the village first [D43 §26]; not the death of who received, nor own wish (assumption). */
export const endingPostingDue = (state: CaseState, proceeding: Proceeding): boolean =>
  proceeding.procedure.endingPosted &&
  proceeding.proposal?.outcome === 'stop' &&
  !proceeding.reasons.some((reason) => reason.kind === 'ownWish') &&
  !soleRecipientDied(state, proceeding) &&
  !endingPosted(state, proceeding);

/** Posts a proposed ending 终止公示: seven days before it counts, again after an objection [D43 §26]. */
export function postEnding(context: Context, place: string): Answer {
  const { state, today } = context;
  const { proceeding } = state;
  if (!proceeding || !endingPostingDue(state, proceeding))
    return refusal('nothing-to-post', '没有须公示的事项。', 'There is nothing to post now.');
  if (runningPosting(state)) return refusal('posted', '正在公示。', 'It hangs already.');
  if (openObjections(state).length > 0)
    return refusal(
      'objections-open',
      '异议尚未复查，不得再次公示。',
      'Investigate the objections first, then post again.',
    );
  if (viewsDue(state, proceeding, 'stop', today) && proceeding.views?.heardOn === undefined)
    return refusal(
      'views-not-heard',
      '公示前应当先听取救助对象意见。',
      'Hear the recipient before the ending is posted [L26 §48].',
    );
  return postInVillage(context, proceeding.procedure.limits.posting, { place, proceeding: proceeding.no });
}

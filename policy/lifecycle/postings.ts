import type { Context } from './context.ts';
import { happened } from './context.ts';
import type { CaseEvent } from './events.ts';
import type { CaseState, Posting } from './state.ts';

/** The posting that is up. */
export const runningPosting = (state: CaseState): Posting | undefined =>
  state.postings.find((posting) => posting.endedOn === undefined);

/** Whether the opinion has hung in the village for its whole time: then a new one goes forward without a new posting [D57 §19]. */
export const postedInVillage = (state: CaseState): boolean =>
  state.postings.some(
    (posting) => posting.scope === 'village' && posting.endedOn !== undefined && posting.early !== true,
  );

export const openObjections = (state: Pick<CaseState, 'postings'>): string[] =>
  state.postings.flatMap((posting) =>
    posting.objections.filter((objection) => objection.finding === undefined).map((objection) => objection.id),
  );

/** Takes a posting down before its time: what hangs there is no longer so, or the application is over. */
export function takeDown(context: Context): readonly CaseEvent[] {
  const posting = runningPosting(context.state);
  if (!posting) return [];
  const name = posting.scope === 'village' ? 'postingEnd' : 'districtPostingEnd';
  return [happened(context, 'postingEnded', { no: posting.no, early: true }, { stopped: [{ name }] })];
}

import { addDays } from '../dates.ts';
import type { Context } from './context.ts';
import { happened } from './context.ts';
import { type Limit, startClock, strikeOn } from './deadlines.ts';
import type { CaseEvent } from './events.ts';
import type { CaseState, Posting, Proceeding } from './state.ts';

/** The posting that is up. */
export const runningPosting = (state: CaseState): Posting | undefined =>
  state.postings.find((posting) => posting.endedOn === undefined);

const hungInFull = (posting: Posting): boolean => posting.endedOn !== undefined && posting.early !== true;

/**
 * Whether the opinion has hung in the village for its whole time: then a new one goes forward without a new posting [D57 §19]. Where
 * the law has it posted again, an objection to the last one undoes that [D43 §15].
 */
export function postedInVillage(state: CaseState): boolean {
  const postings = state.postings.filter(({ scope, proceeding }) => scope === 'village' && proceeding === undefined);
  if (state.procedure?.objection !== 'postAgain') return postings.some(hungInFull);
  const last = postings.at(-1);
  return last !== undefined && hungInFull(last) && last.objections.length === 0;
}

/** Whether the ending that `proceeding` proposes has hung for its whole time without an objection [D43 §26]. */
export function endingPosted(state: CaseState, proceeding: Pick<Proceeding, 'no' | 'proposal'>): boolean {
  const last = state.postings.findLast((posting) => posting.proceeding === proceeding.no);
  return (
    last !== undefined &&
    proceeding.proposal !== undefined &&
    last.from >= proceeding.proposal.proposedOn &&
    hungInFull(last) &&
    last.objections.length === 0
  );
}

export const openObjections = (state: Pick<CaseState, 'postings'>): string[] =>
  state.postings.flatMap((posting) =>
    posting.objections.filter((objection) => objection.finding === undefined).map((objection) => objection.id),
  );

/** Puts a posting up in the village; after `limit` it ends by itself. */
export function postInVillage(
  context: Context,
  limit: Limit,
  what: Pick<Posting, 'place' | 'proceeding'>,
  entry: Pick<CaseEvent, 'stage' | 'stopped' | 'draw'> = {},
): readonly CaseEvent[] {
  const { state, law, today } = context;
  const { lastDay } = startClock(law, 'postingEnd', today, limit);
  return [
    happened(
      context,
      'postingStarted',
      { no: state.postings.length + 1, scope: 'village', ...what, from: today, lastDay },
      {
        ...entry,
        started: [strikeOn('postingEnd', addDays(lastDay, 1), limit.source)],
        documents: [{ kind: 'postingSheet' }],
      },
    ),
  ];
}

/** Takes a posting down before its time: what hangs there is no longer so, or the application is over. */
export function takeDown(context: Context): readonly CaseEvent[] {
  const posting = runningPosting(context.state);
  if (!posting) return [];
  const name = posting.scope === 'village' ? 'postingEnd' : 'districtPostingEnd';
  return [happened(context, 'postingEnded', { no: posting.no, early: true }, { stopped: [{ name }] })];
}

import type { CaseState, Posting } from './state.ts';

const districtPostings = (state: CaseState): Posting[] =>
  state.postings.filter((posting) => posting.scope === 'district');

/** The posting that the district's last opinion led to. */
const postingOfOpinion = (state: CaseState): Posting | undefined =>
  state.districtOpinion && districtPostings(state)[state.districtOpinion.postingsBefore];

/** Whether the district has to give its opinion: for the first time, or anew after an objection or a new opinion of the town. */
export function districtOpinionDue(state: CaseState): boolean {
  if (!state.procedure?.districtPosting) return false;
  if (!state.districtOpinion || state.districtOpinion.superseded) return true;
  const posting = postingOfOpinion(state);
  return posting?.endedOn !== undefined && (posting.early === true || posting.objections.length > 0);
}

/** Whether the district's favourable opinion was posted for its whole time without an objection [D220 §29]. */
export function districtPosted(state: CaseState): boolean {
  const posting = postingOfOpinion(state);
  return state.districtOpinion?.favourable === true && posting?.endedOn !== undefined && !districtOpinionDue(state);
}

export const districtPostingsSoFar = (state: CaseState): number => districtPostings(state).length;

import { soleRecipientDied } from './adjustment.ts';
import { endingPosted } from './postings.ts';
import type { CaseState, Proceeding } from './state.ts';

/** Whether the stop that `proceeding` proposes has to hang in the village first [D43 §26]; not the death of who received, nor own wish (assumption). */
export const endingPostingDue = (state: CaseState, proceeding: Proceeding): boolean =>
  proceeding.procedure.endingPosted &&
  proceeding.proposal?.outcome === 'stop' &&
  !proceeding.reasons.some((reason) => reason.kind === 'ownWish') &&
  !soleRecipientDied(state, proceeding) &&
  !endingPosted(state, proceeding);

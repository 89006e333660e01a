import { liftedProcedure } from '../procedures/procedure-for.ts';
import type { CaseState, Proceeding } from './state.ts';

/** A recheck or change as an older record has it, with what its procedure did not say then. */
export const liftedProceeding = (stored: Proceeding): Proceeding => ({
  ...stored,
  procedure: liftedProcedure(stored.procedure),
});

/** A state that an older program folded, as this one would. */
export const liftedState = (stored: CaseState): CaseState => ({
  ...stored,
  ...(stored.procedure && { procedure: liftedProcedure(stored.procedure) }),
  ...(stored.proceeding && { proceeding: liftedProceeding(stored.proceeding) }),
});

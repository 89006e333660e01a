import { liftedProcedure } from '../procedures/procedure-for.ts';
import type { KindFound } from '../classification/classification.ts';
import type { CaseState, Decision, Proceeding, SpotCheck } from './state.ts';

/** A recheck or change as an older record has it, with what its procedure did not say then. */
export const liftedProceeding = (stored: Proceeding): Proceeding => ({
  ...stored,
  procedure: liftedProcedure(stored.procedure),
});

/** The kinds of help to look at next after a decision; an older record names one. */
export const nextKindsOf = ({ nextKinds, nextKind }: Pick<Decision, 'nextKinds' | 'nextKind'>): readonly KindFound[] =>
  nextKinds ?? (nextKind === undefined ? [] : [{ kind: nextKind }]);

/** Older programs kept why a visit was due also once it was made. */
const liftedSpotCheck = (stored: SpotCheck): SpotCheck =>
  stored.visit && stored.visitFrom === undefined ? { ...stored, visitDue: [] } : stored;

/** A state that an older program folded, as this one would. */
export const liftedState = (stored: CaseState): CaseState => ({
  ...stored,
  ...(stored.procedure && { procedure: liftedProcedure(stored.procedure) }),
  ...(stored.proceeding && { proceeding: liftedProceeding(stored.proceeding) }),
  ...(stored.spotCheck && { spotCheck: liftedSpotCheck(stored.spotCheck) }),
});

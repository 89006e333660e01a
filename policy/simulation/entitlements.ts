import { assess } from '../assessment/assess.ts';
import type { AssessmentDates } from '../assessment/assessment.ts';
import { householdKinds } from '../classification/look-through.ts';
import { MissingFacts } from '../eligibility/missing-facts.ts';
import type { Kind } from '../kinds.ts';
import { type ParameterSnapshot, ParameterWithoutValue } from '../parameters/snapshot.ts';
import type { Entitlement } from './figures.ts';
import type { RollEntry } from './roll.ts';

/** Told of each kind that cannot be judged, for want of a fact or of a published figure: it counts as none. */
export type OnUndetermined = (kind: Kind) => void;

/**
 * What an entry of the roll has under a law: a household the first of the kinds by household that holds (policy R-CLS (b)), a person
 * its own kind. The same functions decide as in a case. Undefined for none. Throws InconsistentFacts, and RangeError for a subject
 * who is no member.
 */
export function entitlementOf(
  { facts, person }: RollEntry,
  on: AssessmentDates,
  snapshot: ParameterSnapshot,
  onUndetermined: OnUndetermined,
): Entitlement | undefined {
  const under = (kind: Kind, personId?: string): Entitlement | undefined => {
    try {
      const { eligible, amount, countedMembers } = assess(kind, facts, on, snapshot, personId);
      return eligible ? { kind, amount, persons: countedMembers.length } : undefined;
    } catch (error) {
      if (!(error instanceof MissingFacts || error instanceof ParameterWithoutValue)) throw error;
      onUndetermined(kind);
      return undefined;
    }
  };
  if (person !== undefined) return under(person.kind, person.personId);
  for (const kind of householdKinds) {
    const found = under(kind);
    if (found !== undefined) return found;
  }
  return undefined;
}

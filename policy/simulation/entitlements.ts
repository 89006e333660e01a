import type { AssessmentDates } from '../assessment/assessment.ts';
import { assess } from '../assessment/assess.ts';
import { edgeEligible } from '../eligibility/edge.ts';
import { fen } from '../money.ts';
import type { ParameterSnapshot } from '../parameters/snapshot.ts';
import type { Entitlement } from './figures.ts';
import type { RollEntry } from './roll.ts';

/**
 * What an entry of the roll has under a law: for a household the first of dibao and edge that holds (policy R-CLS (b)), for a
 * person its own kind. The same functions decide as in a case. Undefined for none. Throws as they do.
 */
export function entitlementOf(
  { facts, person }: RollEntry,
  on: AssessmentDates,
  snapshot: ParameterSnapshot,
): Entitlement | undefined {
  if (person !== undefined) {
    const { kind, personId } = person;
    const { eligible, amount } = assess(kind, facts, on, snapshot, personId);
    return eligible ? { kind, amount, persons: 1 } : undefined;
  }
  const dibao = assess('dibao', facts, on, snapshot);
  const persons = dibao.countedMembers.length;
  if (dibao.eligible) return { kind: 'dibao', amount: dibao.amount, persons };
  return edgeEligible(facts, on, snapshot).eligible ? { kind: 'dibaoEdge', amount: fen(0), persons } : undefined;
}

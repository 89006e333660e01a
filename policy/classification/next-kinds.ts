import type { AssessmentDates } from '../assessment/assessment.ts';
import type { HouseholdFacts } from '../eligibility/facts.ts';
import type { Kind } from '../kinds.ts';
import type { ParameterSnapshot } from '../parameters/snapshot.ts';
import type { KindFound } from './classification.ts';
import { lookThrough } from './look-through.ts';

/**
 * The kinds that fit instead of one refused or ended, so that nobody leaves the window without them [D43 §27; policy.md §§3.1, 8]:
 * `except` is passed over (for one person where `exceptPersonId` is given; who is on full support that ends counts in the household
 * again). Kinds for which facts are missing are left out, temporary assistance 临时救助 stays open to all and comes last.
 * Throws as `classify`.
 */
export function nextKinds(
  facts: HouseholdFacts,
  on: AssessmentDates,
  snapshot: ParameterSnapshot,
  except: Kind,
  exceptPersonId?: string,
): readonly KindFound[] {
  const left = { kind: except, ...(exceptPersonId !== undefined && { personId: exceptPersonId }) };
  const found = lookThrough(facts, on, snapshot, left).kinds.filter(({ kind }) => kind !== 'temporaryAssistance');
  return except === 'temporaryAssistance' ? found : [...found, { kind: 'temporaryAssistance' }];
}

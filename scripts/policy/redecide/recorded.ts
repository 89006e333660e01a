import type { Assessment } from '../../../policy/assessment/assessment.ts';
import type { HouseholdFacts } from '../../../policy/eligibility/facts.ts';
import type { CaseEvent } from '../../../policy/lifecycle/events.ts';
import type { CaseState, Decision } from '../../../policy/lifecycle/state.ts';

/** What one event of the record decided, and all it was computed from. */
export interface Recorded {
  /** Where the assessment is in the event's data. */
  readonly field: string;
  /** What it is the basis of: none for an opinion and a proposal, which decide nothing yet. */
  readonly decision?: Decision;
  /** None where nothing was computed: a correction by ruling, an end for another reason than means. */
  readonly assessment?: Assessment;
  readonly facts: HouseholdFacts;
}

/** What an event decides or proposes; undefined for the others. `before`: the case as it stood before the event. */
export function recordedIn(before: CaseState, event: CaseEvent): Recorded | undefined {
  switch (event.type) {
    case 'opinionWritten':
      return { field: 'assessment', assessment: event.data.assessment, facts: event.data.facts };
    case 'adjustmentProposed': {
      const { assessment, facts } = event.data.proposal;
      return { field: 'proposal.assessment', assessment, facts };
    }
    case 'decided':
      return of(event.data.decision, before.facts);
    case 'adjustmentDecided':
    case 'caseEnded':
      // Decided as proposed, on the facts of the proposal.
      return of(event.data.decision, before.proceeding?.proposal?.facts ?? before.facts);
    case 'standardApplied':
    case 'decisionCorrected':
      return of(event.data.decision, before.facts);
    default:
      return undefined;
  }
}

const of = (decision: Decision | undefined, facts: HouseholdFacts): Recorded | undefined =>
  decision && {
    field: 'decision.assessment',
    decision,
    facts,
    ...(decision.assessment && { assessment: decision.assessment }),
  };

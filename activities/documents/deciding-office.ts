import type { Decision } from '../../policy/lifecycle/state.ts';
import type { DocumentInput } from './document-input.ts';
import { officeAt } from './offices.ts';

/** The unit that decided, or acts for the case where nothing is decided: by the decision, the role acting, the procedure. */
export function decidingOffice(input: DocumentInput, decision?: Decision): string {
  const { event, state, places } = input;
  if (decision !== undefined) return officeAt(decision.level, places);
  switch (event.by.role) {
    case 'townClerk':
    case 'townApprover':
      return officeAt('town', places);
    case 'districtOfficer':
    case 'districtApprover':
      return officeAt('district', places);
    default:
      return officeAt(state.procedure?.decider ?? 'district', places);
  }
}

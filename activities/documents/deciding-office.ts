import type { Procedure } from '../../policy/procedures/procedure.ts';
import { deciderOf } from '../../policy/lifecycle/decider.ts';
import type { Decision } from '../../policy/lifecycle/state.ts';
import type { DocumentInput } from './document-input.ts';
import { officeAt, type Places } from './offices.ts';

/** Who will decide; both offices where the amount says which and is not known yet. */
export const decidersOf = ({ decider }: Pick<Procedure, 'decider'>, places: Places): string =>
  decider === 'byAmount'
    ? `${officeAt('town', places)}或者${officeAt('district', places)}按照审批权限`
    : officeAt(decider, places);

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
      return officeAt(deciderOf(state), places);
  }
}

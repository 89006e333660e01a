import type { Role } from '../../policy/lifecycle/actors.ts';
import type { CaseCommand } from '../../policy/lifecycle/commands.ts';
import { deciderOf } from '../../policy/lifecycle/decider.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import type { DivisionTree } from '../access/divisions.ts';

/** A post on the register of staff: role and division. */
export interface Post {
  readonly role: string;
  readonly division: string;
}

const townRoles: readonly Role[] = ['townClerk', 'villageWorker'];
const districtRoles: readonly Role[] = ['districtOfficer', 'districtApprover'];

/**
 * Which posts may be named as visiting the household: the town's clerks and village workers survey 入户调查 [D57 §16]; before the decision
 * 入户核查 the deciding level visits, the district or a town that decides [D57 §20]. Undefined where a command names no visitors.
 */
export function mayVisit(
  { type }: CaseCommand,
  state: CaseState,
  divisions: DivisionTree,
): { readonly as: 'surveyor' | 'visitor'; readonly may: (post: Post) => boolean } | undefined {
  const isOf = ({ role }: Post, roles: readonly Role[]) => roles.some((known) => known === role);
  const ofTown = (post: Post): boolean => {
    const at = divisions.find(post.division);
    const town = at?.level === 'village' ? divisions.find(at.parent) : at;
    return isOf(post, townRoles) && town?.code === state.town;
  };
  const ofDistrict = (post: Post): boolean => isOf(post, districtRoles) && post.division === state.district;
  switch (type) {
    case 'startSurvey':
    case 'recordHomeVisit':
      return { as: 'surveyor', may: ofTown };
    case 'recordDistrictVisit':
      return { as: 'visitor', may: deciderOf(state) === 'town' ? ofTown : ofDistrict };
    default:
      return undefined;
  }
}

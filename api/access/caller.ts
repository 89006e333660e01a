import { roles, type Role } from '../../policy/lifecycle/actors.ts';
import type { DivisionReach } from './divisions.ts';

/** Roles a member of staff can hold; the others belong to the public and to the clock. */
export type StaffRole = Exclude<Role, 'applicant' | 'public' | 'system'>;

const notStaff: readonly Role[] = ['applicant', 'public', 'system'];

/** Every role of staff, in the order of policy.md §9. */
export const staffRoles = roles.filter((role): role is StaffRole => !notStaff.includes(role));

/** Whether the text names a role of staff. */
export function isStaffRole(text: string): text is StaffRole {
  return staffRoles.some((role) => role === text);
}

/** A row of the register of staff. */
export interface StaffMember {
  readonly staffId: string;
  readonly role: StaffRole;
  readonly divisionCode: string;
  readonly displayName: string;
  readonly active: boolean;
  readonly deputyOf?: string;
}

/** The member of staff behind a request. */
export interface Caller {
  readonly staffId: string;
  readonly role: StaffRole;
  readonly divisionCode: string;
  /** From the city down to the caller's own division, by who runs it in fact. */
  readonly divisionPath: readonly string[];
  /** Which divisions the caller's own covers; also what a repository filters lists by. */
  readonly reach: DivisionReach;
  /** The colleague whose tasks the caller may take as deputy. */
  readonly deputyOf?: string;
}

/** The register of staff, as the API reads it. */
export interface StaffDirectory {
  /** The member of that id, active or not; undefined if there is none. */
  find(staffId: string): Promise<StaffMember | undefined>;
  /** Active members, by role and division: what the development stack's sign-in page and token script choose from. */
  list(): Promise<readonly StaffMember[]>;
}

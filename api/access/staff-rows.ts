import { isStaffRole, type StaffMember } from './caller.ts';

interface Row {
  readonly id: string;
  readonly role: string;
  readonly divisionCode: string;
  readonly displayName: string;
  readonly active: boolean;
  readonly deputyOf: string | null;
}

/** A row of the register of staff as a member; undefined for no row, and for a role this version does not know. */
export function staffMemberOf(row: Row | null): StaffMember | undefined {
  if (row === null || !isStaffRole(row.role)) return undefined;
  const { id, role, divisionCode, displayName, active, deputyOf } = row;
  return { staffId: id, role, divisionCode, displayName, active, ...(deputyOf !== null && { deputyOf }) };
}

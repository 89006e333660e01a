import type { StaffRole } from './caller.ts';

/** Roles that work on cases, from report to decision (policy.md §9). */
export const caseworkers = [
  'villageWorker',
  'townClerk',
  'townApprover',
  'districtOfficer',
  'districtApprover',
  'verificationCentre',
  'cityBureau',
] as const satisfies readonly StaffRole[];

/** Roles that may read the cases of their division. Finance office and bank see no reasons, so no cases. */
export const caseReaders = [...caseworkers, 'auditor', 'administrator'] as const satisfies readonly StaffRole[];

/** Roles that give actions to cases. */
export const caseActors = [...caseworkers, 'administrator'] as const satisfies readonly StaffRole[];

/** Roles at the counter: they file applications and register people. */
export const counter = ['villageWorker', 'townClerk'] as const satisfies readonly StaffRole[];

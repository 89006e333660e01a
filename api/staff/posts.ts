import type { StaffRole } from '../access/caller.ts';
import type { DivisionTree } from '../access/divisions.ts';
import type { Bilingual } from '../problems/problem.ts';

/** The level of division at which each role works (policy.md §9). */
const levels: Readonly<Record<StaffRole, readonly string[]>> = {
  villageWorker: ['village'],
  townClerk: ['town'],
  townApprover: ['town'],
  districtOfficer: ['district'],
  districtApprover: ['district'],
  verificationCentre: ['district', 'city'],
  financeOfficer: ['district'],
  bank: ['district', 'city'],
  cityBureau: ['city'],
  auditor: ['district', 'city'],
  administrator: ['district', 'city'],
};

/** Why nobody can hold that post; undefined if somebody can. */
export function postFault(tree: DivisionTree, role: StaffRole, division: string): Bilingual | undefined {
  const place = tree.all.find(({ code }) => code === division);
  if (place === undefined) return { zh: '无此区划', en: 'No such division' };
  if (levels[role].includes(place.level)) return undefined;
  return {
    zh: '该岗位不设在这一级',
    en: `This role works at the level of ${levels[role].join(' or ')}, not of ${place.level}`,
  };
}

import { mayVisit } from '../../api/commands/visiting-posts.ts';
import type { CaseCommand } from '../../policy/lifecycle/commands.ts';
import { delegatedTown, ordinaryTown, type Place, staff, staffOf } from '../fixtures/staff.ts';
import { ACase, visitOf } from '../policy/lifecycle/a-case.ts';
import { changzhou } from './test-app.ts';

const may = (place: Place, type: 'recordHomeVisit' | 'recordDistrictVisit', id: string): boolean => {
  const c = new ACase(place).accept('2026-09-01');
  const { surveyors: visitors, visitedOn, agrees, summary } = visitOf(c, '2026-09-01');
  const command: CaseCommand =
    type === 'recordHomeVisit' ? visitOf(c, '2026-09-01') : { type, visitedOn, visitors, agrees, summary };
  return mayVisit(command, c.state, changzhou)?.may(staff(id)) === true;
};
const { clerk, worker, approver, officer, districtApprover } = staffOf(delegatedTown);
const notOfTheHousehold = [
  'bank-320400-1',
  'auditor-320400-1',
  'financeOfficer-320411-1',
  'verificationCentre-320411-1',
];

describe('Who may be named as visiting a household', () => {
  it('to survey it: town clerks and village workers of its town', () => {
    for (const { staffId } of [clerk, worker]) expect(may(delegatedTown, 'recordHomeVisit', staffId)).toBe(true);
    const others = [approver.staffId, officer.staffId, 'townClerk-320411104-1', 'villageWorker-320411104002-1'];
    for (const id of [...others, ...notOfTheHousehold]) expect(may(delegatedTown, 'recordHomeVisit', id)).toBe(false);
  });

  it('before the decision of the district: its own officers', () => {
    for (const { staffId } of [officer, districtApprover])
      expect(may(ordinaryTown, 'recordDistrictVisit', staffId)).toBe(true);
    for (const id of ['townClerk-320411104-1', 'districtOfficer-320402-1', ...notOfTheHousehold])
      expect(may(ordinaryTown, 'recordDistrictVisit', id)).toBe(false);
  });

  it('before the decision of a town: the staff of that town', () => {
    expect(may(delegatedTown, 'recordDistrictVisit', clerk.staffId)).toBe(true);
    for (const id of [officer.staffId, 'townClerk-320411104-1'])
      expect(may(delegatedTown, 'recordDistrictVisit', id)).toBe(false);
  });
});

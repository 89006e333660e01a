import { waitingFor } from '../../../policy/payment-run/tasks.ts';

const stagesFor = (...[role]: Parameters<typeof waitingFor>) => [
  ...new Set(waitingFor(role).map(({ stage }) => stage)),
];

describe('A payment run waits', () => {
  it('for the officer of the district to check it, send it to finance and see it settled', () => {
    expect(stagesFor('districtOfficer')).toEqual(['drawnUp', 'districtApproved', 'sentToBank']);
    expect(waitingFor('districtOfficer').every(({ level }) => level === 0)).toBe(true);
  });

  it('for the approver to approve it, and for finance to send it to the bank', () => {
    expect(waitingFor('districtApprover')).toContainEqual({ stage: 'checked', level: 0 });
    expect(waitingFor('financeOfficer')).toEqual([{ stage: 'sentToFinance', level: 0 }]);
  });

  it('for the level above once it is late, and while it is drawn up for nobody', () => {
    expect(waitingFor('districtApprover')).toContainEqual({ stage: 'drawnUp', level: 1 });
    expect(waitingFor('cityBureau')).toContainEqual({ stage: 'drawingUp', level: 1 });
    expect([...waitingFor('districtOfficer'), ...waitingFor('cityBureau')]).not.toContainEqual({
      stage: 'drawingUp',
      level: 0,
    });
  });

  it('for nobody of the towns', () => {
    expect(waitingFor('townClerk')).toEqual([]);
  });
});

import { waitingFor } from '../../../policy/payment-run/tasks.ts';

const stagesFor = (...[role]: Parameters<typeof waitingFor>) => [
  ...new Set(waitingFor(role).map(({ stage }) => stage)),
];

describe('A payment run waits', () => {
  it('for the officer of the district to check it, send it to finance and see it settled', () => {
    expect(stagesFor('districtOfficer')).toEqual(['drawingUp', 'drawnUp', 'districtApproved', 'sentToBank']);
  });

  it('for the approver to approve it, and for finance to send it to the bank', () => {
    expect(waitingFor('districtApprover')).toContainEqual({ stage: 'checked', level: 0, role: 'districtApprover' });
    expect(waitingFor('financeOfficer')[0]).toEqual({ stage: 'sentToFinance', level: 0, role: 'financeOfficer' });
    expect(stagesFor('financeOfficer')).toEqual(['sentToFinance']);
  });

  it('for the level above to see to it once it is late, still for who has to act, and while it is drawn up for nobody', () => {
    const late = { stage: 'drawnUp', level: 1, role: 'districtOfficer', supervisor: 'districtApprover' };
    expect(waitingFor('districtApprover')).toContainEqual(late);
    expect(waitingFor('districtOfficer')).toContainEqual(late);
    expect(waitingFor('cityBureau')).toContainEqual(
      expect.objectContaining({ stage: 'drawingUp', level: 1, supervisor: 'cityBureau' }),
    );
    expect([...waitingFor('districtOfficer'), ...waitingFor('cityBureau')]).not.toContainEqual(
      expect.objectContaining({ stage: 'drawingUp', level: 0 }),
    );
  });

  it('for nobody of the towns', () => {
    expect(waitingFor('townClerk')).toEqual([]);
  });
});

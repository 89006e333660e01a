import { addDays } from '../../../policy/dates.ts';
import { tasksOf } from '../../../policy/lifecycle/tasks.ts';
import { elderlyCouple, earning, withMember } from '../../fixtures/households.ts';
import { delegatedTown, deputy, inRole, ordinaryTown } from '../../fixtures/staff.ts';
import { ACase } from './a-case.ts';
import { day } from './case-driver.ts';

const confirm = { type: 'confirm' } as const;

const visitBy = (c: ACase, on: string, ids: readonly string[]) => ({
  type: 'recordDistrictVisit' as const,
  visitedOn: day(on),
  visitors: ids.map((staffId) => ({ staffId, file: 'f' })),
  agrees: true,
  summary: c.state.stage,
});

describe('The spot check of R2012', () => {
  const arrived = (drawn: boolean) => {
    const c = new ACase(ordinaryTown, elderlyCouple).untilPosted('2020-04-20');
    c.drawn = drawn;
    return c.forward('2020-04-29');
  };

  it('orders a draw of thirty in the hundred when the case arrives at the district', () => {
    const c = arrived(false);
    expect(c.events.at(-1)?.draw?.percent).toBe(30);
    expect(c.state.spotCheck).toMatchObject({ drawn: false, arrival: 1, visitDue: [] });
    c.districtOpinion('2020-04-30');
  });

  it('asks for a home visit when drawn, before the district gives its opinion', () => {
    const c = arrived(true);
    expect(c.state.spotCheck).toMatchObject({ drawn: true, visitDue: ['drawn'] });
    expect(() => c.districtOpinion('2020-04-30')).toThrow('home-visit-due');
    expect(tasksOf(c.state)[0]?.name).toBe('recordDistrictVisit');
    c.give(
      c.staff.otherOfficer,
      '2020-04-30',
      visitBy(c, '2020-04-30', [c.staff.otherOfficer.staffId, c.staff.clerk.staffId]),
    );
    c.districtOpinion('2020-04-30').passTo('2020-05-08');
    c.confirm('2020-05-09');
  });

  it('is not drawn in later regimes, unless a place sets a share', () => {
    const c = new ACase(ordinaryTown).untilPosted('2026-09-01').forward('2026-09-09');
    expect(c.events.some(({ draw }) => draw !== undefined)).toBe(false);
  });

  it.each([
    { share: 30, inPlaceOf: 0, on: '2026-09-01', draws: 30 },
    { share: 50, inPlaceOf: 30, on: '2020-04-20', draws: 50 },
    { share: 0, inPlaceOf: 30, on: '2020-04-20', draws: undefined },
  ])('follows the $share in the hundred that a place has set in place of $inPlaceOf', ({ share, on, draws }) => {
    const c = new ACase(ordinaryTown, elderlyCouple);
    const known = c.law.parameters;
    const rows = [{ from: day('2012-12-12'), value: share, source: 'the place' }];
    c.parameters = { ...known, values: { ...known.values, 'dibao.spotCheckShare': rows } };
    c.untilPosted(on).forward(addDays(day(on), 9));
    expect(c.events.flatMap(({ draw }) => draw?.percent ?? [])).toEqual(draws === undefined ? [] : [draws]);
  });

  it('visits doubtful and complained-of cases too', () => {
    const c = new ACase(ordinaryTown, elderlyCouple).accept('2020-04-20').verify('2020-04-20', 'differs');
    const doubt = c.state.doubts[0]?.id ?? '';
    c.give(c.staff.clerk, '2020-04-20', { type: 'clearDoubt', doubt, outcome: 'cleared', by: 'phone', note: '代存。' });
    c.visit('2020-04-20').appraise('2020-04-20').opine('2020-04-20').post('2020-04-20').passTo('2020-04-28');
    expect(() => c.forward('2020-04-28').districtOpinion('2020-04-29')).toThrow('home-visit-due');
    const d = new ACase(delegatedTown).untilPosted('2026-09-01');
    d.give(d.staff.public, '2026-09-09', { type: 'recordComplaint', complaintId: 'complaint-1' });
    expect(d.refusal(d.staff.approver, '2026-09-10', confirm)).toBe('home-visit-due');
  });
});

describe('An objection to the posting of the district under R2012', () => {
  it('is investigated in twenty working days, then a new opinion is posted again', () => {
    const c = new ACase(ordinaryTown, elderlyCouple).untilPosted('2020-04-20').forward('2020-04-28');
    c.districtOpinion('2020-04-29').object('2020-05-04');
    expect(c.clock('objection').lastDay).toBe('2020-06-01');
    expect(c.refusal(c.staff.districtApprover, '2020-05-05', confirm)).toBe('not-in-this-stage');
    c.passTo('2020-05-07');
    expect(c.state.stage).toBe('reinvestigating');
    c.give(c.staff.officer, '2020-05-12', {
      type: 'investigateObjection',
      objectionId: 'objection-1',
      upheld: false,
      finding: '不属实。',
    });
    expect(c.state.stage).toBe('confirming');
    expect(c.clocks()).toEqual(['districtOpinion']);
    expect(tasksOf(c.state).map(({ name }) => name)).toEqual(['writeDistrictOpinion']);
    expect(c.refusal(c.staff.districtApprover, '2020-05-12', confirm)).toBe('district-posting-due');
    c.districtOpinion('2020-05-13');
    expect(c.state.postings.map(({ scope }) => scope)).toEqual(['village', 'district', 'district']);
    c.passTo('2020-05-21');
    expect(c.clock('districtDecision').lastDay).toBe('2020-05-25');
    expect(() => c.districtOpinion('2020-05-22')).toThrow('opinion-written');
    c.confirm('2020-05-25');
    expect(c.state.grants[0]?.from).toBe('2020-06');
  });

  it('answered while it hangs leads to a new opinion all the same', () => {
    const c = new ACase(ordinaryTown, elderlyCouple).untilPosted('2020-04-20').forward('2020-04-28');
    c.districtOpinion('2020-04-29').object('2020-05-04').answerObjection('2020-05-05').passTo('2020-05-07');
    expect(c.state.stage).toBe('confirming');
    expect(c.clocks()).toEqual(['districtOpinion']);
  });
});

describe('Nobody decides who had a hand in the case before', () => {
  const due = () => {
    const c = new ACase(ordinaryTown).untilPosted('2026-09-01').forward('2026-09-09');
    c.give(c.staff.public, '2026-09-09', { type: 'recordComplaint', complaintId: 'complaint-1' });
    const visitors = [c.staff.otherOfficer.staffId, 'districtOfficer-320411-3'];
    c.give(c.staff.officer, '2026-09-10', visitBy(c, '2026-09-10', visitors));
    return c;
  };
  const decider = (id: string) => inRole(id, 'districtApprover', '320411');

  it.each([
    ['accepted and asked for verification', 'townClerk-320411104-1'],
    ['surveyed', 'townClerk-320411104-2'],
    ['wrote the opinion', 'townClerk-320411104-3'],
    ['signed it', 'townApprover-320411104-1'],
    ['recorded the visit of the district', 'districtOfficer-320411-1'],
    ['visited for the district', 'districtOfficer-320411-3'],
  ])('neither who %s nor a deputy for that person', (_hand, id) => {
    const c = due();
    expect(c.refusal(decider(id), '2026-09-11', confirm)).toBe('four-eyes');
    expect(c.refusal(deputy('districtApprover-320411-1', id), '2026-09-11', confirm)).toBe('four-eyes');
    expect(c.refusal(decider(id), '2026-09-11', { type: 'refuse', ground: '无。' })).toBe('four-eyes');
    c.confirm('2026-09-11');
  });

  it('nor the other level', () => {
    const c = due();
    expect(c.refusal(c.staff.approver, '2026-09-11', confirm)).toBe('not-the-decider');
    const town = new ACase().untilPosted('2026-09-01');
    expect(town.refusal(town.staff.districtApprover, '2026-09-11', confirm)).toBe('not-the-decider');
  });
});

describe('The day of the decision', () => {
  it('needs a report still valid: after 90 days verification is asked again', () => {
    const c = new ACase().untilPosted('2026-03-02');
    expect(c.refusal(c.staff.approver, '2026-05-31', confirm)).toBe('report-expired');
    c.verify('2026-06-01').confirm('2026-06-02');
  });

  it('in June grants from July at the standard of July', () => {
    const c = new ACase().untilPosted('2026-06-01').confirm('2026-06-15');
    // The costs of work follow the standard of the assessment, 1,155; the amount that of July, 1,215.
    expect(c.state.grants).toEqual([{ from: '2026-07', amount: 209300, decision: 1 }]);
  });

  it('in a delegated town is followed by publication and a notice', () => {
    const c = new ACase().untilPayment('2026-09-01', '2026-09-15');
    expect(tasksOf(c.state).map(({ name }) => name)).toEqual(['recordService', 'publish']);
    c.give(c.staff.worker, '2026-09-16', { type: 'publish', place: '村务公开栏' });
    expect(c.state.published).toBe('2026-09-16');
    expect(c.refusal(c.staff.worker, '2026-09-16', { type: 'publish', place: '村务公开栏' })).toBe('published');
    const notice = {
      type: 'recordService',
      document: c.document('confirmationNotice'),
      method: 'post',
      servedOn: day('2026-09-17'),
    } as const;
    c.give(c.staff.clerk, '2026-09-17', notice);
    expect(c.refusal(c.staff.clerk, '2026-09-17', notice)).toBe('served');
    expect([...new Set(c.clocks())]).toEqual(['birthday', 'recheck']);
  });

  it('confirms nothing that the conditions refuse by then', () => {
    const c = new ACase();
    c.accept('2026-06-20').verify('2026-06-20').visit('2026-06-20');
    // 1,210 yuan a head: below 1,215 in July, above 1,155 in June.
    const facts = withMember(c.state, 'person-he-1', earning(47_900));
    expect(() => c.opine('2026-06-22', { facts })).toThrow('conditions-not-met');
    c.opine('2026-07-01', { facts }).post('2026-07-01').passTo('2026-07-09');
    c.confirm('2026-07-10');
  });
});

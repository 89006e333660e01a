import { addDays } from '../../../policy/dates.ts';
import { allowedCommands } from '../../../policy/lifecycle/decide.ts';
import { tasksOf } from '../../../policy/lifecycle/tasks.ts';
import { elderlyCouple, earning, withMember } from '../../fixtures/households.ts';
import { delegatedTown, deputy, inRole, ordinaryTown } from '../../fixtures/staff.ts';
import { ACase } from './a-case.ts';
import { day } from './case-driver.ts';

const confirm = { type: 'confirm' } as const;

const visitBy = (c: ACase, on: string, ids: readonly string[], agrees = true) => ({
  type: 'recordDistrictVisit' as const,
  visitedOn: day(on),
  visitors: ids.map((staffId) => ({ staffId, file: 'f' })),
  agrees,
  summary: c.state.stage,
});
const tasks = (c: ACase) => tasksOf(c.state).map(({ name, role }) => [name, role]);

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
      visitBy(c, '2020-04-30', [c.staff.otherOfficer.staffId, 'districtOfficer-320411-3']),
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
    expect(c.state.spotCheck?.visitDue).toEqual(['doubt']);
    expect(tasks(c)).toEqual([
      ['recordDistrictVisit', 'districtOfficer'],
      ['writeDistrictOpinion', 'districtOfficer'],
    ]);
    c.give(
      c.staff.officer,
      '2020-04-29',
      visitBy(c, '2020-04-29', [c.staff.officer.staffId, 'districtOfficer-320411-3']),
    );
    expect(tasks(c)).toEqual([['writeDistrictOpinion', 'districtOfficer']]);
    c.districtOpinion('2020-04-29');
    const d = new ACase(delegatedTown).untilPosted('2026-09-01');
    d.give(d.staff.public, '2026-09-09', { type: 'recordComplaint', complaintId: 'complaint-1' });
    expect(d.refusal(d.staff.approver, '2026-09-10', confirm)).toBe('home-visit-due');
  });
});

describe('The home visit before the decision', () => {
  const complainedOf = (place: typeof delegatedTown | typeof ordinaryTown) => {
    const c = new ACase(place).untilPosted('2026-09-01');
    if (c.state.stage === 'forwarding') c.forward('2026-09-10');
    c.give(c.staff.public, '2026-09-11', { type: 'recordComplaint', complaintId: 'complaint-1' });
    return c;
  };
  const fromDistrict = ['districtOfficer-320411-2', 'districtOfficer-320411-3'];
  const fromTown = ['townClerk-320411101-8', 'townClerk-320411101-9'];

  it('is recorded by the district where the district decides, by the town where the town does', () => {
    const c = complainedOf(ordinaryTown);
    expect(tasks(c)[0]).toEqual(['recordDistrictVisit', 'districtOfficer']);
    const byDistrict = visitBy(c, '2026-09-11', fromDistrict);
    expect(c.refusal(c.staff.clerk, '2026-09-11', byDistrict)).toBe('not-the-decider');
    expect(allowedCommands(c.state, c.staff.clerk)).not.toContain('recordDistrictVisit');
    c.give(c.staff.officer, '2026-09-11', byDistrict);
    const t = complainedOf(delegatedTown);
    expect(tasks(t)[0]).toEqual(['recordDistrictVisit', 'townClerk']);
    const byTown = visitBy(t, '2026-09-11', fromTown);
    expect(t.refusal(t.staff.officer, '2026-09-11', byTown)).toBe('not-the-decider');
    t.give(t.staff.clerk, '2026-09-11', byTown);
    t.confirm('2026-09-12');
  });

  it('counts from the day on which it became due', () => {
    const c = complainedOf(ordinaryTown);
    // Forwarded on the 10th, complained of on the 11th.
    expect(c.refusal(c.staff.officer, '2026-09-12', visitBy(c, '2026-09-10', fromDistrict))).toBe('before-visit-due');
    c.give(c.staff.officer, '2026-09-12', visitBy(c, '2026-09-11', fromDistrict));
    const drawn = new ACase(ordinaryTown, elderlyCouple).untilPosted('2020-04-20');
    drawn.drawn = true;
    drawn.forward('2020-04-29');
    const early = visitBy(drawn, '2020-04-28', fromDistrict);
    expect(drawn.refusal(drawn.staff.officer, '2020-04-30', early)).toBe('before-visit-due');
    drawn.give(drawn.staff.officer, '2020-04-30', visitBy(drawn, '2020-04-29', fromDistrict));
  });

  it('is made by others than those who surveyed for the town', () => {
    const c = complainedOf(ordinaryTown);
    const withSurveyor = visitBy(c, '2026-09-11', [c.staff.surveyor.staffId, c.staff.otherOfficer.staffId]);
    expect(c.refusal(c.staff.officer, '2026-09-11', withSurveyor)).toBe('surveyor-visits');
    const t = new ACase().accept('2026-09-01').verify('2026-09-01');
    const licensed = { socialWorkerLicence: 'SW-1', file: 'f' };
    t.visit('2026-09-01', { surveyors: [{ staffId: t.staff.clerk.staffId, file: 'f' }, licensed] });
    t.opine('2026-09-01').post('2026-09-01').passTo('2026-09-09');
    const withSocialWorker = {
      ...visitBy(t, '2026-09-09', []),
      visitors: [{ staffId: 'townClerk-320411101-9', file: 'f' }, licensed],
    };
    expect(t.refusal(t.staff.clerk, '2026-09-09', withSocialWorker)).toBe('surveyor-visits');
  });

  it('that disagrees stands against confirming, until a further one agrees', () => {
    const c = complainedOf(delegatedTown);
    c.give(c.staff.clerk, '2026-09-11', visitBy(c, '2026-09-11', fromTown, false));
    expect(tasks(c)).toContainEqual(['refuse', 'townApprover']);
    expect(tasks(c).map(([name]) => name)).not.toContain('confirm');
    expect(c.refusal(c.staff.otherApprover, '2026-09-12', confirm)).toBe('visit-disagrees');
    c.give(c.staff.clerk, '2026-09-12', visitBy(c, '2026-09-12', fromTown));
    expect(tasks(c)).toContainEqual(['confirm', 'townApprover']);
    c.confirm('2026-09-12');
  });

  it('that disagrees leaves the district nothing but to refuse', () => {
    const c = new ACase(ordinaryTown, elderlyCouple).untilPosted('2020-04-20');
    c.drawn = true;
    c.forward('2020-04-29').give(c.staff.officer, '2020-04-30', visitBy(c, '2020-04-30', fromDistrict, false));
    expect(tasks(c)).toEqual([['refuse', 'districtApprover']]);
    expect(() => c.districtOpinion('2020-04-30')).toThrow('visit-disagrees');
    c.give(c.staff.districtApprover, '2020-04-30', { type: 'refuse', ground: '家庭情况与申报不一致。' });
    expect(c.state.stage).toBe('refused');
  });

  it.each([
    ['a complaint', { type: 'recordComplaint', complaintId: 'complaint-2' }],
    [
      'a relative registered',
      { type: 'registerRelative', staffId: 'townClerk-320411101-7', personId: 'person-he-1', relation: '兄弟' },
    ],
  ] as const)('is due anew after %s that came when it had been made', (_matter, command) => {
    const c = complainedOf(delegatedTown);
    c.give(c.staff.clerk, '2026-09-11', visitBy(c, '2026-09-11', fromTown));
    expect(c.state.spotCheck?.visitDue).toEqual([]);
    c.give(c.staff.worker, '2026-09-14', command);
    expect(tasks(c)[0]).toEqual(['recordDistrictVisit', 'townClerk']);
    expect(c.refusal(c.staff.otherApprover, '2026-09-14', confirm)).toBe('home-visit-due');
    expect(c.refusal(c.staff.clerk, '2026-09-14', visitBy(c, '2026-09-11', fromTown))).toBe('before-visit-due');
    c.give(c.staff.clerk, '2026-09-14', visitBy(c, '2026-09-14', fromTown));
    c.confirm('2026-09-14');
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

  it('asks for verification again in the worklist as soon as the case shows that the report has expired', () => {
    const c = new ACase().untilPosted('2026-03-02');
    expect(tasks(c)).toEqual([['confirm', 'townApprover']]);
    c.give(c.staff.clerk, '2026-06-01', { type: 'changeAccount', accountId: 'account-2' });
    expect(tasks(c)).toEqual([
      ['requestVerification', 'townClerk'],
      ['confirm', 'townApprover'],
    ]);
    c.give(c.staff.clerk, '2026-06-01', { type: 'requestVerification' });
    expect(tasks(c).map(([name]) => name)).toEqual(['confirm', 'startVerification:2']);
    c.answerRound('2026-06-01');
    expect(tasks(c)).toEqual([['confirm', 'townApprover']]);
  });

  it('asks for no new report where only a refusal can follow', () => {
    const c = new ACase().accept('2026-03-02').verify('2026-03-02').visit('2026-03-02');
    c.opine('2026-03-02', { proposal: 'refuse', ground: '收入超过标准。' });
    c.give(c.staff.clerk, '2026-06-01', { type: 'changeAccount', accountId: 'account-2' });
    expect(tasks(c)).toEqual([['refuse', 'townApprover']]);
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

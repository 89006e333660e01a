import { tasksOf } from '../../../policy/lifecycle/tasks.ts';
import { earning, withMember } from '../../fixtures/households.ts';
import { inRole, ordinaryTown } from '../../fixtures/staff.ts';
import { ACase, opinionOf, visitOf } from './a-case.ts';
import { day } from './case-driver.ts';

const sheet = { file: 'f' };

describe('The home visit', () => {
  const verified = () => new ACase().accept('2026-09-01').verify('2026-09-02');

  it.each([
    ['one person', [{ staffId: 'townClerk-320411101-1', ...sheet }], 'two-surveyors'],
    [
      'the same person twice',
      [
        { staffId: 'townClerk-320411101-1', ...sheet },
        { staffId: 'townClerk-320411101-1', ...sheet },
      ],
      'two-surveyors',
    ],
    ['one named and one unnamed', [{ staffId: 'townClerk-320411101-1', ...sheet }, sheet], 'two-surveyors'],
    [
      'two contracted social workers',
      [
        { socialWorkerLicence: 'SW-1', ...sheet },
        { socialWorkerLicence: 'SW-2', ...sheet },
      ],
      'staff-surveyor',
    ],
  ])('is not made by %s', (_who, surveyors, code) => {
    const c = verified();
    expect(c.refusal(c.staff.clerk, '2026-09-03', { ...visitOf(c, '2026-09-03'), surveyors })).toBe(code);
  });

  it('may be made by one clerk and one contracted social worker, a member signing', () => {
    const c = verified();
    const surveyors = [
      { staffId: 'townClerk-320411101-1', ...sheet },
      { socialWorkerLicence: 'SW-1', ...sheet },
    ];
    const stranger = { personId: 'stranger', file: 'f' };
    const visit = { ...visitOf(c, '2026-09-03'), surveyors };
    expect(c.refusal(c.staff.clerk, '2026-09-03', { ...visit, memberPresent: stranger })).toBe('not-a-member');
    c.give(c.staff.clerk, '2026-09-03', visit);
    expect(c.state.stage).toBe('opinionDue');
  });

  it('is signed by an adult of the household; by a child only where no adult is left', () => {
    const c = verified();
    const by = (on: string, personId: string) => ({ ...visitOf(c, on), memberPresent: { personId, file: 'f' } });
    expect(c.refusal(c.staff.clerk, '2026-09-03', by('2026-09-03', 'person-he-3'))).toBe('adult-signs');
    c.visit('2026-09-03').opine('2026-09-03').post('2026-09-03').passTo('2026-09-11');
    c.confirm('2026-09-14').report('2026-10-10', { kind: 'memberDied', personId: 'person-he-1' });
    expect(c.refusal(c.staff.clerk, '2026-10-12', by('2026-10-12', 'person-he-1'))).toBe('member-died');
    expect(c.refusal(c.staff.clerk, '2026-10-12', by('2026-10-12', 'person-he-3'))).toBe('adult-signs');
    c.report('2026-10-12', { kind: 'memberDied', personId: 'person-he-2' });
    c.give(c.staff.clerk, '2026-10-12', by('2026-10-12', 'person-he-3'));
  });

  it('lies between acceptance and today', () => {
    const c = verified();
    const visit = visitOf(c, '2026-09-03');
    expect(c.refusal(c.staff.clerk, '2026-09-03', { ...visit, visitedOn: day('2026-08-31') })).toBe(
      'before-acceptance',
    );
    expect(c.refusal(c.staff.clerk, '2026-09-03', { ...visit, visitedOn: day('2026-09-04') })).toBe('in-future');
  });

  it('comes after the verification under R2012', () => {
    const c = new ACase(ordinaryTown).accept('2020-04-20');
    expect(c.refusal(c.staff.clerk, '2020-04-21', visitOf(c, '2020-04-21'))).toBe('verification-first');
    c.verify('2020-04-22');
    const before = { ...visitOf(c, '2020-04-23'), visitedOn: day('2020-04-21') };
    expect(c.refusal(c.staff.clerk, '2020-04-23', before)).toBe('verification-first');
    c.visit('2020-04-23');
  });
});

describe('The appraisal of R2012', () => {
  const due = () => new ACase(ordinaryTown).accept('2020-04-20').verify('2020-04-21').visit('2020-04-22');

  it('needs residents or their representatives to be two thirds of those present', () => {
    const c = due();
    const attend = (residents: number) => ({ town: 2, villageOrganisation: 1, residents, representatives: 0 });
    expect(() => c.appraise('2020-04-23', { attendance: attend(5) })).toThrow('too-few-residents');
    const nobody = { town: 0, villageOrganisation: 0, residents: 0, representatives: 0 };
    expect(() => c.appraise('2020-04-23', { attendance: nobody })).toThrow('too-few-residents');
    c.appraise('2020-04-23', { attendance: attend(6) });
    expect(c.state.stage).toBe('opinionDue');
  });

  it('leads to a second survey when heavily disputed', () => {
    const c = due().appraise('2020-04-23', { conclusion: 'disputed' });
    expect(c.state.stage).toBe('reinvestigating');
    expect(tasksOf(c.state)).toMatchObject([{ name: 'recordHomeVisit', dueDate: '2020-05-09' }]);
    c.visit('2020-04-24');
    expect(c.state.stage).toBe('opinionDue');
    c.opine('2020-04-26').post('2020-04-26').object('2020-04-27').passTo('2020-05-04');
    expect(c.state.stage).toBe('reinvestigating');
    c.answerObjection('2020-05-06');
    expect(c.state.stage).toBe('opinionDue');
  });
});

describe('The opinion of the town', () => {
  const due = () => new ACase(ordinaryTown).accept('2026-09-01').verify('2026-09-02').visit('2026-09-03');

  it('is posted when favourable, and goes straight on when it is not', () => {
    const good = due().opine('2026-09-04');
    expect(good.state.stage).toBe('postingDue');
    const bad = due().opine('2026-09-04', { proposal: 'refuse', ground: '不符合条件。' });
    expect(bad.state.stage).toBe('forwarding');
    bad.forward('2026-09-07');
    expect(tasksOf(bad.state).map(({ name }) => name)).toEqual(['refuse']);
  });

  it('cannot propose a grant that the conditions refuse', () => {
    const c = due();
    const facts = withMember(c.state, 'person-he-1', earning(90_000));
    expect(c.refusal(c.staff.writer, '2026-09-04', { ...opinionOf(c), facts })).toBe('conditions-not-met');
  });

  it('is signed by another person, who did not survey', () => {
    const c = due();
    c.give(c.staff.writer, '2026-09-04', opinionOf(c));
    expect(tasksOf(c.state).map(({ name }) => name)).toEqual(['signOpinion']);
    expect(c.refusal(c.staff.writer, '2026-09-04', opinionOf(c))).toBe('opinion-written');
    const sign = { type: 'signOpinion' } as const;
    const asApprover = (id: string) => inRole(id, 'townApprover', ordinaryTown.town);
    expect(c.refusal(asApprover(c.staff.writer.staffId), '2026-09-04', sign)).toBe('four-eyes');
    expect(c.refusal(asApprover(c.staff.surveyor.staffId), '2026-09-04', sign)).toBe('four-eyes');
    const deputy = { ...c.staff.approver, onBehalfOf: c.staff.surveyor.staffId };
    expect(c.refusal(deputy, '2026-09-04', sign)).toBe('four-eyes');
    c.give(c.staff.approver, '2026-09-04', sign);
    expect(c.refusal(c.staff.approver, '2026-09-04', sign)).toBe('not-in-this-stage');
  });

  it('lists nobody who has not signed and been verified', () => {
    const c = due();
    const grandmother = {
      personId: 'person-he-4',
      relation: 'parent',
      legalDutyOfSupport: true,
      birthDate: day('1950-01-01'),
      incomes: [],
    } as const;
    const facts = { ...c.state.facts, members: [...c.state.facts.members, grandmother] };
    const opinion = { ...opinionOf(c), facts };
    expect(c.refusal(c.staff.writer, '2026-09-04', opinion)).toBe('authorisation-missing');
    c.authorise('2026-09-04', ['person-he-4']);
    expect(c.refusal(c.staff.writer, '2026-09-04', opinion)).toBe('verification-due');
    c.verify('2026-09-04', 'agrees', ['person-he-4']).opine('2026-09-07', { facts });
    expect(c.state.assessment?.countedMembers).toHaveLength(4);
  });
});

describe('An objection while the opinion is posted', () => {
  const posted = () =>
    new ACase(ordinaryTown)
      .accept('2026-09-01')
      .verify('2026-09-02')
      .visit('2026-09-03')
      .opine('2026-09-04')
      .post('2026-09-07');

  it('never stops the clock: the posting ends on its day and the total stays', () => {
    const c = posted().object('2026-09-09');
    expect(c.clock('postingEnd').lastDay).toBe('2026-09-14');
    expect(c.clock('decision').lastDay).toBe('2026-10-19');
    expect(c.clock('objection').lastDay).toBe('2026-09-22');
    expect(() => c.object('2026-09-10')).toThrow('objection-raised');
    c.passTo('2026-09-15');
    expect(c.state.stage).toBe('reinvestigating');
  });

  it('permits the limit of 45 working days once, by a decider', () => {
    const quiet = posted();
    const extend = { type: 'extendLimit', ground: 'objection', note: '公示期间有异议。' } as const;
    expect(quiet.refusal(quiet.staff.districtApprover, '2026-09-09', extend)).toBe('no-objection');
    const c = posted().object('2026-09-09');
    c.give(c.staff.districtApprover, '2026-09-09', extend);
    expect(c.clock('decision')).toMatchObject({ lastDay: '2026-11-09', from: '2026-09-01' });
    expect(c.document('extensionNotice')).toBeDefined();
    expect(c.refusal(c.staff.districtApprover, '2026-09-09', extend)).toBe('extended-once');
  });

  it('no longer extends a limit that would have passed all the same', () => {
    const c = new ACase().accept('2026-03-02');
    const extend = { type: 'extendLimit', ground: 'hardSurvey', note: '调查困难。' } as const;
    expect(c.refusal(c.staff.approver, '2026-08-01', extend)).toBe('limit-passed');
  });

  it.each([
    ['answered before the posting ends', '2026-09-10'],
    ['answered after it', '2026-09-16'],
  ])('leads to a new opinion that goes forward without a new posting, %s', (_when, answered) => {
    const c = posted().object('2026-09-09').answerObjection(answered);
    c.passTo('2026-09-17');
    expect(c.state.stage).toBe('opinionDue');
    c.opine('2026-09-17');
    expect(c.state.stage).toBe('forwarding');
    expect(c.state.postings).toHaveLength(1);
    c.forward('2026-09-18').confirm('2026-10-19');
    expect(c.state.stage).toBe('inPayment');
  });

  it('may lead to an appraisal, and when that is disputed to a second survey after the posting', () => {
    const quiet = posted();
    expect(() => quiet.appraise('2026-09-09')).toThrow('no-objection');
    const c = posted().object('2026-09-09').appraise('2026-09-10', { conclusion: 'disputed' });
    expect(c.state.stage).toBe('posting');
    c.answerObjection('2026-09-11').passTo('2026-09-15');
    expect(c.state.stage).toBe('reinvestigating');
    expect(tasksOf(c.state).map(({ name }) => name)).toEqual(['recordHomeVisit']);
    c.visit('2026-09-16');
    expect(c.state.stage).toBe('opinionDue');
  });

  it('may lead to a refusal when it was right', () => {
    const c = posted().object('2026-09-09').answerObjection('2026-09-16', true);
    c.opine('2026-09-17', { proposal: 'refuse', ground: '异议属实。' }).forward('2026-09-18');
    c.give(c.staff.districtApprover, '2026-09-21', { type: 'refuse', ground: '家庭收入超过标准。' });
    expect(c.state.decisions[0]).toMatchObject({
      kind: 'refused',
      nextKinds: [{ kind: 'dibaoEdge' }, { kind: 'temporaryAssistance' }],
    });
  });
});

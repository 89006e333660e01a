import { withNotice } from '../../../policy/calendar/built-in.ts';
import type { Actor } from '../../../policy/lifecycle/actors.ts';
import { allowedCommands } from '../../../policy/lifecycle/decide.ts';
import { tasksOf } from '../../../policy/lifecycle/tasks.ts';
import { coupleWithChild, earning, manAlone, withMember } from '../../fixtures/households.ts';
import { delegatedTown, deputy, inRole, ordinaryTown, staffOf } from '../../fixtures/staff.ts';
import { ACase, opinionOf, proposalOf } from './a-case.ts';
import { day } from './case-driver.ts';

const paid = () => new ACase(delegatedTown, manAlone).untilPayment('2026-03-02', '2026-03-20');

describe('Changes of account, head and members', () => {
  it('are recorded once each', () => {
    const c = new ACase().untilPayment('2026-03-02', '2026-03-20');
    const account = { type: 'changeAccount', accountId: 'account-2' } as const;
    c.give(c.staff.clerk, '2026-06-10', account);
    expect(c.refusal(c.staff.clerk, '2026-06-10', account)).toBe('same-account');
    const head = { type: 'changeHead', head: 'person-he-2' } as const;
    c.give(c.staff.clerk, '2026-06-10', head);
    expect(c.state.application.head).toBe('person-he-2');
    expect(c.refusal(c.staff.clerk, '2026-06-10', head)).toBe('same-head');
    expect(c.refusal(c.staff.clerk, '2026-06-10', { type: 'changeHead', head: 'stranger' })).toBe('not-a-member');
  });

  it('of members: a newborn signs through a parent and is verified before the amount rises', () => {
    const c = new ACase().untilPayment('2026-03-02', '2026-03-20');
    expect(() => c.report('2026-08-03', { kind: 'memberAdded' })).toThrow('person-missing');
    c.report('2026-08-03', { kind: 'memberAdded', personId: 'person-he-4', happenedOn: day('2026-07-28') });
    const child = {
      personId: 'person-he-4',
      relation: 'child',
      legalDutyOfSupport: true,
      birthDate: day('2026-07-28'),
      incomes: [],
    } as const;
    const facts = { ...coupleWithChild.facts, members: [...coupleWithChild.facts.members, child] };
    expect(c.refusal(c.staff.writer, '2026-08-04', proposalOf(c, 'increase', facts))).toBe('authorisation-missing');
    c.give(c.staff.clerk, '2026-08-04', {
      type: 'recordAuthorisation',
      personId: 'person-he-4',
      by: 'guardian',
      signer: 'person-he-1',
      file: 'f',
    });
    c.verify(
      '2026-08-04',
      'agrees',
      facts.members.map(({ personId }) => personId),
    );
    c.propose('2026-08-04', 'increase', { facts }).adjust('2026-08-05', 'increase');
    expect(c.state.grants.at(-1)).toMatchObject({ from: '2026-09', amount: 344800 });
    expect(c.clock('birthday', 'person-he-4').lastDay).toBe('2042-07-27');
  });

  it('are reported by day and person, not from the future', () => {
    const c = new ACase().untilPayment('2026-03-02', '2026-03-20');
    expect(() => c.report('2026-06-01', { kind: 'custody', happenedOn: day('2026-06-02') })).toThrow('in-future');
    expect(() => c.report('2026-06-01', { kind: 'custody', happenedOn: day('1899-12-31') })).toThrow('before-birth');
    expect(() => c.report('2026-06-01', { kind: 'memberDied', personId: 'stranger' })).toThrow('not-a-member');
    c.report('2026-06-01', { kind: 'incomeChanged' });
    expect(() => c.report('2026-06-01', { kind: 'incomeChanged' })).toThrow('change-reported');
  });
});

describe('A complaint', () => {
  it('is answered within its time, also when the case has closed meanwhile', () => {
    const c = new ACase().accept('2026-09-01');
    const complaint = { type: 'recordComplaint', complaintId: 'complaint-1' } as const;
    c.give(c.staff.public, '2026-09-02', complaint);
    expect(c.refusal(c.staff.public, '2026-09-02', complaint)).toBe('complaint-recorded');
    expect(c.state.spotCheck?.visitDue).toEqual(['complaint']);
    c.give(c.staff.clerk, '2026-09-03', { type: 'withdraw' });
    expect(c.clocks()).toEqual(['complaint']);
    expect(tasksOf(c.state).map(({ name }) => name)).toEqual(['answerComplaint:complaint-1']);
    const answer = { type: 'answerComplaint', complaintId: 'complaint-1', answer: '已调查。' } as const;
    c.give(c.staff.officer, '2026-09-10', answer);
    expect(c.refusal(c.staff.officer, '2026-09-10', answer)).toBe('no-open-complaint');
    expect(c.state.deadlines).toEqual([]);
  });
});

describe('Service of documents', () => {
  const serve = (c: ACase, kind: string, on: string) =>
    c.give(c.staff.clerk, on, {
      type: 'recordService',
      document: c.document(kind),
      method: 'inPerson',
      servedOn: day(on),
    });

  it('stops the clock only when every decision has been told', () => {
    const c = new ACase().untilPayment('2026-03-02', '2026-03-20').report('2026-03-23', { kind: 'incomeChanged' });
    const facts = withMember(coupleWithChild, 'person-he-1', earning(12_000));
    c.propose('2026-03-23', 'increase', { facts }).adjust('2026-03-24', 'increase');
    serve(c, 'acceptanceNotice', '2026-03-25');
    serve(c, 'confirmationNotice', '2026-03-25');
    expect(c.clocks()).toContain('notice');
    serve(c, 'increaseNotice', '2026-03-25');
    expect(c.clocks()).not.toContain('notice');
  });

  it('lies between the day of the document and today', () => {
    const c = paid();
    const service = { type: 'recordService', document: c.document('confirmationNotice'), method: 'post' } as const;
    for (const on of ['2026-03-19', '2026-03-26'])
      expect(c.refusal(c.staff.clerk, '2026-03-25', { ...service, servedOn: day(on) })).toBe('service-date');
    expect(c.refusal(c.staff.clerk, '2026-03-25', { ...service, document: 'none', servedOn: day('2026-03-25') })).toBe(
      'no-such-document',
    );
  });
});

describe('Hands', () => {
  it('take open tasks of their role, once, and pass them on when a colleague leaves', () => {
    const c = new ACase().accept('2026-09-01');
    const take = { type: 'takeTask', task: 'recordHomeVisit' } as const;
    expect(c.refusal(c.staff.approver, '2026-09-01', take)).toBe('no-such-task');
    expect(c.refusal(c.staff.clerk, '2026-09-01', { ...take, task: 'confirm' })).toBe('no-such-task');
    c.give(c.staff.clerk, '2026-09-01', take);
    expect(c.give(c.staff.clerk, '2026-09-01', take)).toEqual([]);
    const hand = { type: 'reassign', from: c.staff.clerk.staffId, to: c.staff.surveyor.staffId } as const;
    c.give(c.staff.approver, '2026-09-02', hand);
    expect(tasksOf(c.state).find(({ name }) => name === 'recordHomeVisit')?.assignee).toBe(c.staff.surveyor.staffId);
    expect(c.give(c.staff.approver, '2026-09-02', hand)).toEqual([]);
  });
});

describe('A limit that reaches into a year without its holiday notice', () => {
  it('is provisional, and moves by an event when the notice is loaded', () => {
    const c = new ACase(ordinaryTown).accept('2026-11-24');
    expect(c.clock('decision')).toMatchObject({ lastDay: '2027-01-06', provisional: true });
    expect(c.clock('investigation').provisional).toBe(false);
    c.calendar = withNotice(c.calendar, 2027, {
      daysOff: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'].map(day),
      daysWorked: [],
    });
    const recount = { type: 'recountDeadlines', year: 2027 } as const;
    const [moved] = c.give(c.staff.system, '2026-11-25', recount);
    expect(moved?.type).toBe('deadlinesRecounted');
    expect(c.clock('decision')).toMatchObject({ lastDay: '2027-01-07', provisional: false, from: '2026-11-24' });
    expect(c.give(c.staff.system, '2026-11-25', recount)).toEqual([]);
  });

  it('moves too when the notice for the next year changes the December before', () => {
    const c = new ACase().accept('2026-12-07');
    expect(c.clock('investigation').lastDay).toBe('2026-12-21');
    c.calendar = withNotice(c.calendar, 2027, { daysOff: ['2026-12-18', '2027-01-01'].map(day), daysWorked: [] });
    c.give(c.staff.system, '2026-12-08', { type: 'recountDeadlines', year: 2027 });
    expect(c.clock('investigation').lastDay).toBe('2026-12-22');
  });
});

describe('What a member of staff may do now', () => {
  it('follows from stage, role and place', () => {
    const c = new ACase().accept('2026-09-01');
    c.give(c.staff.clerk, '2026-09-01', { type: 'requestVerification' });
    expect(allowedCommands(c.state, c.staff.centre)).toEqual(
      expect.arrayContaining(['startVerification', 'recordVerificationAnswers', 'takeTask']),
    );
    expect(allowedCommands(c.state, c.staff.approver)).not.toContain('acceptApplication');
    expect(allowedCommands(c.state, staffOf(ordinaryTown).clerk)).toEqual([]);
  });

  it('leaves out what four eyes would refuse whatever is said, also to a deputy', () => {
    const may = (actor: Actor) => allowedCommands(c.state, actor);
    const as = (earlier: Actor) => inRole(earlier.staffId, 'townApprover', delegatedTown.town);
    const c = new ACase().untilPosted('2026-09-01');
    expect(may(c.staff.approver)).toEqual(expect.arrayContaining(['confirm', 'refuse']));
    for (const known of [
      as(c.staff.writer),
      as(c.staff.surveyor),
      deputy(c.staff.approver.staffId, c.staff.clerk.staffId),
    ])
      expect(may(known).filter((type) => ['confirm', 'refuse'].includes(type))).toEqual([]);
    c.give(c.staff.writer, '2026-09-10', {
      type: 'proposeCorrection',
      ofSeq: 1,
      facts: c.state.facts,
      ground: '有误。',
    });
    expect(may(as(c.staff.writer))).not.toContain('approveCorrection');
    expect(may(c.staff.approver)).toContain('approveCorrection');
    c.confirm('2026-09-10');
    expect(may(c.staff.otherApprover)).not.toContain('correctDecision');
    expect(may(c.staff.approver)).toContain('correctDecision');
  });

  it('leaves the signature and the adjustment to who neither wrote, surveyed nor proposed', () => {
    const signed = new ACase(ordinaryTown).accept('2026-09-01').verify('2026-09-02').visit('2026-09-03');
    signed.give(signed.staff.writer, '2026-09-04', opinionOf(signed));
    const approver = (staffId: string) => inRole(staffId, 'townApprover', ordinaryTown.town);
    expect(allowedCommands(signed.state, signed.staff.approver)).toContain('signOpinion');
    expect(allowedCommands(signed.state, approver(signed.staff.writer.staffId))).not.toContain('signOpinion');
    expect(allowedCommands(signed.state, approver(signed.staff.surveyor.staffId))).not.toContain('signOpinion');
    const paid = new ACase().untilPayment('2026-09-01', '2026-09-15').report('2026-10-08', { kind: 'tookUpWork' });
    paid.verify('2026-10-09').propose('2026-10-12', 'unchanged');
    const decider = (staffId: string) => inRole(staffId, 'townApprover', delegatedTown.town);
    expect(allowedCommands(paid.state, paid.staff.approver)).toEqual(
      expect.arrayContaining(['decideAdjustment', 'endCase']),
    );
    const proposer = allowedCommands(paid.state, decider(paid.staff.writer.staffId));
    expect(proposer.filter((type) => ['decideAdjustment', 'endCase'].includes(type))).toEqual([]);
  });
});

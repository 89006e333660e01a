import { tasksOf } from '../../../policy/lifecycle/tasks.ts';
import { coupleWithChild, earning, manAlone, withMember } from '../../fixtures/households.ts';
import { entitledTo } from '../../fixtures/kinds.ts';
import { delegatedTown, inRole, ordinaryTown, staffOf } from '../../fixtures/staff.ts';
import { ACase } from './a-case.ts';
import { day } from './case-driver.ts';

const paid = () => new ACase(delegatedTown, manAlone).untilPayment('2026-03-02', '2026-03-20');
const release = { type: 'releasePayment', arrears: true, ground: '已联系。' } as const;
const deskOf = (c: ACase, name: string) => {
  const task = tasksOf(c.state).find((one) => one.name === name);
  return task && { role: task.role, division: task.division };
};

describe('A move within the city', () => {
  const move = { type: 'transferTown', ...ordinaryTown, movedOn: day('2026-06-01') } as const;

  it('goes on without a gap, and the new town and its decider take over', () => {
    const c = paid();
    c.give(c.staff.clerk, '2026-06-10', move);
    expect(c.state).toMatchObject({ ...ordinaryTown, stage: 'inPayment' });
    expect(c.state.grants).toEqual([{ from: '2026-04', amount: 115500, decision: 1 }]);
    expect(c.refusal(c.staff.clerk, '2026-06-11', { type: 'changeAccount', accountId: 'a' })).toBe('outside-division');
    const { approver, districtApprover } = staffOf(ordinaryTown);
    const suspend = { type: 'suspendPayment', ground: 'unreachable', note: '联系不上。' } as const;
    // 罗溪镇 does not decide itself, whatever the town before did.
    expect(c.refusal(approver, '2026-06-11', suspend)).toBe('not-the-decider');
    c.give(districtApprover, '2026-06-11', suspend);
  });

  it('lies between the acceptance and today, and not before the move last known', () => {
    const c = new ACase(delegatedTown, manAlone).untilPayment('2026-09-01', '2026-09-15');
    const refused = (on: string, to: typeof move | typeof back = move) =>
      c.refusal(c.here.clerk, '2026-10-20', { ...to, movedOn: day(on) });
    const back = { ...move, ...delegatedTown } as const;
    expect(refused('2026-08-31')).toBe('before-acceptance');
    expect(refused('2026-10-21')).toBe('in-future');
    expect(refused('2026-10-20', back)).toBe('same-village');
    c.move('2026-10-20', ordinaryTown, '2026-10-10');
    expect(refused('2026-10-09', back)).toBe('before-last-move');
    c.move('2026-10-20', delegatedTown, '2026-10-10');
    expect(c.state).toMatchObject(delegatedTown);
  });

  it('leaves the tasks that somebody of the town left had taken to whoever takes them at the new one', () => {
    const c = paid().report('2026-06-01', { kind: 'incomeChanged' });
    c.give(c.staff.writer, '2026-06-02', { type: 'takeTask', task: 'proposeAdjustment' });
    expect(c.state.assignees).toEqual({ proposeAdjustment: c.staff.writer.staffId });
    c.move('2026-06-02', { ...delegatedTown, village: '320411101005' });
    expect(c.state.assignees).toEqual({ proposeAdjustment: c.staff.writer.staffId });
    c.move('2026-06-03', ordinaryTown);
    expect(c.state.assignees).toEqual({});
    expect(deskOf(c, 'proposeAdjustment')).toEqual({ role: 'townClerk', division: ordinaryTown.town });
  });
});

describe('A suspended household moves', () => {
  it('from 孟河镇, which decides itself, to 罗溪镇, which does not: the district releases', () => {
    const c = paid().suspend('2026-05-11').move('2026-05-20', ordinaryTown);
    expect(deskOf(c, 'releasePayment')).toEqual({ role: 'districtApprover', division: '320411' });
    expect(c.refusal(c.here.approver, '2026-05-21', release)).toBe('not-the-decider');
    expect(c.clock('suspension').lastDay).toBe('2026-07-11');
    c.give(c.here.districtApprover, '2026-05-21', release);
    expect(c.state).toMatchObject({ stage: 'inPayment', withheld: [] });
  });

  it('from 罗溪镇 to 孟河镇: the town releases', () => {
    const c = new ACase(ordinaryTown, manAlone).untilPayment('2026-03-02', '2026-03-20');
    c.suspend('2026-05-11').move('2026-05-20', delegatedTown);
    expect(deskOf(c, 'releasePayment')).toEqual({ role: 'townApprover', division: delegatedTown.town });
    expect(c.refusal(c.here.districtApprover, '2026-05-21', release)).toBe('not-the-decider');
    c.give(c.here.approver, '2026-05-21', release);
  });

  it('within one town: the level that suspended releases, whatever the law says of later days', () => {
    // Suspended by the district in June 2021; from July on 孟河镇 decides itself.
    const c = new ACase(delegatedTown, manAlone).untilPayment('2021-03-01', '2021-05-20');
    c.suspend('2021-06-10').move('2021-06-11', { ...delegatedTown, village: '320411101005' });
    expect(deskOf(c, 'releasePayment')).toEqual({ role: 'districtApprover', division: '320411' });
    c.give(c.here.districtApprover, '2021-07-05', release);
  });
});

describe('A household moves while a recheck or change is under way', () => {
  const facts = withMember(coupleWithChild, 'person-he-1', earning(30_000));
  const proposed = () =>
    new ACase(delegatedTown)
      .untilPayment('2026-03-02', '2026-03-20')
      .report('2026-08-03', { kind: 'incomeChanged' })
      .verify('2026-08-03')
      .propose('2026-08-04', 'reduce', { facts });

  it('the proceeding goes along under the regime of its opening, and the new town or its district decides', () => {
    const c = new ACase(delegatedTown).untilPayment('2026-03-02', '2026-03-20');
    c.report('2026-06-29', { kind: 'incomeChanged' });
    const due = c.clock('proceeding').lastDay;
    c.move('2026-07-06', ordinaryTown);
    expect(c.state.proceeding).toMatchObject({
      regime: 'R2026a',
      openedOn: '2026-06-29',
      procedure: { regime: 'R2026a', delegated: false, decider: 'district' },
    });
    expect(c.clock('proceeding').lastDay).toBe(due);
    c.give(c.here.clerk, '2026-07-06', { type: 'requestVerification' });
    c.answerRound('2026-07-06');
    c.give(c.here.writer, '2026-07-07', {
      type: 'proposeAdjustment',
      facts: c.state.facts,
      recheckClass: 'C',
      rightAtLastDecision: true,
      changedSince: false,
      outcome: 'unchanged',
      ground: '没有变化。',
    });
    expect(deskOf(c, 'decideAdjustment')).toEqual({ role: 'districtApprover', division: '320411' });
    const decide = { type: 'decideAdjustment', outcome: 'unchanged', ground: '同意。' } as const;
    expect(c.refusal(c.here.approver, '2026-07-08', decide)).toBe('not-the-decider');
    c.give(c.here.districtApprover, '2026-07-08', decide);
    expect(c.state.proceeding).toBeUndefined();
  });

  it('to a town that decides itself, the town decides', () => {
    const c = new ACase(ordinaryTown).untilPayment('2026-03-02', '2026-03-20');
    c.report('2026-08-03', { kind: 'incomeChanged' }).verify('2026-08-03').propose('2026-08-04', 'reduce', { facts });
    c.hear('2026-08-04').move('2026-08-05', delegatedTown);
    expect(deskOf(c, 'decideAdjustment')).toEqual({ role: 'townApprover', division: delegatedTown.town });
    c.give(c.here.approver, '2026-08-06', { type: 'decideAdjustment', outcome: 'reduce', ground: '同意。' });
    // July brought the standard of 1,215, September what was decided here.
    expect(c.state.grants.map(({ from }) => from)).toEqual(['2026-04', '2026-07', '2026-09']);
  });

  it('the proposal, the hearing of views and its clock go on; the silence counts at the new town too', () => {
    const c = proposed();
    c.give(c.staff.clerk, '2026-08-04', { type: 'serveViewsNotice', servedOn: day('2026-08-04'), method: 'inPerson' });
    const due = c.clock('viewsAnswer').lastDay;
    c.move('2026-08-05', ordinaryTown);
    expect(c.clock('viewsAnswer').lastDay).toBe(due);
    expect(deskOf(c, 'recordViews')).toEqual({ role: 'townClerk', division: ordinaryTown.town });
    c.passTo('2026-08-12');
    expect(c.state.proceeding?.views).toMatchObject({ silent: true });
    c.give(c.here.districtApprover, '2026-08-13', { type: 'decideAdjustment', outcome: 'reduce', ground: '同意。' });
    expect(c.state.decisions.at(-1)).toMatchObject({ kind: 'reduce', level: 'district' });
  });

  it('a round of verification under way is answered for the new town', () => {
    const c = new ACase(delegatedTown).untilPayment('2026-03-02', '2026-03-20');
    c.report('2026-08-03', { kind: 'incomeChanged' });
    c.give(c.staff.clerk, '2026-08-03', { type: 'requestVerification' });
    c.move('2026-08-04', ordinaryTown);
    expect(tasksOf(c.state).map(({ name }) => name)).toContain('startVerification:2');
    c.answerRound('2026-08-05');
    expect(c.state.rounds.at(-1)?.status).toBe('reported');
  });

  it('four eyes stay: who proposed in the town left does not decide, in whatever post', () => {
    const c = proposed().hear('2026-08-04').move('2026-08-05', ordinaryTown);
    const promoted = inRole(c.staff.writer.staffId, 'districtApprover', '320411');
    const decide = { type: 'decideAdjustment', outcome: 'reduce', ground: '同意。' } as const;
    expect(c.refusal(promoted, '2026-08-06', decide)).toBe('four-eyes');
  });

  it('an ending that hangs goes on hanging and is decided after its seven days', () => {
    const standard = 1_215;
    const { household, subject } = entitledTo('tekun', { standard });
    const about = { kind: 'tekun', ...(subject !== undefined && { subject }) } as const;
    const c = new ACase(delegatedTown, household, about).untilPayment('2026-07-06', '2026-07-24');
    c.report('2026-08-03', { kind: 'movedOut' }).verify('2026-08-03').propose('2026-08-04', 'stop').hear('2026-08-04');
    c.post('2026-08-04').move('2026-08-06', ordinaryTown);
    const decide = { type: 'decideAdjustment', outcome: 'stop', ground: '同意。' } as const;
    expect(c.refusal(c.here.districtApprover, '2026-08-07', decide)).toBe('posting-due');
    c.passTo('2026-08-12');
    c.give(c.here.districtApprover, '2026-08-12', decide);
    expect(c.state).toMatchObject({ stage: 'ended', ended: { reason: 'movedOut' } });
  });
});

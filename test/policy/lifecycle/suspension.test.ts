import { tasksOf } from '../../../policy/lifecycle/tasks.ts';
import { coupleWithChild, earning, manAlone, withMember } from '../../fixtures/households.ts';
import { delegatedTown } from '../../fixtures/staff.ts';
import { ACase } from './a-case.ts';
import { day } from './case-driver.ts';

const suspended = () => {
  const c = new ACase(delegatedTown, manAlone).untilPayment('2026-03-02', '2026-03-20');
  c.give(c.staff.approver, '2026-05-11', { type: 'suspendPayment', ground: 'unreachable', note: '联系不上。' });
  return c;
};

describe('A suspension', () => {
  it('holds payments from the next month for two months at most', () => {
    const c = suspended();
    expect(c.state).toMatchObject({ stage: 'suspended', suspension: { from: '2026-06', level: 'town' } });
    expect(c.clock('suspension').lastDay).toBe('2026-07-11');
    expect(tasksOf(c.state)).toContainEqual(
      expect.objectContaining({ name: 'releasePayment', role: 'townApprover', dueDate: '2026-07-11' }),
    );
  });

  it('is released with the arrears', () => {
    const c = suspended();
    c.give(c.staff.approver, '2026-07-06', { type: 'releasePayment', arrears: true, ground: '已联系。' });
    expect(c.state).toMatchObject({ stage: 'inPayment', withheld: [] });
    expect(c.state.suspension).toBeUndefined();
    expect(c.clocks()).not.toContain('suspension');
  });

  it('is released without: the months held are never paid', () => {
    const c = suspended();
    c.give(c.staff.approver, '2026-07-06', { type: 'releasePayment', arrears: false, ground: '外出期间另有收入。' });
    expect(c.state.withheld).toEqual([{ from: '2026-06', to: '2026-07' }]);
  });

  it('released in its own month has held nothing', () => {
    const c = suspended();
    c.give(c.staff.approver, '2026-05-20', { type: 'releasePayment', arrears: false, ground: '已联系。' });
    expect(c.state.withheld).toEqual([]);
  });

  it('past its time opens a proceeding, in which the right may be stopped', () => {
    const c = suspended();
    c.passTo('2026-07-12');
    expect(c.state.proceeding?.reasons).toEqual([{ kind: 'other', on: '2026-07-12' }]);
    c.verify('2026-07-13').propose('2026-07-13', 'stop');
    c.give(c.staff.clerk, '2026-07-13', {
      type: 'serveViewsNotice',
      servedOn: day('2026-07-13'),
      method: 'publicNotice',
    });
    c.passTo('2026-07-21');
    c.adjust('2026-07-21', 'stop');
    expect(c.state).toMatchObject({ stage: 'ended', ended: { reason: 'unreachable' } });
    expect(c.state.withheld).toEqual([{ from: '2026-06', to: '2026-07' }]);
    expect(c.state.grants).toEqual([
      { from: '2026-04', to: '2026-06', amount: 115500, decision: 1 },
      { from: '2026-07', to: '2026-07', amount: 121500, decision: 2 },
    ]);
  });

  it('does not keep the right from being ended meanwhile', () => {
    const c = suspended();
    c.give(c.staff.otherApprover, '2026-06-10', {
      type: 'endCase',
      reason: 'ownWish',
      happenedOn: day('2026-06-09'),
      note: '本人申请。',
    });
    expect(c.state.stage).toBe('ended');
    expect(c.state.suspension).toBeUndefined();
  });
});

describe('Moving out or custody', () => {
  const end = { type: 'endCase', reason: 'movedOut', happenedOn: day('2026-06-01'), note: '户籍迁出。' } as const;

  it('ends the right at once before 2026-07-01', () => {
    const c = new ACase(delegatedTown, manAlone).untilPayment('2026-03-02', '2026-03-20');
    c.give(c.staff.approver, '2026-06-10', end);
    expect(c.state.grants).toEqual([{ from: '2026-04', to: '2026-06', amount: 115500, decision: 1 }]);
  });

  it('ends it from then on only after the recipient was heard', () => {
    const c = new ACase(delegatedTown, manAlone).untilPayment('2026-03-02', '2026-03-20');
    expect(c.refusal(c.staff.approver, '2026-07-10', end)).toBe('views-not-heard');
    c.report('2026-07-10', { kind: 'movedOut' }).verify('2026-07-10').propose('2026-07-10', 'stop').hear('2026-07-10');
    c.adjust('2026-07-13', 'stop');
    expect(c.state.ended?.reason).toBe('movedOut');
  });

  it('is not decided on views heard on a mere reduction, nor on another ending', () => {
    const c = new ACase(delegatedTown, coupleWithChild).untilPayment('2026-09-01', '2026-09-15');
    const ends = (reason: 'movedOut' | 'custody') => ({ ...end, reason, happenedOn: day('2026-10-10') });
    c.report('2026-10-10', { kind: 'incomeChanged' });
    const facts = withMember(c.state, 'person-he-1', earning(30_000));
    c.propose('2026-10-12', 'reduce', { facts }).hear('2026-10-12');
    expect(c.refusal(c.staff.approver, '2026-10-13', ends('movedOut'))).toBe('views-not-heard');
    c.report('2026-10-13', { kind: 'movedOut' }).propose('2026-10-13', 'stop').hear('2026-10-13');
    expect(c.refusal(c.staff.approver, '2026-10-14', ends('custody'))).toBe('views-not-heard');
    c.give(c.staff.approver, '2026-10-14', ends('movedOut'));
    expect(c.state.ended?.reason).toBe('movedOut');
  });

  it('is not decided by who surveyed', () => {
    const c = new ACase(delegatedTown, manAlone).untilPayment('2026-03-02', '2026-03-20');
    c.visit('2026-04-10', {
      surveyors: [c.staff.otherApprover, c.staff.clerk].map(({ staffId }) => ({ staffId, file: 'f' })),
    });
    expect(c.refusal(c.staff.otherApprover, '2026-06-10', end)).toBe('four-eyes');
  });
});

import {
  coupleWithChild,
  earning,
  elderlyCouple,
  manAlone,
  withMember,
  withoutMember,
} from '../../fixtures/households.ts';
import { delegatedTown, ordinaryTown } from '../../fixtures/staff.ts';
import { ACase, adjustmentOf, proposalOf } from './a-case.ts';
import { day } from './case-driver.ts';

/** 1,400 yuan a head and month after the costs of work, at the standard of 1,215 (W15 b). */
const atWork = withMember(manAlone, 'person-lu-1', earning(12 * 1_400 + 4_374));
const wellPaid = withMember(manAlone, 'person-lu-1', earning(12 * 1_900 + 4_374));

const workTakenUp = () => {
  const c = new ACase(delegatedTown, manAlone).untilPayment('2026-07-01', '2026-07-20');
  return c.report('2026-09-07', { kind: 'tookUpWork', personId: 'person-lu-1' }).verify('2026-09-08');
};
const exiting = () =>
  workTakenUp()
    .propose('2026-09-09', 'gradualExit', { facts: atWork })
    .hear('2026-09-10')
    .adjust('2026-09-18', 'gradualExit', 6);

describe('Gradual exit', () => {
  it('for 24 months in 2020, within the poverty-alleviation period (W15 a)', () => {
    const c = new ACase(ordinaryTown, manAlone).untilPayment('2020-04-20', '2020-05-29', 'A');
    c.report('2020-08-03', { kind: 'incomeChanged' }).verify('2020-08-04');
    const facts = withMember(manAlone, 'person-lu-1', { incomes: [{ type: 'pension', annual: 1_320_000 as never }] });
    expect(c.refusal(c.staff.writer, '2020-08-05', proposalOf(c, 'gradualExit', facts))).toBe(
      'outcome-does-not-follow',
    );
    c.propose('2020-08-05', 'gradualExit', { facts, withinPovertyAlleviation: true });
    expect(c.refusal(c.staff.districtApprover, '2020-08-12', adjustmentOf('gradualExit', 25))).toBe(
      'gradual-exit-months',
    );
    c.adjust('2020-08-12', 'gradualExit', 24);
    expect(c.state.grants.at(-1)).toMatchObject({ from: '2020-09', to: '2022-08', amount: 90000 });
  });

  it('for six months from October 2026 after work at 1,400 a head, ending by itself in April (W15 b)', () => {
    const c = workTakenUp().propose('2026-09-09', 'gradualExit', { facts: atWork });
    expect(c.refusal(c.staff.approver, '2026-09-18', adjustmentOf('gradualExit', 6))).toBe('views-not-heard');
    c.hear('2026-09-18');
    expect(c.refusal(c.staff.approver, '2026-09-18', adjustmentOf('gradualExit', 7))).toBe('gradual-exit-months');
    expect(c.refusal(c.staff.approver, '2026-09-18', adjustmentOf('gradualExit'))).toBe('gradual-exit-months');
    c.adjust('2026-09-18', 'gradualExit', 6);
    expect(c.state.stage).toBe('gradualExit');
    expect(c.state.grants).toEqual([
      { from: '2026-08', to: '2026-09', amount: 121500, decision: 1 },
      { from: '2026-10', to: '2027-03', amount: 121500, decision: 2 },
    ]);
    expect(c.clock('gradualExitEnd').lastDay).toBe('2027-03-31');
    expect(c.clocks()).not.toContain('recheck');
    c.passTo('2027-03-31T23:59:59');
    expect(c.state.stage).toBe('gradualExit');
    c.passTo('2027-04-01');
    expect(c.state).toMatchObject({
      stage: 'ended',
      ended: {
        reason: 'gradualExitLapsed',
        nextKinds: [{ kind: 'dibaoEdge' }, { kind: 'temporaryAssistance' }],
      },
    });
    expect(c.state.documents.at(-1)?.kind).toBe('stopNotice');
    expect(c.clocks()).toEqual(['notice']);
  });

  it('not at 1,900 a head: the right stops from October, after the views are heard (W15 c)', () => {
    const c = workTakenUp();
    expect(c.refusal(c.staff.writer, '2026-09-09', proposalOf(c, 'gradualExit', wellPaid))).toBe(
      'outcome-does-not-follow',
    );
    c.propose('2026-09-09', 'stop', { facts: wellPaid });
    expect(c.refusal(c.staff.approver, '2026-09-18', adjustmentOf('stop'))).toBe('views-not-heard');
    c.hear('2026-09-18').adjust('2026-09-18', 'stop');
    expect(c.state).toMatchObject({ stage: 'ended', ended: { reason: 'incomeAboveStandard' } });
    expect(c.state.grants).toEqual([{ from: '2026-08', to: '2026-09', amount: 121500, decision: 1 }]);
  });

  it('not without work taken up, from R2021 on', () => {
    const c = new ACase(delegatedTown, manAlone).untilPayment('2026-07-01', '2026-07-20');
    c.report('2026-09-07', { kind: 'incomeChanged' }).verify('2026-09-08');
    expect(c.refusal(c.staff.writer, '2026-09-09', proposalOf(c, 'gradualExit', atWork))).toBe(
      'outcome-does-not-follow',
    );
  });

  it('is granted once, goes on when nothing else is found, and may be ended earlier by a decision', () => {
    const c = exiting().report('2026-11-02', { kind: 'tookUpWork', personId: 'person-lu-1' }).verify('2026-11-03');
    expect(c.refusal(c.staff.writer, '2026-11-03', proposalOf(c, 'gradualExit', atWork))).toBe(
      'outcome-does-not-follow',
    );
    c.propose('2026-11-03', 'unchanged', { facts: atWork }).adjust('2026-11-04', 'unchanged');
    expect(c.state.grants.at(-1)).toMatchObject({ to: '2027-03', amount: 121500 });
    expect(c.clocks()).toEqual(['gradualExitEnd', 'notice', 'publication']);
    c.report('2026-12-01', { kind: 'incomeChanged' }).propose('2026-12-02', 'stop', { facts: wellPaid });
    c.hear('2026-12-02').adjust('2026-12-03', 'stop');
    expect(c.state.grants.at(-1)).toMatchObject({ from: '2026-10', to: '2026-12' });
  });

  it.each(['movedOut', 'custody', 'ownWish'] as const)(
    'is not for who leaves the roll for another reason: %s',
    (kind) => {
      const c = workTakenUp().report('2026-09-08', { kind }).verify('2026-09-08');
      expect(c.refusal(c.staff.writer, '2026-09-09', proposalOf(c, 'gradualExit', atWork))).toBe(
        'outcome-does-not-follow',
      );
      c.propose('2026-09-09', 'stop', { facts: atWork });
    },
  );

  it('gives way to ordinary payment when the work is lost again', () => {
    const c = exiting().report('2026-11-02', { kind: 'incomeChanged' }).verify('2026-11-03');
    c.propose('2026-11-03', 'unchanged', { facts: manAlone.facts }).adjust('2026-11-04', 'unchanged');
    expect(c.state.stage).toBe('inPayment');
    expect(c.state.grants.at(-1)).toEqual({ from: '2026-12', amount: 121500, decision: 3 });
    expect(c.clocks()).toEqual(['birthday', 'notice', 'publication', 'recheck']);
  });

  it('loses the share of who dies meanwhile, and still ends by itself', () => {
    const c = new ACase(ordinaryTown, elderlyCouple).untilPayment('2026-06-01', '2026-06-20');
    const work = (facts = elderlyCouple.facts) =>
      withMember({ facts }, 'person-tang-1', earning(12 * 1_300 * facts.members.length + 4_374));
    c.report('2026-07-06', { kind: 'tookUpWork', personId: 'person-tang-1' }).verify('2026-07-07');
    c.propose('2026-07-08', 'gradualExit', { facts: work() }).hear('2026-07-08').adjust('2026-07-09', 'gradualExit', 6);
    expect(c.state.grants.at(-1)).toEqual({ from: '2026-08', to: '2027-01', amount: 255200, decision: 2 });
    c.report('2026-10-08', { kind: 'memberDied', personId: 'person-tang-2', happenedOn: day('2026-09-20') });
    expect(c.clock('death').lastDay).toBe('2026-12-20');
    const facts = work(withoutMember(elderlyCouple, 'person-tang-2'));
    c.verify('2026-10-09').propose('2026-10-09', 'reduce', { facts }).hear('2026-10-09').adjust('2026-11-02', 'reduce');
    expect(c.state.stage).toBe('gradualExit');
    // His own share, a tenth more for his age, from the month after the death.
    expect(c.state.grants.slice(1)).toEqual([
      { from: '2026-08', to: '2026-09', amount: 255200, decision: 2 },
      { from: '2026-10', to: '2027-01', amount: 133700, decision: 3 },
    ]);
    c.passTo('2027-02-01');
    expect(c.state.ended?.reason).toBe('gradualExitLapsed');
  });

  it('is not granted over a suspension: payments are released first', () => {
    const c = workTakenUp();
    c.give(c.staff.approver, '2026-09-08', { type: 'suspendPayment', ground: 'unreachable', note: '联系不上。' });
    expect(c.refusal(c.staff.writer, '2026-09-09', proposalOf(c, 'gradualExit', atWork))).toBe(
      'outcome-does-not-follow',
    );
    c.give(c.staff.approver, '2026-09-10', { type: 'releasePayment', arrears: true, ground: '已联系。' });
    c.propose('2026-09-10', 'gradualExit', { facts: atWork });
  });

  it('follows the maximum of the day its proceeding opened', () => {
    const c = new ACase(ordinaryTown, coupleWithChild).untilPayment('2021-01-04', '2021-02-10', 'A');
    c.report('2021-06-28', { kind: 'tookUpWork', personId: 'person-he-2' }).verify('2021-06-28');
    const facts = withMember(coupleWithChild, 'person-he-1', earning(40_000));
    expect(c.refusal(c.staff.writer, '2021-07-02', proposalOf(c, 'gradualExit', facts))).toBe(
      'outcome-does-not-follow',
    );
  });
});

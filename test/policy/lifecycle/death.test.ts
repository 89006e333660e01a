import {
  earning,
  coupleWithChild,
  elderlyCouple,
  manAlone,
  withMember,
  withoutMember,
} from '../../fixtures/households.ts';
import { ordinaryTown } from '../../fixtures/staff.ts';
import { tasksOf } from '../../../policy/lifecycle/tasks.ts';
import { ACase, proposalOf } from './a-case.ts';
import { day } from './case-driver.ts';

/** A couple in payment since December 2025, of whom the wife dies on 2026-03-05 (W16). */
const widowed = (reportedOn = '2026-03-20') => {
  const c = new ACase(ordinaryTown, elderlyCouple).untilPayment('2025-10-20', '2025-11-25', 'A');
  expect(c.state.grants).toEqual([{ from: '2025-12', amount: 242600, decision: 1 }]);
  return c.report(reportedOn, { kind: 'memberDied', personId: 'person-tang-2', happenedOn: day('2026-03-05') });
};
const alone = withoutMember(elderlyCouple, 'person-tang-2');

describe('One of two recipients dies on 2026-03-05 (W16)', () => {
  it('gives three months for the changes, by 2026-06-05', () => {
    const c = widowed();
    expect(c.clock('death', 'person-tang-2').lastDay).toBe('2026-06-05');
    expect(
      c.passTo('2026-06-05T23:59:59').some((e) => e.type === 'deadlineMissed' && e.data.deadline.name === 'death'),
    ).toBe(false);
    expect(c.passTo('2026-06-06').some((e) => e.type === 'deadlineMissed' && e.data.deadline.name === 'death')).toBe(
      true,
    );
  });

  it('pays the dead share up to March, a decrease below the rest only after the decision', () => {
    const c = widowed().verify('2026-04-02');
    const facts = withMember({ facts: alone }, 'person-tang-1', {
      incomes: [{ type: 'gift', annual: 120000 as never }],
    });
    c.propose('2026-04-03', 'reduce', { facts }).adjust('2026-05-06', 'reduce');
    // He keeps his own share, 1,155 and a tenth for his age, rounded up once: 1,271; from June 100 less.
    expect(c.state.grants).toEqual([
      { from: '2025-12', to: '2026-03', amount: 242600, decision: 1 },
      { from: '2026-04', to: '2026-05', amount: 127100, decision: 2 },
      { from: '2026-06', amount: 117100, decision: 2 },
    ]);
    expect(c.clocks()).not.toContain('death');
  });

  it('pays an increase over the rest from April, when the survivor is left with less income', () => {
    const c = new ACase(ordinaryTown, {
      ...coupleWithChild,
      facts: withMember(coupleWithChild, 'person-he-1', earning(24_240)),
    });
    c.untilPayment('2026-01-05', '2026-02-10');
    c.report('2026-03-20', { kind: 'memberDied', personId: 'person-he-1', happenedOn: day('2026-03-05') });
    c.give(c.staff.clerk, '2026-03-20', { type: 'changeHead', head: 'person-he-2' });
    const facts = {
      ...c.state.facts,
      members: c.state.facts.members
        .slice(1)
        .map((m) => (m.personId === 'person-he-2' ? { ...m, relation: 'head' as const } : m)),
    };
    c.verify('2026-03-21').propose('2026-03-23', 'increase', { facts }).adjust('2026-05-06', 'increase');
    expect(c.state.grants).toEqual([
      { from: '2026-03', to: '2026-03', amount: 190700, decision: 1 },
      { from: '2026-04', amount: 242600, decision: 2 },
    ]);
  });

  it('does not let the amount stand as if nothing had changed', () => {
    const c = widowed().verify('2026-04-02');
    const unchanged = { ...proposalOf(c, 'unchanged', alone), changedSince: false };
    expect(c.refusal(c.staff.writer, '2026-04-03', unchanged)).toBe('outcome-does-not-follow');
  });

  it('ends the right of survivors who no longer need it, the dead share already from April', () => {
    const c = widowed().verify('2026-04-02');
    const facts = withMember({ facts: alone }, 'person-tang-1', {
      incomes: [{ type: 'pension', annual: 3_600_000 as never }],
    });
    c.propose('2026-04-03', 'stop', { facts }).adjust('2026-05-06', 'stop');
    expect(c.state.ended?.reason).toBe('incomeAboveStandard');
    expect(c.state.grants).toEqual([
      { from: '2025-12', to: '2026-03', amount: 242600, decision: 1 },
      { from: '2026-04', to: '2026-05', amount: 127100, decision: 2 },
    ]);
  });

  it('reported after a proposal puts the proposal back', () => {
    const c = new ACase(ordinaryTown, elderlyCouple).untilPayment('2025-10-20', '2025-11-25', 'A');
    c.report('2026-03-02', { kind: 'incomeChanged' }).verify('2026-03-02').propose('2026-03-03', 'unchanged');
    c.report('2026-03-10', { kind: 'memberDied', personId: 'person-tang-2', happenedOn: day('2026-03-05') });
    expect(c.state.proceeding?.proposal).toBeUndefined();
    expect(tasksOf(c.state).map(({ name }) => name)).toContain('proposeAdjustment');
    expect(() => c.report('2026-03-11', { kind: 'memberDied', personId: 'person-tang-2' })).toThrow('change-reported');
  });

  it('of somebody without a share changes no amount by itself', () => {
    const away = { livesElsewhere: { reason: 'prison', since: day('2024-01-01') } } as const;
    const household = { ...elderlyCouple, facts: withMember(elderlyCouple, 'person-tang-2', away) };
    const c = new ACase(ordinaryTown, household).untilPayment('2025-10-20', '2025-11-25', 'A');
    c.report('2026-03-20', { kind: 'memberDied', personId: 'person-tang-2', happenedOn: day('2026-03-05') });
    c.verify('2026-03-21').propose('2026-03-23', 'unchanged', { facts: alone }).adjust('2026-05-06', 'unchanged');
    expect(c.state.grants).toEqual([{ from: '2025-12', amount: 127100, decision: 1 }]);
  });
});

describe('The only recipient dies', () => {
  const gone = () => new ACase(ordinaryTown, manAlone).untilPayment('2026-07-01', '2026-07-20');

  it('and the right ends with the month of death, without anybody to hear', () => {
    const c = gone();
    c.report('2026-10-09', { kind: 'memberDied', personId: 'person-lu-1', happenedOn: day('2026-09-28') });
    c.propose('2026-10-09', 'stop').adjust('2026-10-12', 'stop');
    expect(c.state).toMatchObject({ stage: 'ended', ended: { reason: 'memberDied' } });
    expect(c.state.decisions.at(-1)?.from).toBe('2026-10');
    expect(c.state.grants).toEqual([{ from: '2026-08', to: '2026-09', amount: 121500, decision: 1 }]);
  });

  it('and is the reason of the end, whatever else was reported of them', () => {
    const c = gone();
    c.report('2026-10-09', { kind: 'memberDied', personId: 'person-lu-1', happenedOn: day('2026-09-28') });
    c.report('2026-10-09', { kind: 'custody', personId: 'person-lu-1', happenedOn: day('2026-09-20') });
    c.propose('2026-10-09', 'stop').adjust('2026-10-12', 'stop');
    expect(c.state.ended?.reason).toBe('memberDied');
  });

  it('may be ended at once by the decider', () => {
    const c = gone();
    const end = { type: 'endCase', reason: 'memberDied', happenedOn: day('2026-09-28'), note: '死亡证明。' } as const;
    const survivors = new ACase(ordinaryTown, elderlyCouple).untilPayment('2026-07-01', '2026-07-20');
    expect(survivors.refusal(survivors.staff.districtApprover, '2026-10-09', end)).toBe('survivors');
    c.give(c.staff.districtApprover, '2026-10-09', end);
    expect(c.state.grants).toEqual([{ from: '2026-08', to: '2026-09', amount: 121500, decision: 1 }]);
    expect(c.clocks()).toEqual(['notice']);
  });
});

import { system } from '../../../policy/lifecycle/actors.ts';
import { yuan } from '../../../policy/money.ts';
import type { ParameterSnapshot } from '../../../policy/parameters/snapshot.ts';
import { earning, manAlone, withMember } from '../../fixtures/households.ts';
import { delegatedTown } from '../../fixtures/staff.ts';
import { ACase } from './a-case.ts';

/** One person without income: the amount is the standard itself. */
const paid = (acceptedOn: string, confirmedOn: string) =>
  new ACase(delegatedTown, manAlone).untilPayment(acceptedOn, confirmedOn, 'A');

describe('A new standard on 1 July', () => {
  it('raises every household on the roll from the July benefit, with a notice that says why', () => {
    const c = paid('2026-03-02', '2026-03-20');
    c.passTo('2026-06-30T23:59:59');
    expect(c.state.grants).toEqual([{ from: '2026-04', amount: yuan(1_155), decision: 1 }]);
    c.passTo('2026-07-01T00:00:00');
    expect(c.state.grants).toEqual([
      { from: '2026-04', to: '2026-06', amount: yuan(1_155), decision: 1 },
      { from: '2026-07', amount: yuan(1_215), decision: 2 },
    ]);
    expect(c.state.decisions.at(-1)).toMatchObject({ kind: 'increase', from: '2026-07', level: 'town' });
    expect(c.document('increaseNotice')).toBeDefined();
  });

  it('changes nothing for a household whose decision in June was at the July standard already', () => {
    const c = paid('2026-06-01', '2026-06-22');
    c.passTo('2026-07-02');
    expect(c.state.grants).toEqual([{ from: '2026-07', amount: yuan(1_215), decision: 1 }]);
    expect(c.state.decisions).toHaveLength(1);
  });

  it('comes every year as long as the law knows the next one', () => {
    const c = paid('2023-09-04', '2023-09-20');
    c.passTo('2024-07-02');
    c.verify('2024-07-03');
    expect(c.state.grants.map((span) => span.amount)).toEqual([yuan(1_045), yuan(1_100)]);
    expect(c.clock('standard').due).toBe('2025-07-01T00:00:00');
  });

  it('waits for the decision on a death that is under way', () => {
    const c = paid('2026-03-02', '2026-03-20');
    c.report('2026-06-20', { kind: 'memberDied', personId: c.household.head });
    c.passTo('2026-07-02');
    expect(c.state.grants.at(-1)).toMatchObject({ from: '2026-04', amount: yuan(1_155) });
  });

  it('does not touch the old amount that goes on in a gradual exit', () => {
    const c = paid('2026-02-02', '2026-02-20');
    c.report('2026-05-06', { kind: 'tookUpWork', personId: c.household.head }).verify('2026-05-07');
    const facts = withMember(manAlone, c.household.head, earning(12 * 1_400 + 4_158));
    c.propose('2026-05-08', 'gradualExit', { facts }).adjust('2026-05-20', 'gradualExit', 6);
    c.passTo('2026-07-02');
    expect(c.state.grants.at(-1)).toMatchObject({ from: '2026-06', to: '2026-11', amount: yuan(1_155) });
    expect(c.clocks()).not.toContain('standard');
  });
});

/** The law before the standard of July 2026 was published. */
const notYetPublished = (c: ACase): ParameterSnapshot => {
  const { parameters } = c.law;
  const known = parameters.values['dibao.standard'].filter(({ from }) => from < '2026-07-01');
  return { ...parameters, values: { ...parameters.values, 'dibao.standard': known } };
};

describe('A standard published after the last decision', () => {
  const unaware = () => {
    const c = new ACase(delegatedTown, manAlone);
    c.parameters = notYetPublished(c);
    return c.untilPayment('2026-03-02', '2026-03-20', 'A');
  };

  it('is known to the case once it is told, and raises it on the first day', () => {
    const c = unaware();
    expect(c.clocks()).not.toContain('standard');
    c.parameters = undefined;
    c.give(system, '2026-06-10', { type: 'recountDeadlines' });
    expect(c.clock('standard').due).toBe('2026-07-01T00:00:00');
    c.passTo('2026-07-02');
    expect(c.state.grants.at(-1)).toMatchObject({ from: '2026-07', amount: yuan(1_215) });
  });

  it('is made up for from its first month when it comes out in August', () => {
    const c = unaware();
    c.passTo('2026-08-20');
    c.parameters = undefined;
    c.give(system, '2026-08-20', { type: 'recountDeadlines' });
    c.passTo('2026-08-20T09:00:01');
    expect(c.state.grants).toEqual([
      { from: '2026-04', to: '2026-06', amount: yuan(1_155), decision: 1 },
      { from: '2026-07', amount: yuan(1_215), decision: 2 },
    ]);
    expect(c.state.decisions.at(-1)?.ground).toContain('2026-07');
  });

  it('is told twice without another effect, and not at all to a case that knows it', () => {
    const c = paid('2026-03-02', '2026-03-20');
    expect(c.give(system, '2026-06-10', { type: 'recountDeadlines' })).toEqual([]);
    c.passTo('2026-08-20');
    expect(c.give(system, '2026-08-20', { type: 'recountDeadlines' })).toEqual([]);
  });
});

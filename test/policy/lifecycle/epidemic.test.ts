import { procedureFor } from '../../../policy/procedures/procedure-for.ts';
import { entitledTo } from '../../fixtures/kinds.ts';
import { ordinaryTown } from '../../fixtures/staff.ts';
import { ACase, visitOf } from './a-case.ts';

const { household } = entitledTo('dibao', { standard: 850 });

describe('In the epidemic of early 2020', () => {
  it.each(['phone', 'video'] as const)('the survey by %s counts as the home visit', (by) => {
    const c = new ACase(ordinaryTown, household).accept('2020-02-10').verify('2020-02-10').visit('2020-02-11', { by });
    expect(c.state.stage).toBe('appraising');
    expect(c.state.procedure?.mode).toBe('epidemic');
  });

  it('two people still survey', () => {
    const c = new ACase(ordinaryTown, household).accept('2020-02-10').verify('2020-02-10');
    const visit = visitOf(c, '2020-02-11');
    const alone = { ...visit, by: 'video' as const, surveyors: visit.surveyors.slice(0, 1) };
    expect(c.refusal(c.staff.clerk, '2020-02-11', alone)).toBe('two-surveyors');
  });

  it('what was accepted before it began may be surveyed by phone too', () => {
    const c = new ACase(ordinaryTown, household)
      .accept('2020-01-20')
      .verify('2020-01-21')
      .visit('2020-02-03', { by: 'phone' });
    expect(c.state.visits).toHaveLength(1);
  });

  it('rechecks are put off by three months', () => {
    const c = new ACase(ordinaryTown, household).untilPayment('2020-01-23', '2020-02-21', 'B');
    expect(c.clock('recheck').due.slice(0, 10)).toBe('2020-11-21');
  });
});

describe('Outside an epidemic', () => {
  it.each(['2020-01-24', '2020-02-24', '2026-09-01'])('on %s the survey is made at home', (on) => {
    const c = new ACase(ordinaryTown, household).accept(on).verify(on);
    expect(c.refusal(c.staff.clerk, on, { ...visitOf(c, on), by: 'phone' })).toBe('survey-at-home');
  });

  it.each(['R2021', 'R2026b'] as const)('the law of %s has an epidemic procedure all the same', (regime) => {
    expect(procedureFor('dibao', regime, false, 'epidemic')).toMatchObject({
      survey: 'remoteAllowed',
      mode: 'epidemic',
    });
    expect(procedureFor('orphan', regime, false, 'epidemic').survey).toBe('none');
  });
});

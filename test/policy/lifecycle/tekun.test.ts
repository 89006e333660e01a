import type { CommandOf } from '../../../policy/lifecycle/commands.ts';
import { yuan } from '../../../policy/money.ts';
import { entitledTo } from '../../fixtures/kinds.ts';
import { withMember } from '../../fixtures/households.ts';
import { delegatedTown, ordinaryTown, type Place } from '../../fixtures/staff.ts';
import { ACase } from './a-case.ts';
import { day } from './case-driver.ts';

/** A man of seventy alone, without income or supporters, who cannot bathe or walk by himself. */
const { household, subject } = entitledTo('tekun', { standard: 850 });
const about = { kind: 'tekun', ...(subject !== undefined && { subject }) } as const;
const tekun = (place: Place = ordinaryTown) => new ACase(place, household, about);

describe('Full support accepted on 2026-04-01, each step on its last day (W12)', () => {
  const c = tekun().accept('2026-04-01');

  it('has its opinion in the town by 04-23, fifteen working days after acceptance', () => {
    expect(c.clock('investigation').lastDay).toBe('2026-04-23');
    c.verify('2026-04-10').visit('2026-04-13');
    expect(c.clock('opinion').lastDay).toBe('2026-04-23');
    c.opine('2026-04-23');
  });

  it('hangs from 04-24 to 05-01 and is forwarded on 05-06', () => {
    expect(c.clock('postingStart').lastDay).toBe('2026-04-24');
    c.post('2026-04-24');
    expect(c.clock('postingEnd').lastDay).toBe('2026-05-01');
    c.passTo('2026-05-02');
    expect(c.state.stage).toBe('forwarding');
    expect(c.clock('forward').lastDay).toBe('2026-05-06');
  });

  it('is decided by the district by 05-26, with support from June, published, rechecked after a year', () => {
    c.forward('2026-05-06');
    expect(c.clock('districtDecision').lastDay).toBe('2026-05-26');
    expect(c.events.at(-1)?.draw).toMatchObject({ percent: 30 });
    c.confirm('2026-05-26');
    expect(c.state.grants).toMatchObject([{ from: '2026-06' }]);
    expect(c.clocks()).toContain('publication');
    expect(c.clock('recheck').due.slice(0, 10)).toBe('2027-05-26');
  });
});

describe('Self-care that changes (W7)', () => {
  // W7: basic living standard 1,662, minimum wage 2,020, two items failed: partial.
  const c = tekun().untilPayment('2020-07-06', '2020-07-27');

  it('pays the basic standard and a fifth of the minimum wage while two items fail', () => {
    expect(c.state.grants).toEqual([{ from: '2020-08', amount: 206_600, decision: 1 }]);
  });

  it('reported on 2020-09-10 is assessed anew by 09-24', () => {
    c.report('2020-09-10', { kind: 'selfCareChanged' });
    expect(c.clock('proceeding').lastDay).toBe('2020-09-24');
  });

  it('pays the tier of four items from October, the month after', () => {
    const facts = withMember(household, household.head, { selfCareFailed: ['walking', 'bathing', 'bed', 'toilet'] });
    c.propose('2020-09-24', 'increase', { facts }).adjust('2020-09-24', 'increase');
    expect(c.state.grants.at(-1)).toMatchObject({ from: '2020-10', amount: 247_000 });
  });

  it('is reported for nobody whose help does not rest on it', () => {
    const dibao = new ACase().untilPayment('2026-09-01', '2026-09-21');
    const change: CommandOf<'reportChange'> = {
      type: 'reportChange',
      kind: 'selfCareChanged',
      happenedOn: day('2026-10-08'),
      note: '卧床。',
      papers: [],
    };
    expect(dibao.refusal(dibao.staff.clerk, '2026-10-08', change)).toBe('no-self-care');
  });

  it('brings a recheck under way forward to ten working days', () => {
    const other = tekun().untilPayment('2025-03-03', '2025-03-24');
    other.passTo('2026-03-24');
    expect(other.clock('proceeding').lastDay).toBe('2026-05-09');
    other.report('2026-03-25', { kind: 'selfCareChanged' });
    expect(other.clock('proceeding').lastDay).toBe('2026-04-09');
  });
});

describe('An objection to the opinion on full support', () => {
  it('is looked into within 15 working days, and the new opinion hangs again [D43 §15]', () => {
    const c = tekun()
      .accept('2026-04-01')
      .verify('2026-04-01')
      .visit('2026-04-01')
      .opine('2026-04-01')
      .post('2026-04-02');
    c.object('2026-04-03');
    expect(c.clock('objection').lastDay).toBe('2026-04-27');
    c.passTo('2026-04-10');
    expect(c.state.stage).toBe('reinvestigating');
    c.answerObjection('2026-04-13');
    expect(c.state.stage).toBe('opinionDue');
    c.opine('2026-04-14');
    expect(c.state.stage).toBe('postingDue');
    c.post('2026-04-15').passTo('2026-04-23');
    expect(c.state.stage).toBe('forwarding');
  });

  it('does not stop the town from holding an appraisal beforehand, which it may but need not [D43 §14]', () => {
    const c = tekun().accept('2026-04-01').verify('2026-04-01').visit('2026-04-01').appraise('2026-04-02');
    expect(c.state.stage).toBe('opinionDue');
    expect(c.state.appraisals).toHaveLength(1);
  });
});

describe('Full support that ends', () => {
  const withIncome = withMember(household, household.head, {
    incomes: [{ type: 'pension', annual: yuan(40_000) }],
  });
  const begun = () =>
    tekun()
      .untilPayment('2025-03-03', '2025-03-24')
      .report('2025-09-01', { kind: 'incomeChanged' })
      .verify('2025-09-01');

  it('hangs for seven days before it is decided and counts from the next month [D43 §26]', () => {
    const c = begun().propose('2025-09-02', 'stop', { facts: withIncome });
    const decide = { type: 'decideAdjustment', outcome: 'stop', ground: '同意。' } as const;
    expect(c.refusal(c.decider, '2025-09-02', decide)).toBe('posting-due');
    c.post('2025-09-02');
    expect(c.clock('postingEnd').lastDay).toBe('2025-09-09');
    expect(c.refusal(c.decider, '2025-09-09', decide)).toBe('posting-due');
    expect(c.state.stage).toBe('inPayment');
    c.adjust('2025-09-10', 'stop');
    expect(c.state).toMatchObject({ stage: 'ended', ended: { reason: 'incomeAboveStandard' } });
    expect(c.state.grants).toMatchObject([{ from: '2025-04' }, { from: '2025-07', to: '2025-09' }]);
  });

  it('hangs again after an objection, looked into within 15 working days', () => {
    const c = begun().propose('2025-09-02', 'stop', { facts: withIncome }).post('2025-09-02').object('2025-09-03');
    expect(c.clock('objection').lastDay).toBe('2025-09-24');
    c.passTo('2025-09-10');
    expect(c.refusal(c.staff.worker, '2025-09-10', { type: 'startPosting', place: '村务公开栏' })).toBe(
      'objections-open',
    );
    c.answerObjection('2025-09-11').post('2025-09-11').adjust('2025-09-19', 'stop');
    expect(c.state.stage).toBe('ended');
  });

  it('follows the regime of the day the change was reported, not that of its acceptance', () => {
    const c = tekun().untilPayment('2020-08-03', '2020-08-24').report('2021-08-02', { kind: 'incomeChanged' });
    c.verify('2021-08-02').propose('2021-08-03', 'stop', { facts: withIncome }).post('2021-08-03').object('2021-08-05');
    expect(c.clock('objection').lastDay).toBe('2021-08-26');
  });

  it('by a proposal put back comes down at once', () => {
    const c = begun().propose('2025-09-02', 'stop', { facts: withIncome }).post('2025-09-02');
    c.propose('2025-09-03', 'stop', { facts: withIncome });
    expect(c.state.postings.at(-1)).toMatchObject({ early: true });
    expect(c.clocks()).not.toContain('postingEnd');
  });

  it('needs the views of the recipient before it hangs, from 2026-07-01 [L26 §48]', () => {
    const c = tekun().untilPayment('2026-02-02', '2026-02-23').report('2026-07-02', { kind: 'incomeChanged' });
    c.verify('2026-07-02').propose('2026-07-03', 'stop', { facts: withIncome });
    expect(c.refusal(c.staff.worker, '2026-07-03', { type: 'startPosting', place: '村务公开栏' })).toBe(
      'views-not-heard',
    );
    c.hear('2026-07-03').post('2026-07-03').adjust('2026-07-13', 'stop');
    expect(c.state.stage).toBe('ended');
  });

  it('with death ends with that month, at once, and nothing hangs', () => {
    const c = tekun().untilPayment('2025-03-03', '2025-03-24');
    c.report('2025-09-10', { kind: 'memberDied', personId: household.head, happenedOn: day('2025-08-20') });
    c.verify('2025-09-10').propose('2025-09-11', 'stop').adjust('2025-09-12', 'stop');
    expect(c.state.ended?.reason).toBe('memberDied');
    expect(c.state.grants.at(-1)).toMatchObject({ to: '2025-08' });
  });

  it('because he moves away is reported as a change, so that it hangs', () => {
    const c = tekun(delegatedTown).untilPayment('2025-03-03', '2025-03-24');
    const end = { type: 'endCase', reason: 'movedOut', happenedOn: day('2025-09-01'), note: '迁出。' } as const;
    expect(c.refusal(c.staff.otherApprover, '2025-09-02', end)).toBe('posting-due');
  });
});

describe('A new standard', () => {
  it('of dibao and the income of the year before raise full support from July', () => {
    const c = tekun().untilPayment('2020-04-20', '2020-05-11');
    expect(c.clock('standard').due.slice(0, 10)).toBe('2020-07-01');
    c.passTo('2020-07-01');
    // 40% of 49,838 a year is 1,662 a month, and a fifth of the minimum wage of 2,020.
    expect(c.state.grants.at(-1)).toMatchObject({ from: '2020-07', amount: 206_600 });
    expect(c.state.decisions.at(-1)?.kind).toBe('increase');
  });

  it('of the minimum wage raises the care standard from the month it begins', () => {
    const c = tekun().untilPayment('2020-07-06', '2020-07-27');
    c.passTo('2021-08-01');
    // 40% of 52,080 a year is 1,736 a month, and a fifth of 2,280.
    expect(c.state.grants.at(-1)).toMatchObject({ from: '2021-08', amount: 219_200 });
  });
});

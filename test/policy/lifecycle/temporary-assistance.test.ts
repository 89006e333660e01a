import { monthOf } from '../../../policy/dates.ts';
import type { HouseholdFacts } from '../../../policy/eligibility/facts.ts';
import type { CommandOf } from '../../../policy/lifecycle/commands.ts';
import { yuan } from '../../../policy/money.ts';
import { inventHousehold, type InventedHousehold } from '../../fixtures/households.ts';
import { ordinaryTown } from '../../fixtures/staff.ts';
import { ACase } from './a-case.ts';
import { day } from './case-driver.ts';

const three = inventHousehold('bai', [
  { name: '白鹭洲', born: '1985-02-03', relation: 'head', incomes: [{ type: 'pension', annual: yuan(39_600) }] },
  { name: '温如玉', born: '1986-04-05', relation: 'spouse' },
  { name: '白小满', born: '2012-06-07', relation: 'child', student: 'compulsory' },
]);
const asking = (more: Partial<HouseholdFacts>): InventedHousehold => ({
  ...three,
  facts: { ...three.facts, cause: '困难', assisted: [], ...more },
});
const fire = (on: string, need: number) =>
  asking({
    emergency: {
      event: 'fire',
      on: day(on),
      affected: three.facts.members.map(({ personId }) => personId),
      severity: 1,
      need: yuan(need),
    },
  });
const spent = (own: number, more: Partial<HouseholdFacts> = {}) =>
  asking({ necessarySpending: [{ type: 'medical', annual: yuan(own) }], ...more });
const about = { kind: 'temporaryAssistance' } as const;

describe('A fire on 2026-04-30, applied for that day, S = 1,155, three persons (W13)', () => {
  const c = new ACase(ordinaryTown, fire('2026-04-30', 1_155), about).submit('2026-04-30');

  it('goes to its decision with the application: no means check, no posting', () => {
    expect(c.state.stage).toBe('confirming');
    expect(c.state.procedure).toMatchObject({
      mode: 'emergency',
      verification: 'none',
      survey: 'none',
      posting: false,
    });
    expect(c.state.rounds).toEqual([]);
  });

  it('is decided by the town by 05-03, holidays included', () => {
    expect(c.clock('decision').lastDay).toBe('2026-05-03');
    expect(c.decider.role).toBe('townApprover');
  });

  it('pays 1,155 once, in the month of the decision', () => {
    c.confirm('2026-05-02');
    expect(c.state.grants).toEqual([{ from: '2026-05', to: '2026-05', amount: 115_500, decision: 1 }]);
    expect(c.clocks()).toEqual(['notice', 'papersDue']);
  });

  it('has its papers due within ten working days', () => {
    expect(c.clock('papersDue').lastDay).toBe('2026-05-18');
    const papers: CommandOf<'completePapers'> = {
      type: 'completePapers',
      personId: three.head,
      reason: '住房失火。',
      amount: yuan(1_000),
      signatures: [{ personId: three.head, file: 'f'.repeat(64) }],
    };
    expect(c.refusal(c.staff.clerk, '2026-05-11', papers)).toBe('amount-differs');
    c.give(c.staff.clerk, '2026-05-11', { ...papers, amount: yuan(1_155) });
    expect(c.refusal(c.staff.clerk, '2026-05-11', { ...papers, amount: yuan(1_155) })).toBe('no-papers-due');
  });

  it('is over when its month is over, and who was not told yet still is', () => {
    c.passTo('2026-05-31T23:59:59');
    expect(c.state.stage).toBe('inPayment');
    c.passTo('2026-06-01');
    expect(c.state).toMatchObject({ stage: 'ended', ended: { reason: 'paidOnce', nextKinds: [{ kind: 'dibao' }] } });
    expect(c.clocks()).toEqual(['notice']);
    expect(c.state.grants).toHaveLength(1);
  });
});

describe('An emergency', () => {
  it('whose papers stay away is not over: the task moves up', () => {
    const c = new ACase(ordinaryTown, fire('2026-04-30', 500), about).submit('2026-04-30').confirm('2026-05-02');
    c.passTo('2026-07-01');
    expect(c.state.stage).toBe('inPayment');
    expect(c.clock('papersDue').level).toBeGreaterThan(0);
  });

  it('before the opinions of 2026 is decided within a day', () => {
    const c = new ACase(ordinaryTown, fire('2025-03-03', 500), about).submit('2025-03-03');
    expect(c.clock('decision').lastDay).toBe('2025-03-04');
  });

  it('that needs more than a month of the standard takes the ordinary steps', () => {
    const c = new ACase(ordinaryTown, fire('2026-04-30', 1_156), about).submit('2026-04-30');
    expect(c.state.stage).toBe('submitted');
  });

  it('may be refused, and the letter names what else to look at', () => {
    const c = new ACase(ordinaryTown, fire('2026-04-30', 500), about).submit('2026-04-30');
    c.give(c.staff.approver, '2026-04-30', { type: 'refuse', ground: '未发现火灾。' });
    expect(c.state.stage).toBe('refused');
    expect(c.state.decisions[0]?.nextKinds).toEqual([{ kind: 'dibao' }]);
  });
});

describe('Spending of 48,000 on an income of 39,600 in November 2020 (W14)', () => {
  const c = new ACase(ordinaryTown, spent(48_000), about).accept('2020-11-02');

  it('has twenty working days for all steps together', () => {
    expect(c.clock('decision').lastDay).toBe('2020-11-30');
  });

  it('of 10,800 is above what a town decides, 2,700: the district does', () => {
    c.verify('2020-11-02').visit('2020-11-02').opine('2020-11-03');
    expect(c.state.decider).toBe('district');
    expect(c.state.stage).toBe('postingDue');
    c.post('2020-11-03').passTo('2020-11-11');
    c.forward('2020-11-11').confirm('2020-11-13');
    expect(c.state.grants).toEqual([{ from: '2020-11', to: '2020-11', amount: 1_080_000, decision: 1 }]);
    expect(c.state.decisions[0]?.level).toBe('district');
  });

  it('ends by itself with its month, published nowhere, rechecked never', () => {
    expect(c.clocks()).toEqual(['notice', 'rightEnd']);
    c.passTo('2020-12-01');
    expect(c.state).toMatchObject({ stage: 'ended', ended: { reason: 'paidOnce' } });
  });
});

describe('Temporary assistance by the ordinary steps', () => {
  it('of a household on dibao looks only into the spending: no verification, but a visit', () => {
    const c = new ACase(ordinaryTown, spent(48_000, { onKinds: ['dibao'] }), about).accept('2026-09-01');
    expect(c.clocks()).toEqual(['decision', 'investigation']);
    c.visit('2026-09-02');
    expect(c.state.stage).toBe('opinionDue');
    c.opine('2026-09-02');
    expect(c.state.stage).toBe('postingDue');
  });

  it('that comes to little is decided by the town, after the posting, without being forwarded', () => {
    const alone = inventHousehold('shu', [
      { name: '舒望', born: '1990-02-03', relation: 'head', incomes: [{ type: 'pension', annual: yuan(30_000) }] },
    ]);
    const household = { ...alone, facts: { ...alone.facts, ...spent(20_000).facts, members: alone.facts.members } };
    const c = new ACase(ordinaryTown, household, about).untilPosted('2026-09-01');
    expect(c.state).toMatchObject({ stage: 'confirming', decider: 'town' });
    c.confirm('2026-09-10');
    expect(c.state.decisions[0]).toMatchObject({ level: 'town', amount: 243_000 });
  });

  it('has nothing to recheck, suspend or adjust', () => {
    const c = new ACase(ordinaryTown, spent(48_000), about).untilPayment('2026-09-01', '2026-09-21');
    const change: CommandOf<'reportChange'> = {
      type: 'reportChange',
      kind: 'incomeChanged',
      happenedOn: day('2026-09-22'),
      note: '收入增加。',
      papers: [],
    };
    expect(c.refusal(c.staff.clerk, '2026-09-22', change)).toBe('paid-once');
    const hold = { type: 'suspendPayment', ground: 'unreachable', note: '联系不上。' } as const;
    expect(c.refusal(c.staff.districtApprover, '2026-09-22', hold)).toBe('no-payment');
  });

  it('corrected by a court is paid the difference for its month only', () => {
    const c = new ACase(ordinaryTown, spent(48_000), about).untilPayment('2026-09-01', '2026-09-21');
    c.give(c.staff.otherDistrictApprover, '2026-10-12', {
      type: 'correctDecision',
      decision: 1,
      by: 'court',
      ruling: '判决书',
      amounts: [{ from: monthOf(day('2026-09-01')), amount: yuan(15_000) }],
      ground: '判决。',
    });
    expect(c.state.grants).toEqual([{ from: '2026-09', to: '2026-09', amount: 1_500_000, decision: 2 }]);
    expect(c.state.stage).toBe('ended');
  });
});

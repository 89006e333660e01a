import { entitlementIn } from '../../../policy/lifecycle/adjustment.ts';
import type { RecheckClass } from '../../../policy/lifecycle/commands.ts';
import { tasksOf } from '../../../policy/lifecycle/tasks.ts';
import type { YearMonth } from '../../../policy/dates.ts';
import { coupleWithChild, coupleWithTeenager, earning, elderlyCouple, withMember } from '../../fixtures/households.ts';
import { deputy, inRole, ordinaryTown } from '../../fixtures/staff.ts';
import { ACase, adjustmentOf, proposalOf } from './a-case.ts';
import { day } from './case-driver.ts';

const month = (text: string) => text as YearMonth;
const richer = withMember(coupleWithChild, 'person-he-1', earning(36_000));
const rich = withMember(coupleWithChild, 'person-he-1', earning(90_000));
const poorer = withMember(coupleWithChild, 'person-he-1', earning(12_000));

describe('The periodic recheck', () => {
  it.each<[string, string, RecheckClass, 'urban' | 'rural', string]>([
    ['R2012', '2020-04-20', 'A', 'rural', '2021-05-29'],
    ['R2012', '2020-04-20', 'B', 'rural', '2020-11-29'],
    ['R2012', '2020-04-20', 'C', 'rural', '2020-08-29'],
    ['R2012', '2020-04-20', 'C', 'urban', '2020-06-29'],
    ['R2021', '2021-09-01', 'B', 'rural', '2022-09-29'],
    ['R2021', '2021-09-01', 'C', 'urban', '2022-03-29'],
    ['R2026b', '2026-09-01', 'A', 'rural', '2027-09-29'],
    ['R2026b', '2026-09-01', 'C', 'rural', '2027-03-29'],
  ])('under %s (accepted %s) of class %s, %s, opens by itself on its day', (_r, start, recheckClass, roll, due) => {
    const c = new ACase(ordinaryTown, elderlyCouple).accept(start, { roll }).verify(start).visit(start);
    if (c.state.stage === 'appraising') c.appraise(start);
    c.opine(start, { recheckClass }).post(start);
    const decided = start.startsWith('2020') ? '2020-05-29' : `${start.slice(0, 5)}09-29`;
    c.passTo(`${start.slice(0, 8)}30`);
    c.forward(start.startsWith('2020') ? '2020-05-06' : `${start.slice(0, 5)}09-29`);
    if (c.state.procedure?.districtPosting) c.districtOpinion('2020-05-08').passTo('2020-05-20');
    c.confirm(decided);
    c.passTo(`${due}T00:00:00`);
    expect(c.events.some(({ type }) => type === 'proceedingOpened')).toBe(true);
    expect(c.events.find(({ type }) => type === 'proceedingOpened')?.at).toBe(`${due}T00:00:00`);
    expect(tasksOf(c.state).map(({ name }) => name)).toContain('proposeAdjustment');
  });

  const opened = () => {
    const c = new ACase().untilPayment('2026-02-02', '2026-02-25');
    c.passTo('2026-08-25');
    expect(c.state.proceeding).toMatchObject({ regime: 'R2026b', reasons: [{ kind: 'recheck', on: '2026-08-25' }] });
    return c;
  };

  it('verifies first, and clears what differs', () => {
    const c = opened();
    expect(tasksOf(c.state).map(({ name }) => name)).toContain('requestVerification');
    expect(c.refusal(c.staff.writer, '2026-08-26', proposalOf(c, 'unchanged'))).toBe('verification-due');
    c.verify('2026-08-26', 'differs');
    expect(c.refusal(c.staff.writer, '2026-08-26', proposalOf(c, 'unchanged'))).toBe('doubts-open');
  });

  it('leaves the amount where nothing clearly changed, and sets the next recheck', () => {
    const c = opened().verify('2026-08-26');
    const said = { changedSince: false, rightAtLastDecision: false };
    c.propose('2026-08-27', 'unchanged', said);
    expect(c.events.at(-1)?.data).toMatchObject({ proposal: said });
    c.adjust('2026-08-28', 'unchanged');
    expect(c.state.decisions.at(-1)).toMatchObject({ kind: 'unchanged', amount: 211100 });
    expect(c.state.grants.map((span) => span.from)).toEqual(['2026-03', '2026-07']);
    expect(c.clock('recheck').lastDay).toBe('2027-02-27');
    expect(c.state.proceeding).toBeUndefined();
  });

  it('raises the amount from the month after the decision', () => {
    const c = opened().verify('2026-08-26').propose('2026-08-27', 'increase', { facts: poorer });
    c.adjust('2026-08-31', 'increase');
    expect(c.state.grants).toEqual([
      { from: '2026-03', to: '2026-06', amount: 190700, decision: 1 },
      { from: '2026-07', to: '2026-08', amount: 211100, decision: 2 },
      { from: '2026-09', amount: 313100, decision: 3 },
    ]);
    expect(c.document('increaseNotice')).toBeDefined();
    expect(c.clock('notice').lastDay).toBe('2026-09-03');
  });

  it('proposes only what follows from the facts', () => {
    const c = opened().verify('2026-08-26');
    const refused = (outcome: 'increase' | 'reduce' | 'stop' | 'gradualExit', facts = c.state.facts) =>
      c.refusal(c.staff.writer, '2026-08-27', proposalOf(c, outcome, facts));
    expect(refused('reduce', poorer)).toBe('outcome-does-not-follow');
    expect(refused('stop')).toBe('outcome-does-not-follow');
    expect(refused('increase', rich)).toBe('outcome-does-not-follow');
    expect(refused('gradualExit', rich)).toBe('outcome-does-not-follow');
  });

  it('is decided by another person than the one who proposed, and as proposed', () => {
    const c = opened().verify('2026-08-26').propose('2026-08-27', 'increase', { facts: poorer });
    const decide = adjustmentOf('increase');
    expect(
      c.refusal(inRole(c.staff.writer.staffId, 'townApprover', c.staff.writer.division), '2026-08-28', decide),
    ).toBe('four-eyes');
    expect(c.refusal(deputy(c.staff.approver.staffId, c.staff.writer.staffId), '2026-08-28', decide)).toBe('four-eyes');
    expect(c.refusal(c.staff.approver, '2026-08-28', adjustmentOf('stop'))).toBe('not-as-proposed');
    expect(c.refusal(c.staff.districtApprover, '2026-08-28', decide)).toBe('not-the-decider');
    c.adjust('2026-08-28', 'increase');
    expect(c.refusal(c.staff.approver, '2026-08-28', decide)).toBe('no-proceeding');
  });
});

describe('The views of the recipient', () => {
  const reduceDue = (proposedOn: string) => {
    const c = new ACase().untilPayment('2026-02-02', '2026-02-25');
    c.report('2026-06-10', { kind: 'incomeChanged' }).verify('2026-06-11');
    return c.propose(proposedOn, 'reduce', { facts: richer });
  };

  it('are not required for a reduction decided on 2026-06-30', () => {
    const c = reduceDue('2026-06-12').adjust('2026-06-30', 'reduce');
    expect(entitlementIn(c.state.grants, month('2026-06'))).toBe(190700);
    expect(entitlementIn(c.state.grants, month('2026-07'))).toBeLessThan(190700);
  });

  it('are heard before one decided on 2026-07-01, whenever its proceeding opened', () => {
    const c = reduceDue('2026-06-12');
    expect(c.refusal(c.staff.approver, '2026-07-01', adjustmentOf('reduce'))).toBe('views-not-heard');
    c.hear('2026-07-01').adjust('2026-07-02', 'reduce');
    expect(c.state.decisions.at(-1)?.kind).toBe('reduce');
    expect(c.document('viewsNotice')).toBeDefined();
    expect(c.document('viewsRecord')).toBeDefined();
  });

  it('are taken as silence five working days after the notice, recorded by the clock', () => {
    const c = reduceDue('2026-07-01');
    const serve = { type: 'serveViewsNotice', servedOn: day('2026-07-01'), method: 'post' } as const;
    expect(c.refusal(c.staff.clerk, '2026-07-02', { ...serve, servedOn: day('2026-06-30') })).toBe('service-date');
    expect(c.refusal(c.staff.clerk, '2026-07-01', { type: 'recordViews', views: '无' })).toBe('views-notice-due');
    c.give(c.staff.clerk, '2026-07-01', serve);
    expect(c.refusal(c.staff.clerk, '2026-07-01', serve)).toBe('views-notice-served');
    expect(c.clock('viewsAnswer').lastDay).toBe('2026-07-08');
    expect(c.refusal(c.staff.approver, '2026-07-08', adjustmentOf('reduce'))).toBe('views-not-heard');
    c.passTo('2026-07-09');
    expect(c.events.at(-1)).toMatchObject({ type: 'viewsRecorded', data: { silent: true } });
    c.adjust('2026-07-09', 'reduce');
  });

  it('are asked for by a notice drawn up with the proposal and served as the record says', () => {
    const c = reduceDue('2026-07-01');
    const number = c.document('viewsNotice');
    const notice = () => c.state.documents.find((document) => document.number === number);
    expect(notice()).toMatchObject({ on: '2026-07-01' });
    expect(notice()?.served).toBeUndefined();
    const service = { method: 'leftAtHome', servedOn: day('2026-07-02') } as const;
    // Its service starts the time to answer, so it has its own step.
    expect(c.refusal(c.staff.clerk, '2026-07-03', { type: 'recordService', document: number, ...service })).toBe(
      'views-notice',
    );
    c.give(c.staff.clerk, '2026-07-03', { type: 'serveViewsNotice', ...service, receipt: 'a'.repeat(64) });
    expect(notice()?.served).toEqual({ on: '2026-07-02', method: 'leftAtHome' });
    expect(c.clock('viewsAnswer').lastDay).toBe('2026-07-09');
    expect(c.state.documents.filter(({ kind }) => kind === 'viewsNotice')).toHaveLength(1);
  });

  it('are asked for anew, by a notice of its own, when the proposal changes', () => {
    const c = reduceDue('2026-07-01');
    const first = c.document('viewsNotice');
    c.propose('2026-07-02', 'stop', { facts: rich });
    expect(c.document('viewsNotice')).not.toBe(first);
    expect(tasksOf(c.state).map(({ name }) => name)).toContain('serveViewsNotice');
    c.give(c.staff.clerk, '2026-07-03', { type: 'serveViewsNotice', servedOn: day('2026-07-03'), method: 'post' });
    expect(c.state.documents.filter(({ served }) => served).map(({ number }) => number)).toEqual([
      c.document('viewsNotice'),
    ]);
    const raised = new ACase().untilPayment('2026-07-01', '2026-07-20').report('2026-08-03', { kind: 'incomeChanged' });
    raised.propose('2026-08-03', 'increase', { facts: poorer });
    expect(raised.state.documents.map(({ kind }) => kind)).not.toContain('viewsNotice');
  });

  it('on a proposal from before the law are asked for by a notice handed over on its day', () => {
    const c = reduceDue('2026-06-12');
    const serve = { type: 'serveViewsNotice', servedOn: day('2026-07-01'), method: 'inPerson' } as const;
    expect(c.refusal(c.staff.clerk, '2026-07-02', serve)).toBe('service-date');
    c.give(c.staff.clerk, '2026-07-02', { ...serve, servedOn: day('2026-07-02') });
    const [notice] = c.state.documents.filter(({ kind }) => kind === 'viewsNotice');
    expect(notice).toMatchObject({ on: '2026-07-02', served: { on: '2026-07-02', method: 'inPerson' } });
  });

  it('are heard anew on a new proposal', () => {
    const c = reduceDue('2026-07-01').hear('2026-07-01');
    c.propose('2026-07-02', 'stop', { facts: rich });
    expect(c.refusal(c.staff.approver, '2026-07-02', adjustmentOf('stop'))).toBe('views-not-heard');
  });

  it('do not run out on a proposal that was put back', () => {
    const c = reduceDue('2026-07-01');
    c.give(c.staff.clerk, '2026-07-01', { type: 'serveViewsNotice', servedOn: day('2026-07-01'), method: 'post' });
    c.report('2026-07-02', { kind: 'propertyChanged' });
    expect(c.state.proceeding?.proposal).toBeUndefined();
    expect(c.clocks()).not.toContain('viewsAnswer');
    expect(c.refusal(c.staff.approver, '2026-07-02', adjustmentOf('reduce'))).toBe('no-proposal');
  });

  it('are heard before a reduction by income, though the household also wishes to leave', () => {
    const c = new ACase().untilPayment('2026-07-01', '2026-07-20').report('2026-08-03', { kind: 'ownWish' });
    c.propose('2026-08-03', 'reduce', { facts: richer });
    expect(c.refusal(c.staff.approver, '2026-08-04', adjustmentOf('reduce'))).toBe('views-not-heard');
    c.hear('2026-08-04').adjust('2026-08-04', 'reduce');
  });

  it('are not heard on an exit at the own wish, whatever else was reported', () => {
    const c = new ACase().untilPayment('2026-07-01', '2026-07-20').report('2026-08-03', { kind: 'movedOut' });
    c.report('2026-08-03', { kind: 'ownWish' }).propose('2026-08-03', 'stop').adjust('2026-08-04', 'stop');
    expect(c.state.ended?.reason).toBe('ownWish');
  });

  it('are not asked for an increase, nor at the own wish of the household', () => {
    const c = new ACase().untilPayment('2026-07-01', '2026-07-20').report('2026-08-03', { kind: 'ownWish' });
    c.propose('2026-08-03', 'stop').adjust('2026-08-04', 'stop');
    expect(c.state).toMatchObject({ stage: 'ended', ended: { reason: 'ownWish' } });
    expect(c.state.grants).toEqual([{ from: '2026-08', to: '2026-08', amount: 211100, decision: 1 }]);
  });
});

describe('Birthdays', () => {
  it('at 16 and 18 open a proceeding by themselves', () => {
    const c = new ACase(ordinaryTown, coupleWithTeenager).untilPayment('2026-07-01', '2026-07-20');
    c.passTo('2026-12-08');
    expect(c.state.proceeding?.reasons).toEqual([{ kind: 'birthday', on: '2026-12-08', personId: 'person-jiang-3' }]);
    expect(c.clock('birthday', 'person-jiang-1').lastDay).toBe('2050-01-08');
    c.verify('2026-12-09')
      .propose('2026-12-09', 'unchanged', { changedSince: false })
      .adjust('2026-12-10', 'unchanged');
    expect(c.clock('birthday', 'person-jiang-3').lastDay).toBe('2028-12-07');
  });
});

import { fen } from '../../../policy/money.ts';
import type { YearMonth } from '../../../policy/dates.ts';
import type { Hearing } from '../../../policy/lifecycle/commands.ts';
import { tasksOf } from '../../../policy/lifecycle/tasks.ts';
import { earning, manAlone, withMember } from '../../fixtures/households.ts';
import { entitledTo } from '../../fixtures/kinds.ts';
import { delegatedTown, deputy, inRole, ordinaryTown } from '../../fixtures/staff.ts';
import { ACase } from './a-case.ts';
import { day } from './case-driver.ts';

const from = (month: string, yuan: number) => ({ from: month as YearMonth, amount: fen(yuan * 100) });
const correct = (decision: number, amounts: ReturnType<typeof from>[], more: object = {}) =>
  ({ type: 'correctDecision', decision, by: 'authority', amounts, ground: '计算有误。', ...more }) as const;

/** Notice served in person, views said on the same day. */
const heardOn = (on: string): Hearing => ({
  servedOn: day(on),
  method: 'inPerson',
  notice: 'f'.repeat(64),
  said: { on: day(on), views: '没有意见。' },
});
const silentSince = (on: string): Hearing => ({ servedOn: day(on), method: 'post', notice: 'f'.repeat(64) });

const paid = () => new ACase(delegatedTown, manAlone).untilPayment('2026-03-02', '2026-03-20');

describe('A mistaken entry', () => {
  const mistaken = (c: ACase, on: string) => {
    const facts = withMember(c.state, c.household.head, earning(10_000));
    c.give(c.staff.clerk, on, { type: 'proposeCorrection', ofSeq: 1, facts, ground: '工资录入有误。' });
    return { type: 'approveCorrection', correction: 1 } as const;
  };

  it('is corrected by two persons', () => {
    const c = new ACase().accept('2026-09-01');
    const approve = mistaken(c, '2026-09-02');
    const sameEyes = inRole(c.staff.clerk.staffId, 'townApprover', delegatedTown.town);
    expect(c.refusal(sameEyes, '2026-09-02', approve)).toBe('four-eyes');
    expect(c.refusal(deputy(c.staff.approver.staffId, c.staff.clerk.staffId), '2026-09-02', approve)).toBe('four-eyes');
    c.give(c.staff.approver, '2026-09-02', approve);
    expect(c.state.facts.members[0]?.incomes[0]?.annual).toBe(1_000_000);
    expect(c.state.stage).toBe('investigating');
    expect(c.refusal(c.staff.approver, '2026-09-02', approve)).toBe('no-open-correction');
  });

  it.each([
    ['in the posting', '2026-09-08'],
    ['before the decision', '2026-09-20'],
  ])('found %s leads back to a new opinion, which no clock overtakes', (_when, on) => {
    const c = new ACase(ordinaryTown).accept('2026-09-01').verify('2026-09-02').visit('2026-09-03').opine('2026-09-04');
    c.post('2026-09-07');
    const approve = mistaken(c, on);
    c.give(c.staff.districtApprover, on, approve);
    expect(c.state.stage).toBe('opinionDue');
    expect(c.clocks()).toEqual(expect.arrayContaining(['opinion']));
    c.passTo('2026-10-01');
    expect(c.state.stage).toBe('opinionDue');
    c.opine('2026-10-01');
    // Only an opinion that hung for its seven days need not hang again.
    expect(c.state.stage).toBe(on < '2026-09-15' ? 'postingDue' : 'forwarding');
  });

  it('found while the opinion waits for its signature has the opinion written anew', () => {
    const c = new ACase(ordinaryTown).accept('2026-09-01').verify('2026-09-02').visit('2026-09-03');
    c.give(c.staff.writer, '2026-09-04', {
      type: 'writeOpinion',
      facts: c.state.facts,
      recheckClass: 'C',
      proposal: 'grant',
      ground: '符合。',
    });
    const approve = mistaken(c, '2026-09-04');
    c.give(c.staff.districtApprover, '2026-09-04', approve);
    expect(c.refusal(c.staff.approver, '2026-09-04', { type: 'signOpinion' })).toBe('nothing-to-sign');
    c.opine('2026-09-07');
  });

  it('found in payment opens a change', () => {
    const c = paid();
    const approve = mistaken(c, '2026-06-10');
    c.give(c.staff.otherApprover, '2026-06-10', approve);
    expect(c.state.proceeding?.reasons).toEqual([{ kind: 'other', on: '2026-06-10' }]);
  });
});

describe('A wrong decision', () => {
  it('is corrected upward by the authority itself: arrears follow from the rights', () => {
    const c = paid();
    c.give(c.staff.approver, '2026-06-10', correct(1, [from('2026-04', 1200)]));
    expect(c.state.grants).toEqual([{ from: '2026-04', amount: 120000, decision: 2 }]);
    expect(c.state.decisions.at(-1)).toMatchObject({ kind: 'corrected', amount: 120000, from: '2026-04' });
    expect(c.state.stage).toBe('inPayment');
    expect(c.events.at(-1)).toMatchObject({ type: 'decisionCorrected', data: { by: 'authority', corrects: 1 } });
  });

  it('is not corrected by who made it, nor by a lower level, nor for months to come', () => {
    const c = paid();
    expect(c.refusal(c.staff.otherApprover, '2026-06-10', correct(1, [from('2026-04', 1200)]))).toBe('four-eyes');
    expect(c.refusal(c.staff.approver, '2026-06-10', correct(9, [from('2026-04', 1200)]))).toBe('no-such-decision');
    expect(c.refusal(c.staff.approver, '2026-06-10', correct(1, []))).toBe('amounts-missing');
    expect(c.refusal(c.staff.approver, '2026-06-10', correct(1, [from('2026-09', 1)]))).toBe('month-ahead');
    expect(c.refusal(c.staff.approver, '2026-06-10', correct(1, [from('2026-05', 1), from('2026-04', 1)]))).toBe(
      'months-out-of-order',
    );
    const district = new ACase(ordinaryTown, manAlone).untilPayment('2026-03-02', '2026-03-20');
    expect(district.refusal(district.staff.approver, '2026-06-10', correct(1, [from('2026-04', 1200)]))).toBe(
      'not-the-decider',
    );
  });

  it('is lowered by the authority only after hearing the recipient, from July 2026 on', () => {
    const c = paid();
    const lower = correct(1, [from('2026-04', 900), from('2026-06', 1155)]);
    expect(c.refusal(c.staff.approver, '2026-07-02', lower)).toBe('views-not-heard');
    c.give(c.staff.approver, '2026-07-02', { ...lower, hearing: heardOn('2026-07-01') });
    expect(c.events.at(-1)?.data).toMatchObject({ by: 'authority', hearing: heardOn('2026-07-01') });
    expect(c.document('viewsRecord')).toBeDefined();
    expect(c.state.grants).toEqual([
      { from: '2026-04', to: '2026-05', amount: 90000, decision: 3 },
      { from: '2026-06', amount: 115500, decision: 3 },
    ]);
  });

  it('is lowered only after a hearing since it was made, not on one of the future or of another year', () => {
    const c = paid();
    const lower = correct(1, [from('2026-08', 900)]);
    const refused = (hearing: Hearing) => c.refusal(c.staff.approver, '2026-11-10', { ...lower, hearing });
    expect(refused(heardOn('2030-01-01'))).toBe('hearing-date');
    expect(refused(heardOn('1999-01-01'))).toBe('hearing-date');
    expect(refused(heardOn('2026-03-19'))).toBe('hearing-date');
    expect(refused({ ...heardOn('2026-11-02'), said: { on: day('2026-11-11'), views: '无' } })).toBe('hearing-date');
    expect(refused({ ...heardOn('2026-11-02'), said: { on: day('2026-11-01'), views: '无' } })).toBe('hearing-date');
  });

  it('is lowered after silence only once the five working days to answer have passed', () => {
    const c = paid();
    const lower = { ...correct(1, [from('2026-08', 900)]), hearing: silentSince('2026-11-02') };
    expect(c.refusal(c.staff.approver, '2026-11-09', lower)).toBe('views-answer-runs');
    c.give(c.staff.approver, '2026-11-10', lower);
    expect(c.state.grants.at(-1)).toMatchObject({ from: '2026-08', amount: 90000 });
    expect(c.document('viewsRecord')).toBeDefined();
  });

  it('is not lowered again on the hearing before its last correction', () => {
    const c = paid();
    const lower = (yuan: number, on: string) => ({ ...correct(1, [from('2026-08', yuan)]), hearing: heardOn(on) });
    c.give(c.staff.approver, '2026-11-10', lower(900, '2026-11-09'));
    expect(c.refusal(c.staff.approver, '2026-11-11', lower(300, '2026-11-09'))).toBe('hearing-date');
    c.give(c.staff.approver, '2026-11-11', lower(300, '2026-11-11'));
  });

  it('that recognised a household without money is withdrawn by the authority only after hearing it', () => {
    const { household } = entitledTo('dibaoEdge', { standard: 1215 });
    const c = new ACase(ordinaryTown, household, { kind: 'dibaoEdge' }).untilPayment('2026-09-01', '2026-09-15');
    const withdraw = correct(1, [from('2026-10', 0)]);
    const approver = c.staff.otherDistrictApprover;
    expect(c.refusal(approver, '2026-11-10', withdraw)).toBe('views-not-heard');
    c.give(approver, '2026-11-10', { ...withdraw, hearing: heardOn('2026-11-09') });
    expect(c.state).toMatchObject({ stage: 'ended', ended: { reason: 'correction' } });
  });

  it('is changed by reconsideration or court on their ruling, and may end the right', () => {
    const c = paid();
    const end = correct(1, [from('2026-08', 0)], { by: 'court' });
    expect(c.refusal(c.staff.approver, '2026-07-02', end)).toBe('ruling-missing');
    c.give(c.staff.approver, '2026-07-02', { ...end, ruling: '（2026）苏行终1号' });
    expect(c.state).toMatchObject({ stage: 'ended', ended: { reason: 'correction' } });
    const corrected = c.events.find(({ type }) => type === 'decisionCorrected');
    expect(corrected?.data).toMatchObject({ by: 'court', ruling: '（2026）苏行终1号', corrects: 1 });
    expect(c.state.documents.map(({ kind }) => kind)).not.toContain('viewsRecord');
    expect(c.state.grants).toEqual([
      { from: '2026-04', to: '2026-06', amount: 115500, decision: 1 },
      { from: '2026-07', to: '2026-07', amount: 121500, decision: 2 },
    ]);
    expect(c.clocks()).toEqual(['notice']);
  });

  it('opens a case again that was refused, with its recheck and its publication', () => {
    const c = new ACase(delegatedTown, manAlone).accept('2026-09-01').verify('2026-09-02').visit('2026-09-03');
    c.opine('2026-09-04', { proposal: 'refuse', ground: '拒绝就业。' });
    c.give(c.staff.approver, '2026-09-07', { type: 'refuse', ground: '拒绝就业。' });
    c.give(
      c.staff.otherApprover,
      '2026-12-01',
      correct(1, [from('2026-10', 1215)], { by: 'reconsideration', ruling: 'r' }),
    );
    expect(c.state.stage).toBe('inPayment');
    expect(c.state.ended).toBeUndefined();
    expect(c.clocks()).toEqual(['birthday', 'notice', 'publication', 'recheck']);
    expect(c.state.grants).toEqual([{ from: '2026-10', amount: 121500, decision: 2 }]);
  });

  it('opens a case again that was ended, and leaves it closed when only arrears are due', () => {
    const ended = () => {
      const c = paid();
      c.give(c.staff.approver, '2026-06-10', {
        type: 'endCase',
        reason: 'custody',
        happenedOn: day('2026-06-01'),
        note: '误认。',
      });
      return c;
    };
    const again = ended();
    again.give(again.staff.otherApprover, '2026-08-03', correct(2, [from('2026-07', 1215)]));
    expect(again.state.stage).toBe('inPayment');
    const closed = ended();
    closed.give(closed.staff.otherApprover, '2026-08-03', correct(2, [from('2026-06', 1200), from('2026-07', 0)]));
    expect(closed.state.stage).toBe('ended');
    expect(closed.state.grants.at(-1)).toEqual({ from: '2026-06', to: '2026-06', amount: 120000, decision: 3 });
  });

  it('that ends the right does so as every stop: told, and of what to look at next', () => {
    const c = paid();
    c.give(c.staff.approver, '2026-11-10', { ...correct(1, [from('2026-12', 0)]), hearing: heardOn('2026-11-09') });
    expect(c.state).toMatchObject({
      stage: 'ended',
      ended: {
        reason: 'correction',
        on: '2026-11-10',
        nextKinds: [{ kind: 'dibaoEdge' }, { kind: 'temporaryAssistance' }],
      },
    });
    expect(c.state.documents.slice(-3).map(({ kind }) => kind)).toEqual([
      'viewsRecord',
      'correctionNotice',
      'stopNotice',
    ]);
    expect(c.clocks()).toEqual(['notice']);
    expect(tasksOf(c.state).map(({ name }) => name)).toEqual(['recordService']);
    expect(c.state.grants.at(-1)).toMatchObject({ to: '2026-11' });
  });

  it('that ends the right in a suspension leaves the months held unpaid, as every stop does', () => {
    const c = paid();
    c.give(c.staff.otherApprover, '2026-11-10', { type: 'suspendPayment', ground: 'unreachable', note: '联系不上。' });
    c.give(c.staff.approver, '2027-01-05', { ...correct(1, [from('2027-02', 0)]), hearing: silentSince('2026-12-01') });
    expect(c.state.stage).toBe('ended');
    expect(c.state.suspension).toBeUndefined();
    expect(c.state.withheld).toEqual([{ from: '2026-12', to: '2027-01' }]);
    expect(c.clocks()).toEqual(['notice']);
  });

  it('that ends full support takes down what hangs of it', () => {
    const { household, subject } = entitledTo('tekun', { standard: 1215 });
    const about = { kind: 'tekun', ...(subject !== undefined && { subject }) } as const;
    const c = new ACase(ordinaryTown, household, about).untilPayment('2026-09-01', '2026-09-29');
    c.report('2026-10-12', { kind: 'movedOut' }).verify('2026-10-12').propose('2026-10-12', 'stop').hear('2026-10-12');
    c.post('2026-10-13');
    const end = correct(1, [from('2026-10', 0)], { by: 'court', ruling: '（2026）苏行终1号' });
    c.give(c.staff.otherDistrictApprover, '2026-10-15', end);
    expect(c.state.postings.at(-1)).toMatchObject({ endedOn: '2026-10-15', early: true });
    expect(c.clocks()).toEqual(['notice']);
  });

  it('that granted a gradual exit returns to ordinary payment when the right goes on', () => {
    const c = paid().report('2026-09-07', { kind: 'tookUpWork' }).verify('2026-09-08');
    const facts = withMember(manAlone, manAlone.head, earning(12 * 1_400 + 4_374));
    c.propose('2026-09-09', 'gradualExit', { facts }).hear('2026-09-09').adjust('2026-09-10', 'gradualExit', 6);
    c.give(c.staff.otherApprover, '2026-10-12', correct(2, [from('2026-10', 1215)], { by: 'court', ruling: 'r' }));
    expect(c.state.stage).toBe('inPayment');
    expect(c.clocks()).not.toContain('gradualExitEnd');
    expect(c.clocks()).toContain('recheck');
  });
});

describe('A proposal to lower the right', () => {
  it('is not decided once a ruling has lowered it further meanwhile: a new one is due', () => {
    const c = paid().report('2026-04-10', { kind: 'incomeChanged' }).verify('2026-04-12');
    c.propose('2026-04-13', 'reduce', { facts: withMember(c.state, c.state.application.head, earning(6_000)) });
    c.give(c.staff.approver, '2026-04-14', correct(1, [from('2026-05', 100)], { by: 'court', ruling: 'r' }));
    const decide = { type: 'decideAdjustment', outcome: 'reduce', ground: '同意。' } as const;
    expect(c.refusal(c.staff.otherApprover, '2026-04-15', decide)).toBe('proposal-outdated');
    expect(tasksOf(c.state)).toContainEqual(expect.objectContaining({ name: 'proposeAdjustment' }));
  });
});

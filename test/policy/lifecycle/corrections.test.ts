import { fen } from '../../../policy/money.ts';
import type { YearMonth } from '../../../policy/dates.ts';
import { earning, manAlone, withMember } from '../../fixtures/households.ts';
import { delegatedTown, deputy, inRole, ordinaryTown } from '../../fixtures/staff.ts';
import { ACase } from './a-case.ts';
import { day } from './case-driver.ts';

const from = (month: string, yuan: number) => ({ from: month as YearMonth, amount: fen(yuan * 100) });
const correct = (decision: number, amounts: ReturnType<typeof from>[], more: object = {}) =>
  ({ type: 'correctDecision', decision, by: 'authority', amounts, ground: '计算有误。', ...more }) as const;

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
    c.give(c.staff.approver, '2026-07-02', { ...lower, viewsHeardOn: day('2026-07-01') });
    expect(c.events.at(-1)?.data).toMatchObject({ by: 'authority', viewsHeardOn: '2026-07-01' });
    expect(c.state.grants).toEqual([
      { from: '2026-04', to: '2026-05', amount: 90000, decision: 3 },
      { from: '2026-06', amount: 115500, decision: 3 },
    ]);
  });

  it('is changed by reconsideration or court on their ruling, and may end the right', () => {
    const c = paid();
    const end = correct(1, [from('2026-08', 0)], { by: 'court' });
    expect(c.refusal(c.staff.approver, '2026-07-02', end)).toBe('ruling-missing');
    c.give(c.staff.approver, '2026-07-02', { ...end, ruling: '（2026）苏行终1号' });
    expect(c.state).toMatchObject({ stage: 'ended', ended: { reason: 'correction' } });
    expect(c.events.at(-1)?.data).toMatchObject({ by: 'court', ruling: '（2026）苏行终1号', corrects: 1 });
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

import type { HouseholdFacts } from '../../../policy/eligibility/facts.ts';
import { kindNames, kinds } from '../../../policy/kinds.ts';
import { yuan } from '../../../policy/money.ts';
import { entitledTo } from '../../fixtures/kinds.ts';
import { earning, inventHousehold, withMember } from '../../fixtures/households.ts';
import { delegatedTown, ordinaryTown, type Place } from '../../fixtures/staff.ts';
import { ACase } from './a-case.ts';
import { day } from './case-driver.ts';

/** A household entitled at the standard of 1,215 of September 2026. */
const aCase = (kind: (typeof kindNames)[number], place: Place = ordinaryTown, standard = 1_215) => {
  const { household, subject } = entitledTo(kind, { standard });
  return new ACase(place, household, { kind, ...(subject !== undefined && { subject }) });
};

describe('A rigid-expenditure household confirmed on 2026-02-10 (W17)', () => {
  const four = inventHousehold('mu', [
    { name: '穆青山', born: '1980-02-03', relation: 'head', incomes: [{ type: 'pension', annual: yuan(100_000) }] },
    { name: '云初霁', born: '1981-04-05', relation: 'spouse' },
    { name: '穆小溪', born: '2011-06-07', relation: 'child', student: 'compulsory' },
    { name: '穆小川', born: '2013-06-07', relation: 'child', student: 'compulsory' },
  ]);
  const household = {
    ...four,
    facts: { ...four.facts, necessarySpending: [{ type: 'medical' as const, annual: yuan(62_000) }] },
  };
  const c = new ACase(ordinaryTown, household, { kind: 'rigidExpenditure' }).untilPayment('2026-01-20', '2026-02-10');

  it('has no money and no recheck', () => {
    expect(c.state.grants).toEqual([]);
    expect(c.clocks()).toEqual(['notice', 'publication', 'rightEnd']);
  });

  it('ends by itself after 2027-02-09, with a notice that says what to look at next', () => {
    expect(c.clock('rightEnd').lastDay).toBe('2027-02-09');
    c.passTo('2027-02-09T23:59:59');
    expect(c.state.stage).toBe('inPayment');
    c.passTo('2027-02-10');
    expect(c.state).toMatchObject({ stage: 'ended', ended: { reason: 'validityOver' } });
    expect(c.state.documents.at(-1)?.kind).toBe('stopNotice');
    expect(c.state.ended?.nextKinds?.at(-1)).toEqual({ kind: 'temporaryAssistance' });
  });

  it('is decided within 30 working days, within 45 in hard cases [R24 §8]', () => {
    const other = aCase('rigidExpenditure', delegatedTown).accept('2026-09-01');
    expect(other.clock('decision').lastDay).toBe('2026-10-19');
    other.give(other.staff.districtApprover, '2026-09-02', {
      type: 'extendLimit',
      ground: 'hardSurvey',
      note: '复杂。',
    });
    expect(other.clock('decision').lastDay).toBe('2026-11-09');
  });

  it('cannot be accepted before the measures of 2025', () => {
    const early = aCase('rigidExpenditure').submit('2024-12-31');
    expect(early.refusal(early.staff.clerk, '2024-12-31', { type: 'acceptApplication' })).toBe('kind-not-known-yet');
  });
});

describe('A household on the edge of dibao', () => {
  it('goes the way of dibao, is published and rechecked by its class, and is paid nothing', () => {
    const c = aCase('dibaoEdge').untilPayment('2026-09-01', '2026-09-21', 'C');
    expect(c.state.grants).toEqual([]);
    expect(c.clocks()).toEqual(['birthday', 'birthday', 'notice', 'publication', 'recheck']);
    expect(c.clock('recheck').due.slice(0, 10)).toBe('2027-03-21');
  });

  it('keeps its standing at a recheck without change, and a new standard raises nothing', () => {
    const c = aCase('dibaoEdge', ordinaryTown, 1_155).untilPayment('2025-08-04', '2025-08-25');
    c.passTo('2026-02-25');
    expect(c.state.proceeding?.reasons).toMatchObject([{ kind: 'recheck' }]);
    c.verify('2026-02-25').propose('2026-02-26', 'unchanged').adjust('2026-02-27', 'unchanged');
    c.passTo('2026-07-02');
    expect(c.state.decisions.map(({ kind }) => kind)).toEqual(['confirmed', 'unchanged']);
  });

  it('loses it when the income rises beyond, without a gradual exit', () => {
    const c = aCase('dibaoEdge').untilPayment('2026-09-01', '2026-09-21').report('2026-10-08', { kind: 'tookUpWork' });
    const { household } = c;
    const facts = withMember(household, household.head, earning(90_000));
    c.verify('2026-10-08').propose('2026-10-09', 'stop', { facts }).hear('2026-10-09').adjust('2026-10-12', 'stop');
    expect(c.state).toMatchObject({ stage: 'ended', ended: { reason: 'incomeAboveStandard' } });
  });

  it('has no payment to suspend, and no amount to correct', () => {
    const c = aCase('dibaoEdge').untilPayment('2026-09-01', '2026-09-21');
    const hold = { type: 'suspendPayment', ground: 'unreachable', note: '联系不上。' } as const;
    expect(c.refusal(c.staff.districtApprover, '2026-09-22', hold)).toBe('no-payment');
  });
});

describe('Single-person dibao', () => {
  it('follows the person: the right ends when the person dies, though the family lives on', () => {
    const c = aCase('dibaoSinglePerson').untilPayment('2026-03-02', '2026-03-23');
    const { subject = '' } = c.state;
    expect(c.state.grants).toMatchObject([{ from: '2026-04' }]);
    c.report('2026-09-10', { kind: 'memberDied', personId: subject, happenedOn: day('2026-08-20') });
    c.verify('2026-09-10').propose('2026-09-11', 'stop').adjust('2026-09-14', 'stop');
    expect(c.state).toMatchObject({ stage: 'ended', ended: { reason: 'memberDied' } });
    expect(c.state.grants.at(-1)).toMatchObject({ to: '2026-08' });
  });

  it('goes on when another member dies', () => {
    const c = aCase('dibaoSinglePerson').untilPayment('2026-03-02', '2026-03-23');
    c.report('2026-09-10', { kind: 'memberDied', personId: c.household.head, happenedOn: day('2026-08-20') });
    c.verify('2026-09-10');
    expect(() => c.propose('2026-09-11', 'stop')).toThrow('outcome-does-not-follow');
  });

  it('rises with the standard', () => {
    const c = aCase('dibaoSinglePerson', ordinaryTown, 1_155).untilPayment('2026-03-02', '2026-03-23');
    c.passTo('2026-07-01');
    expect(c.state.grants.at(-1)).toMatchObject({ from: '2026-07', amount: 121_500 });
  });
});

describe('An allowance for a child', () => {
  it.each(['orphan', 'deFactoUnattendedChild'] as const)(
    '%s: fifteen working days in the town and in the district, nothing posted, nothing published [C62 二]',
    (kind) => {
      const c = aCase(kind).accept('2026-04-01');
      expect(c.clocks()).toEqual(['investigation', 'verificationRequest']);
      expect(c.clock('investigation').lastDay).toBe('2026-04-23');
      c.verify('2026-04-10');
      expect(c.state.stage).toBe('opinionDue');
      c.opine('2026-04-23');
      expect(c.state.stage).toBe('forwarding');
      c.forward('2026-04-24');
      expect(c.clock('districtDecision').lastDay).toBe('2026-05-19');
      c.confirm('2026-05-19');
      expect(c.state.grants).toMatchObject([{ from: '2026-06' }]);
      expect(c.state.postings).toEqual([]);
      expect(c.clocks()).toEqual(['birthday', 'notice', 'recheck', 'standard']);
      expect(c.refusal(c.staff.worker, '2026-05-20', { type: 'publish', place: '村务公开栏' })).toBe('not-published');
    },
  );

  it('is looked at again on the birthdays of the child alone, and ends at 18, after the recipient is heard', () => {
    const c = aCase('orphan').untilPayment('2026-04-01', '2026-04-22');
    expect(c.state.deadlines.filter(({ name }) => name === 'birthday')).toMatchObject([{ of: c.state.subject }]);
    const { subject = '' } = c.state;
    const { facts } = c.household;
    const grown = facts.members.map(({ parents: _grownUp, ...member }) =>
      member.personId === subject ? { ...member, birthDate: day('2008-05-20') } : member,
    );
    c.report('2026-10-08', { kind: 'other' }).verify('2026-10-08');
    c.propose('2026-10-09', 'stop', { facts: { ...facts, members: grown } }).hear('2026-10-09');
    c.adjust('2026-10-12', 'stop');
    expect(c.state).toMatchObject({ stage: 'ended', ended: { reason: 'ageReached' } });
  });

  it('is looked at again when dibao rises: what the child gets beyond its share of it falls', () => {
    const { household, subject = '' } = entitledTo('orphan', { standard: 1_155 });
    const facts: HouseholdFacts = { ...household.facts, onKinds: ['dibao'] };
    const c = new ACase(ordinaryTown, { ...household, facts }, { kind: 'orphan', subject });
    c.untilPayment('2026-04-01', '2026-04-22');
    const before = c.state.grants.at(-1)?.amount ?? 0;
    expect(before).toBeGreaterThan(0);
    c.passTo('2026-07-01T00:00:00');
    expect(c.state.grants.at(-1)?.amount).toBe(before);
    expect(c.state.proceeding).toMatchObject({ openedOn: '2026-07-01', reasons: [{ kind: 'other' }] });
    c.verify('2026-07-02').propose('2026-07-03', 'reduce', { facts }).hear('2026-07-03').adjust('2026-07-06', 'reduce');
    expect(c.state.grants.at(-1)).toMatchObject({ from: '2026-08' });
    expect(c.state.grants.at(-1)?.amount).toBeLessThan(before);
  });

  it('ends when a parent can care again', () => {
    const c = aCase('deFactoUnattendedChild').untilPayment('2026-04-01', '2026-04-22');
    const facts = withMember(c.household, c.state.subject ?? '', {
      parents: [{ circumstance: 'dead' }, { circumstance: 'able' }],
    });
    c.report('2026-05-06', { kind: 'other' }).verify('2026-05-06').propose('2026-05-07', 'stop', { facts });
    c.adjust('2026-05-08', 'stop');
    expect(c.state).toMatchObject({ stage: 'ended', ended: { reason: 'parentsCare' } });
  });
});

describe('An application', () => {
  it.each(kindNames.filter((kind) => kinds[kind].by === 'person'))('for %s names whom it is for', (kind) => {
    const { household } = entitledTo(kind, { standard: 1_215 });
    const c = new ACase(ordinaryTown, household);
    const draft = {
      type: 'draftApplication',
      applicationId: 'application-1',
      kind,
      channel: 'self',
      ...ordinaryTown,
      roll: 'rural',
      head: household.head,
      facts: household.facts,
      needs: ['生活'],
      causeOfHardship: '困难',
      papers: [],
    } as const;
    expect(c.refusal(c.staff.clerk, '2026-09-01', draft)).toBe('subject');
    expect(c.refusal(c.staff.clerk, '2026-09-01', { ...draft, subject: 'nobody' })).toBe('not-a-member');
  });

  it('for a household names nobody', () => {
    const { household } = entitledTo('dibao', { standard: 1_215 });
    const c = new ACase(ordinaryTown, household, { kind: 'dibao', subject: household.head });
    expect(() => c.draft('2026-09-01')).toThrow('subject');
  });

  it('is refused while a fact the law asks for was not stated, which is named', () => {
    const { household, subject = '' } = entitledTo('tekun', { standard: 1_215 });
    const { facts } = household;
    const untested = facts.members.map(({ selfCareFailed: _untested, ...member }) => member);
    const c = new ACase(
      ordinaryTown,
      { ...household, facts: { ...facts, members: untested } },
      { kind: 'tekun', subject },
    );
    c.accept('2026-09-01').verify('2026-09-01').visit('2026-09-01');
    expect(() => c.opine('2026-09-01')).toThrow('facts-missing');
  });
});

import { plainDate } from '../../policy/dates.ts';
import { assertConsistent, contradictionsIn } from '../../policy/eligibility/contradictions.ts';
import type { HouseholdFacts } from '../../policy/eligibility/facts.ts';
import { fen, yuan } from '../../policy/money.ts';
import { head, household, member, wage } from './invented-household.ts';

const d = plainDate;
const codes = (facts: HouseholdFacts) => contradictionsIn(facts, d('2026-09-01')).map(({ code }) => code);
const withSecond = (given: object) => codes(household([head(), member('p2', given)]));

const supporter = (given: object = {}) => ({ id: 's1', relation: 'child', birthDate: '1980-01-01', ...given });

describe('facts of a household', () => {
  it('that fit together have no contradiction', () => {
    expect(codes(household([head(wage(yuan(10_000))), member('p2', { relation: 'spouse' })]))).toEqual([]);
  });

  it('need exactly one head and at most one spouse', () => {
    expect(codes(household([]))).toEqual(['noMember']);
    expect(codes(household([member('p1')]))).toEqual(['notOneHead']);
    expect(withSecond({ relation: 'head' })).toEqual(['notOneHead']);
    const two = ['p2', 'p3'].map((id) => member(id, { relation: 'spouse' }));
    expect(codes(household([head(), ...two]))).toEqual(['twoSpouses']);
  });

  it('list nobody twice', () => {
    expect(codes(household([head(), member('p1')]))).toEqual(['memberTwice']);
  });

  it.each([
    ['someone born after the assessment', { birthDate: d('2026-09-02') }, ['bornAfterAssessment']],
    ['someone dead', { diedOn: d('2026-09-01') }, ['deadMember']],
    [
      'someone away only from tomorrow',
      { livesElsewhere: { reason: 'work', since: d('2026-09-02') } },
      ['awayAfterAssessment'],
    ],
    ['a child older than the head', { relation: 'child', birthDate: d('1980-01-01') }, ['childOlderThanHead']],
    ['a parent younger than the head', { relation: 'parent', birthDate: d('1990-01-01') }, ['parentYoungerThanHead']],
    ['an income below 0', { incomes: [{ type: 'rent', annual: fen(-1) }] }, ['notAnAmount']],
    ['an income with parts of a fen', { incomes: [{ type: 'rent', annual: 0.5 }] }, ['notAnAmount']],
    ['a deduction below 0', { deductions: [{ type: 'incomeTax', annual: fen(-1) }] }, ['notAnAmount']],
    ['a disability of grade 5', { disability: { type: 'limb', grade: 5 } }, ['notAGrade']],
    ['wages without months worked', { incomes: [{ type: 'wage', annual: yuan(1) }] }, ['monthsWorked']],
    ['wages in no month', { ...wage(yuan(1)), monthsWorked: 0 }, ['monthsWorked']],
    ['wages in 13 months', { ...wage(yuan(1)), monthsWorked: 13 }, ['monthsWorked']],
    ['a date that does not exist', { birthDate: '2001-02-30' }, ['noSuchDate']],
    ['somebody who works and cannot work', { employed: true, unableToWork: true }, ['worksThoughUnable']],
    [
      'support paid by nobody known',
      { incomes: [{ type: 'supportPayment', annual: yuan(1), from: 's1' }] },
      ['unknownPayer'],
    ],
    ['the same item of the self-care test twice', { selfCareFailed: ['bathing', 'bathing'] }, ['selfCareTwice']],
    ['a supporter born on no day', { supporters: [supporter({ birthDate: '1950-02-30' })] }, ['noSuchDate']],
    ['a supporter born tomorrow', { supporters: [supporter({ birthDate: '2026-09-02' })] }, ['bornAfterAssessment']],
    ['the same supporter twice', { supporters: [supporter(), supporter()] }, ['supporterTwice']],
    ['a supporter of negative income', { supporters: [supporter({ annualIncome: -1 })] }, ['notAnAmount']],
    [
      'a supporter disabled to grade 0',
      { supporters: [supporter({ disability: { type: 'limb', grade: 0 } })] },
      ['notAGrade'],
    ],
  ])('do not contain %s', (_, given, expected) => {
    expect(withSecond(given)).toEqual(expected);
  });

  const parent = (given: object) =>
    withSecond({ birthDate: d('2015-01-01'), parents: [given, { circumstance: 'dead' }] });

  it.each([
    ['in custody since no date', { circumstance: 'inCustody' }, ['sinceNotStated']],
    ['out of contact since no date', { circumstance: 'outOfContact' }, ['sinceNotStated']],
    ['in custody from tomorrow', { circumstance: 'inCustody', since: '2026-09-02' }, ['parentAfterAssessment']],
    [
      'out of contact since a day that does not exist',
      { circumstance: 'outOfContact', since: '2026-02-29' },
      ['noSuchDate'],
    ],
    ['disabled in no way', { circumstance: 'disabled' }, ['disabilityNotStated']],
    ['disabled to grade 5', { circumstance: 'disabled', disability: { type: 'limb', grade: 5 } }, ['notAGrade']],
  ])('have no parent %s', (_, given, expected) => {
    expect(parent(given)).toEqual(expected);
  });

  it('may go on naming the parents of a child that has turned 18: its allowance has to be ended from these facts', () => {
    const parents = [{ circumstance: 'dead' }, { circumstance: 'dead' }];
    expect(withSecond({ birthDate: d('2008-09-01'), parents })).toEqual([]);
  });

  const emergency = (given: object) =>
    codes(
      household([head()], {
        emergency: { event: 'fire', on: d('2026-09-01'), affected: ['p1'], severity: 1, need: yuan(1), ...given },
      }),
    );
  const assisted = (given: object) =>
    codes(household([head()], { assisted: [{ on: d('2026-09-01'), cause: 'fire', amount: yuan(1), ...given }] }));

  it('speak of emergencies and help of the past that struck and helped members', () => {
    expect([emergency({}), assisted({})]).toEqual([[], []]);
    expect(emergency({ on: d('2026-09-02') })).toEqual(['emergencyInFuture']);
    expect(emergency({ on: '2026-06-31', need: -1 })).toEqual(['noSuchDate', 'notAnAmount']);
    expect(emergency({ affected: ['p1', 'p1', 'p9'] })).toEqual(['affectedTwice', 'unknownAffected']);
    expect(assisted({ on: d('2026-09-02'), amount: fen(-1) })).toEqual(['notAnAmount', 'assistedInFuture']);
    expect(assisted({ on: '2026-06-31' })).toEqual(['noSuchDate']);
  });

  it('count spending and months of residence in whole numbers from 0', () => {
    expect(codes(household([head()], { necessarySpending: [{ type: 'medical', annual: fen(-1) }] }))).toEqual([
      'notAnAmount',
    ]);
    const residence = { registeredHere: false, monthsResident: -1, monthsInsured: 6 };
    expect(codes(household([head()], { residence }))).toEqual(['notMonths']);
  });

  it('name only members as owners and count property in whole numbers', () => {
    expect(codes(household([head()], { vehicles: [{ kind: 'car', ownerId: 'p9' }] }))).toEqual(['unknownOwner']);
    expect(codes(household([head()], { homes: -1 }))).toEqual(['notAnAmount']);
  });

  it('are refused with every contradiction at once, naming persons by id', () => {
    const facts = household([head(), member('p1', { birthDate: d('2030-01-01') })]);
    expect(() => assertConsistent(facts, d('2026-09-01'))).toThrow(
      'member p1 is listed twice; member p1 is born after the assessment',
    );
  });
});

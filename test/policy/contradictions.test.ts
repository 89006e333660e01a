import { plainDate } from '../../policy/dates.ts';
import { assertConsistent, contradictionsIn } from '../../policy/eligibility/contradictions.ts';
import type { HouseholdFacts } from '../../policy/eligibility/facts.ts';
import { fen, yuan } from '../../policy/money.ts';
import { head, household, member, wage } from './invented-household.ts';

const d = plainDate;
const codes = (facts: HouseholdFacts) => contradictionsIn(facts, d('2026-09-01')).map(({ code }) => code);
const withSecond = (given: object) => codes(household([head(), member('p2', given)]));

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
  ])('do not contain %s', (_, given, expected) => {
    expect(withSecond(given)).toEqual(expected);
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

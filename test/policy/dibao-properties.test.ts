import fc from 'fast-check';
import { assessDibao, remainderAfterDeath } from '../../policy/amounts/dibao.ts';
import { addDays, addToMonth, monthOf, plainDate, yearMonth } from '../../policy/dates.ts';
import { edgeEligible } from '../../policy/eligibility/edge.ts';
import {
  absences,
  disabilityTypes,
  type HouseholdFacts,
  incomeTypes,
  type Member,
} from '../../policy/eligibility/facts.ts';
import { type Fen, fen, yuan } from '../../policy/money.ts';
import { changzhou, household, member } from './invented-household.ts';

const amountOf = (most: number) => fc.integer({ min: 0, max: most }).map(fen);
const incomes = fc.array(fc.record({ type: fc.constantFrom(...incomeTypes), annual: amountOf(2_500_000) }), {
  maxLength: 4,
});

const person = (at: number): fc.Arbitrary<Member> =>
  fc
    .record({
      relation: fc.constantFrom('child' as const, 'sibling' as const, 'other' as const),
      age: fc.integer({ min: 0, max: 30_000 }),
      incomes,
      monthsWorked: fc.integer({ min: 1, max: 12 }),
      severelyIll: fc.boolean(),
      disability: fc.option(
        fc.record({
          type: fc.constantFrom(...disabilityTypes),
          grade: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
        }),
        { nil: undefined },
      ),
      away: fc.option(fc.constantFrom(...absences), { nil: undefined, freq: 6 }),
      insurance: amountOf(400_000),
    })
    .map(({ age, disability, away, insurance, relation, ...rest }) =>
      member(`p${at + 1}`, {
        ...rest,
        relation: at === 0 ? 'head' : relation,
        birthDate: at === 0 ? plainDate('1930-01-01') : addDays(plainDate('2023-09-01'), -age),
        deductions: [{ type: 'socialInsurance', annual: insurance }],
        ...(disability === undefined ? {} : { disability }),
        ...(away === undefined ? {} : { livesElsewhere: { reason: away, since: plainDate('2019-01-01') } }),
      }),
    );

const anyHousehold = fc
  .integer({ min: 1, max: 6 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, at) => person(at))))
  .chain((members) => fc.record({ members: fc.constant(members), financialAssets: amountOf(9_000_000) }))
  .map(({ members, financialAssets }): HouseholdFacts => household(members, { financialAssets }));

const on = { assessedOn: plainDate('2023-09-04'), benefitMonth: yearMonth('2023-10') };
const aidFor = (facts: HouseholdFacts): Fen => assessDibao(facts, on, changzhou).amount;
const withIncomes = (facts: HouseholdFacts, at: number, change: (of: Member['incomes']) => Member['incomes']) => ({
  ...facts,
  members: facts.members.map((m, n) => (n === at % facts.members.length ? { ...m, incomes: change(m.incomes) } : m)),
});

describe('for every household, dibao', () => {
  it('never rises with income', () => {
    fc.assert(
      fc.property(
        anyHousehold,
        fc.nat(5),
        fc.constantFrom(...incomeTypes),
        amountOf(1_000_000),
        (facts, at, type, annual) => {
          expect(aidFor(withIncomes(facts, at, (of) => [...of, { type, annual }]))).toBeLessThanOrEqual(aidFor(facts));
        },
      ),
    );
  });

  it('does not change when an income is recorded in two parts', () => {
    fc.assert(
      fc.property(anyHousehold, fc.nat(5), fc.nat(2_500_000), (facts, at, cut) => {
        const split = withIncomes(facts, at, (of) =>
          of.flatMap(({ type, annual }) => {
            const part = Math.min(cut, annual);
            return [
              { type, annual: fen(part) },
              { type, annual: fen(annual - part) },
            ];
          }),
        );
        expect(assessDibao(split, on, changzhou)).toEqual(assessDibao(facts, on, changzhou));
      }),
    );
  });

  it('does not depend on the order of the members', () => {
    fc.assert(
      fc.property(anyHousehold, fc.nat(5), (facts, turn) => {
        const members = [...facts.members.slice(turn), ...facts.members.slice(0, turn)];
        const { conditions, amount } = assessDibao(facts, on, changzhou);
        expect(assessDibao({ ...facts, members }, on, changzhou)).toMatchObject({ conditions, amount });
      }),
    );
  });

  it('is whole yuan, above 0 exactly where there is a right, and at most S and the highest extra a head', () => {
    fc.assert(
      fc.property(anyHousehold, (facts) => {
        const { amount, eligible, standard, countedMembers } = assessDibao(facts, on, changzhou);
        expect(amount % 100).toBe(0);
        expect(amount > 0).toBe(eligible);
        expect(amount).toBeLessThanOrEqual(standard * 1.2 * countedMembers.length);
      }),
    );
  });

  it('does not fall when the standard rises in July', () => {
    fc.assert(
      fc.property(anyHousehold, fc.integer({ min: 0, max: 30 }), (facts, months) => {
        const later = { ...on, benefitMonth: addToMonth(monthOf(plainDate('2024-07-01')), months) };
        const extras = (of: typeof on) =>
          assessDibao(facts, of, changzhou).shares.reduce((sum, { topUp }) => sum + topUp, 0);
        const growth = assessDibao(facts, later, changzhou).amount - aidFor(facts);
        expect(growth).toBeGreaterThanOrEqual(Math.floor((extras(later) - extras(on)) / 100) * 100 - 100);
      }),
    );
  });

  it('goes on after a death with no more than before', () => {
    fc.assert(
      fc.property(anyHousehold, (facts) => {
        const assessment = assessDibao(facts, on, changzhou);
        for (const { personId } of assessment.shares)
          expect(remainderAfterDeath(assessment, personId)).toBeLessThanOrEqual(assessment.amount);
      }),
    );
  });

  it('implies that the marginal conditions hold too', () => {
    fc.assert(
      fc.property(anyHousehold, (facts) => {
        if (assessDibao(facts, on, changzhou).eligible) expect(edgeEligible(facts, on, changzhou).eligible).toBe(true);
      }),
    );
  });

  it('is never paid for facts with an amount below 0', () => {
    fc.assert(
      fc.property(anyHousehold, fc.nat(5), (facts, at) => {
        const negative = withIncomes(facts, at, (of) => [...of, { type: 'rent', annual: yuan(-1) }]);
        expect(() => aidFor(negative)).toThrow('no whole number of fen from 0');
      }),
    );
  });
});

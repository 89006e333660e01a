import fc from 'fast-check';
import { assessDibao, remainderAfterDeath } from '../../policy/amounts/dibao.ts';
import { addToMonth, monthOf, plainDate, yearMonth } from '../../policy/dates.ts';
import { edgeEligible } from '../../policy/eligibility/edge.ts';
import { type HouseholdFacts, incomeTypes } from '../../policy/eligibility/facts.ts';
import { type Fen, fen, yuan } from '../../policy/money.ts';
import type { ParameterSnapshot } from '../../policy/parameters/snapshot.ts';
import { topUpReasons } from '../../policy/parameters/top-up-reasons.ts';
import { changzhou, member, withValue } from './invented-household.ts';
import { amountOf, anyHousehold, turned, withIncomes, withIncomesSplit } from './random-household.ts';

const on = { assessedOn: plainDate('2023-09-04'), benefitMonth: yearMonth('2023-10') };
const aidFor = (facts: HouseholdFacts, law: ParameterSnapshot = changzhou): Fen => assessDibao(facts, on, law).amount;

/** The law here, and as in neighbouring cities that count some members at the full standard. */
const anyLaw = fc.subarray([...topUpReasons]).map((groups) => withValue('dibao.fullBasisFor', groups));

describe('for every household, dibao', () => {
  it('never rises with income', () => {
    fc.assert(
      fc.property(
        anyHousehold,
        anyLaw,
        fc.nat(5),
        fc.constantFrom(...incomeTypes),
        amountOf(1_000_000),
        (facts, law, at, type, annual) => {
          const more = withIncomes(facts, at, (of) => [...of, { type, annual }]);
          expect(aidFor(more, law)).toBeLessThanOrEqual(aidFor(facts, law));
        },
      ),
    );
  });

  it('falls by at most a yuan with each yuan of income a month, but at one threshold: the standard a head', () => {
    fc.assert(
      fc.property(anyHousehold, anyLaw, fc.nat(5), fc.constantFrom(...incomeTypes), (facts, law, at, type) => {
        const before = assessDibao(facts, on, law);
        const more = withIncomes(facts, at, (of) => [...of, { type, annual: yuan(12) }]);
        const after = assessDibao(more, on, law);
        if (before.eligible && !after.eligible)
          expect(after.conditions.filter(({ met }) => !met).map(({ id }) => id)).toEqual(['incomeBelowStandard']);
        else expect(before.amount - after.amount).toBeLessThanOrEqual(yuan(1));
      }),
    );
  });

  it('ends with one fen of property more only at the limit of property, and otherwise stays as it is', () => {
    fc.assert(
      fc.property(anyHousehold, (facts) => {
        const before = assessDibao(facts, on, changzhou);
        const after = assessDibao({ ...facts, financialAssets: fen(facts.financialAssets + 1) }, on, changzhou);
        if (before.eligible && !after.eligible)
          expect(after.conditions.filter(({ met }) => !met).map(({ id }) => id)).toEqual([
            'financialAssetsWithinLimit',
          ]);
        else expect(after.amount).toBe(before.amount);
      }),
    );
  });

  it('never falls for a household that is joined by a dependent member without income or property', () => {
    const dependent = member('p9', { relation: 'other', birthDate: plainDate('2010-01-01') });
    fc.assert(
      fc.property(anyHousehold, anyLaw, (facts, law) => {
        const joined = { ...facts, members: [...facts.members, dependent] };
        expect(aidFor(joined, law)).toBeGreaterThanOrEqual(aidFor(facts, law));
      }),
    );
  });

  it('does not change when an income is recorded in two parts', () => {
    fc.assert(
      fc.property(anyHousehold, fc.nat(5), fc.nat(2_500_000), (facts, at, cut) => {
        const split = withIncomesSplit(facts, at, cut);
        expect(assessDibao(split, on, changzhou)).toEqual(assessDibao(facts, on, changzhou));
      }),
    );
  });

  it('does not depend on the order of the members', () => {
    fc.assert(
      fc.property(anyHousehold, fc.nat(5), (facts, turn) => {
        const { conditions, amount } = assessDibao(facts, on, changzhou);
        expect(assessDibao(turned(facts, turn), on, changzhou)).toMatchObject({ conditions, amount });
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

  it('implies that the conditions of a household on the edge hold too', () => {
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

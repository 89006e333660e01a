import fc from 'fast-check';
import { assessTemporaryAssistance } from '../../policy/amounts/temporary-assistance.ts';
import { plainDate, yearMonth } from '../../policy/dates.ts';
import { type HouseholdFacts, incomeTypes } from '../../policy/eligibility/facts.ts';
import { assessRigidExpenditure } from '../../policy/eligibility/rigid-expenditure.ts';
import { fen, yuan } from '../../policy/money.ts';
import { changzhou } from './invented-household.ts';
import { amountOf, anyHousehold, turned, withIncomes, withIncomesSplit } from './random-household.ts';

const on = { assessedOn: plainDate('2025-09-04'), benefitMonth: yearMonth('2025-09') };
const anySpender = fc
  .tuple(anyHousehold, amountOf(9_000_000), amountOf(9_000_000))
  .map(([facts, spending, before]): HouseholdFacts => ({
    ...facts,
    necessarySpending: [{ type: 'medical', annual: spending }],
    cause: 'illness',
    assisted: [{ on: plainDate('2025-02-03'), cause: 'fire', amount: before }],
  }));
/** A household that spends, and the same with one income more. */
const anySpenderAndMore = fc
  .tuple(anySpender, fc.nat(5), fc.constantFrom(...incomeTypes), amountOf(900_000))
  .map(([facts, at, type, annual]) => ({
    facts,
    more: withIncomes(facts, at, (of) => [...of, { type, annual }]),
  }));
const aidFor = (facts: HouseholdFacts) => assessTemporaryAssistance(facts, on, changzhou);

describe('for every household that spends, temporary assistance', () => {
  it('never rises with income', () => {
    fc.assert(
      fc.property(anySpenderAndMore, ({ facts, more }) => {
        expect(aidFor(more).amount).toBeLessThanOrEqual(aidFor(facts).amount);
      }),
    );
  });

  it('never falls with spending', () => {
    fc.assert(
      fc.property(anySpender, amountOf(900_000), (facts, annual) => {
        const more: HouseholdFacts = {
          ...facts,
          necessarySpending: [...(facts.necessarySpending ?? []), { type: 'education', annual }],
        };
        expect(aidFor(more).amount).toBeGreaterThanOrEqual(aidFor(facts).amount);
      }),
    );
  });

  it('is whole yuan, the sum of its parts, and with earlier help within the cap of the year', () => {
    fc.assert(
      fc.property(anySpender, (facts) => {
        const { amount, eligible, parts = [], standard, countedMembers } = aidFor(facts);
        const before = facts.assisted?.[0]?.amount ?? fen(0);
        expect(amount % 100).toBe(0);
        expect(parts.reduce((sum, part) => sum + part.amount.num / part.amount.den, 0)).toBe(amount);
        if (eligible) expect(amount + before).toBeLessThanOrEqual(12 * standard * countedMembers.length);
        else expect(amount).toBe(0);
      }),
    );
  });

  it('does not change with the order of members or when an income is recorded in two parts', () => {
    fc.assert(
      fc.property(anySpender, fc.nat(5), fc.nat(2_500_000), (facts, at, cut) => {
        const { amount, conditions } = aidFor(facts);
        expect(aidFor(turned(facts, at))).toMatchObject({ amount, conditions });
        expect(aidFor(withIncomesSplit(facts, at, cut))).toMatchObject({ amount, conditions });
      }),
    );
  });
});

describe('for every household that spends, rigid expenditure', () => {
  it('is never found because of more income', () => {
    fc.assert(
      fc.property(anySpenderAndMore, ({ facts, more }) => {
        if (assessRigidExpenditure(more, on, changzhou).eligible)
          expect(assessRigidExpenditure(facts, on, changzhou).eligible).toBe(true);
      }),
    );
  });

  it('ends by itself a year after it was confirmed, its first day included', () => {
    fc.assert(
      fc.property(anySpender, (facts) => {
        const spends = { ...facts, necessarySpending: [{ type: 'medical' as const, annual: yuan(200_000) }] };
        const { eligible, validTo } = assessRigidExpenditure(spends, on, changzhou);
        expect(validTo).toBe(eligible ? '2026-09-03' : undefined);
      }),
    );
  });
});

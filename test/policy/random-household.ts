import fc from 'fast-check';
import { addDays, plainDate } from '../../policy/dates.ts';
import {
  absences,
  disabilityTypes,
  type HouseholdFacts,
  incomeTypes,
  type Member,
} from '../../policy/eligibility/facts.ts';
import { fen } from '../../policy/money.ts';
import { household, member } from './invented-household.ts';

/** Fen from 0. */
export const amountOf = (most: number) => fc.integer({ min: 0, max: most }).map(fen);

const incomes = fc.array(fc.record({ type: fc.constantFrom(...incomeTypes), annual: amountOf(1_200_000) }), {
  maxLength: 3,
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

/** One to six persons of all ages in September 2023 and later, some of them away, ill or disabled, with incomes of every type. */
export const anyHousehold: fc.Arbitrary<HouseholdFacts> = fc
  .integer({ min: 1, max: 6 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, at) => person(at))))
  .chain((members) => fc.record({ members: fc.constant(members), financialAssets: amountOf(5_000_000) }))
  .map(({ members, financialAssets }) => household(members, { financialAssets }));

/** The household with the incomes of one member changed; `at` may run past the last. */
export const withIncomes = (
  facts: HouseholdFacts,
  at: number,
  change: (of: Member['incomes']) => Member['incomes'],
): HouseholdFacts => ({
  ...facts,
  members: facts.members.map((m, n) => (n === at % facts.members.length ? { ...m, incomes: change(m.incomes) } : m)),
});

/** The household with every income of one member recorded in two parts. */
export const withIncomesSplit = (facts: HouseholdFacts, at: number, cut: number): HouseholdFacts =>
  withIncomes(facts, at, (of) =>
    of.flatMap(({ type, annual }) => {
      const part = Math.min(cut, annual);
      return [
        { type, annual: fen(part) },
        { type, annual: fen(annual - part) },
      ];
    }),
  );

/** The members in another order. */
export const turned = (facts: HouseholdFacts, by: number): HouseholdFacts => ({
  ...facts,
  members: [...facts.members.slice(by), ...facts.members.slice(0, by)],
});

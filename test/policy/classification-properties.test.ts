import fc from 'fast-check';
import { assess } from '../../policy/assessment/assess.ts';
import type { Classification, KindFound } from '../../policy/classification/classification.ts';
import { classify } from '../../policy/classification/classify.ts';
import { excludeEachOther } from '../../policy/classification/exclusions.ts';
import { nextKinds } from '../../policy/classification/next-kinds.ts';
import { ageOn, plainDate, yearMonth } from '../../policy/dates.ts';
import {
  type HouseholdFacts,
  incomeTypes,
  type Member,
  parentCircumstances,
  selfCareItems,
} from '../../policy/eligibility/facts.ts';
import { type Kind, kinds } from '../../policy/kinds.ts';
import { yuan } from '../../policy/money.ts';
import { withValue } from './invented-household.ts';
import { amountOf, anyHousehold, turned, withIncomes, withIncomesSplit } from './random-household.ts';

const law = withValue('income.disposablePerHead', yuan(70_000));
const days = fc.constantFrom('2020-08-03', '2021-07-01', '2023-09-04', '2025-03-03', '2026-09-01').map((day) => ({
  assessedOn: plainDate(day),
  benefitMonth: yearMonth('2026-10'),
}));

/** What is asked about a person for help given by person; sometimes it was not asked. */
const personal = fc.record(
  {
    supporters: fc.constant([]),
    selfCareFailed: fc.subarray([...selfCareItems]),
    employed: fc.boolean(),
    choosesTekun: fc.boolean(),
    circumstance: fc.constantFrom(...parentCircumstances),
  },
  { requiredKeys: ['circumstance'] },
);

const since = plainDate('2019-01-01');
const withPersonal = (
  member: Member,
  { circumstance, ...given }: { circumstance: (typeof parentCircumstances)[number] },
) => ({
  ...member,
  ...given,
  ...(ageOn(member.birthDate, plainDate('2026-09-01')) < 18 && {
    parents: [{ circumstance: 'dead' }, { circumstance, since, disability: { type: 'limb', grade: 1 } }] as const,
  }),
});

/** Born before the earliest day asked about; with spending and earlier help known or not. */
const anyApplication: fc.Arbitrary<HouseholdFacts> = fc
  .record({
    facts: anyHousehold,
    asked: fc.array(personal, { minLength: 6, maxLength: 6 }),
    spending: amountOf(9_000_000),
  })
  .filter(({ facts }) => facts.members.every(({ birthDate }) => birthDate < '2020-01-01'))
  .map(({ facts, asked, spending }) => ({
    ...facts,
    members: facts.members.map((member, at) => withPersonal(member, asked[at] ?? { circumstance: 'able' })),
    cause: 'illness',
    assisted: [],
    necessarySpending: [{ type: 'medical', annual: spending }],
  }));

const named = ({ kind, personId }: KindFound) => (personId === undefined ? kind : `${kind} ${personId}`);
const namesIn = ({ kinds: found }: Classification) => found.map(named).sort();
const amounts = ({ assessments }: Classification) =>
  Object.fromEntries(assessments.map((of) => [named(of), [of.eligible, of.amount]]));
const householdKinds: readonly Kind[] = ['dibao', 'dibaoEdge', 'rigidExpenditure'];

describe('for every application, the classification', () => {
  it('never holds two kinds that exclude one another for the same person', () => {
    fc.assert(
      fc.property(anyApplication, days, (facts, on) => {
        const { kinds: found, assessments } = classify(facts, on, law);
        /** Whom a kind is for: those counted, for a kind given by household. */
        const personsOf = ({ kind, personId }: KindFound) =>
          personId === undefined
            ? (assessments.find((of) => of.kind === kind && of.eligible)?.countedMembers ?? [])
            : [personId];
        for (const one of found)
          for (const other of found)
            if (excludeEachOther(one.kind, other.kind, on.assessedOn))
              expect(personsOf(one).filter((id) => personsOf(other).includes(id))).toEqual([]);
        expect(found.filter(({ kind }) => householdKinds.includes(kind)).length).toBeLessThanOrEqual(1);
        expect(new Set(found.map(named)).size).toBe(found.length);
      }),
    );
  });

  it('leaves nobody without help: temporary assistance is judged or what is missing for it is named', () => {
    fc.assert(
      fc.property(anyApplication, days, (facts, on) => {
        const { assessments, undetermined } = classify(facts, on, law);
        expect([...assessments, ...undetermined].map(({ kind }) => kind)).toContain('temporaryAssistance');
        for (const kind of ['dibao', 'dibaoEdge', 'rigidExpenditure'] as const)
          expect(nextKinds(facts, on, law, kind).at(-1)).toEqual({ kind: 'temporaryAssistance' });
      }),
    );
  });

  it('finds exactly the kinds whose conditions are all met, and pays nothing for the others', () => {
    fc.assert(
      fc.property(anyApplication, days, (facts, on) => {
        const found = classify(facts, on, law);
        expect(
          found.assessments
            .filter(({ eligible }) => eligible)
            .map(named)
            .sort(),
        ).toEqual(namesIn(found));
        for (const { eligible, conditions, amount, kind } of found.assessments) {
          expect(conditions.every(({ met }) => met)).toBe(eligible);
          expect(amount % 100).toBe(0);
          if (!eligible || kinds[kind].payment === 'none') expect(amount).toBe(0);
        }
      }),
    );
  });

  it('does not depend on the order of the members', () => {
    fc.assert(
      fc.property(anyApplication, days, fc.nat(5), (facts, on, by) => {
        const before = classify(facts, on, law);
        const after = classify(turned(facts, by), on, law);
        expect(namesIn(after)).toEqual(namesIn(before));
        expect(amounts(after)).toEqual(amounts(before));
      }),
    );
  });

  it('does not change when an income is recorded in two parts', () => {
    fc.assert(
      fc.property(anyApplication, days, fc.nat(5), fc.nat(1_200_000), (facts, on, at, cut) => {
        expect(classify(withIncomesSplit(facts, at, cut), on, law)).toEqual(classify(facts, on, law));
      }),
    );
  });

  it('never moves a household to a kind nearer to dibao when its income rises', () => {
    const rank = ({ kinds: found }: Classification) => {
      const at = householdKinds.findIndex((kind) => found.some((of) => of.kind === kind));
      return at === -1 ? householdKinds.length : at;
    };
    const tekunIn = ({ kinds: found }: Classification) => found.filter(({ kind }) => kind === 'tekun').map(named);
    fc.assert(
      fc.property(
        anyApplication,
        days,
        fc.nat(5),
        fc.constantFrom(...incomeTypes),
        amountOf(1_000_000),
        (facts, on, at, type, annual) => {
          const before = classify(facts, on, law);
          const after = classify(
            withIncomes(facts, at, (of) => [...of, { type, annual }]),
            on,
            law,
          );
          // Who leaves full support comes back into the household, with what that does to its income a head.
          fc.pre(tekunIn(before).join() === tekunIn(after).join());
          expect(rank(after)).toBeGreaterThanOrEqual(rank(before));
        },
      ),
    );
  });
});

describe('for every household, temporary assistance for spending', () => {
  it('never rises with income', () => {
    fc.assert(
      fc.property(anyApplication, days, fc.nat(5), amountOf(3_000_000), (facts, on, at, annual) => {
        const more = withIncomes(facts, at, (of) => [...of, { type: 'rent', annual }]);
        const amount = (of: HouseholdFacts) => assess('temporaryAssistance', of, on, law).amount;
        expect(amount(more)).toBeLessThanOrEqual(amount(facts));
      }),
    );
  });
});

import fc from 'fast-check';
import { assess } from '../../policy/assessment/assess.ts';
import { addDays, plainDate, yearMonth } from '../../policy/dates.ts';
import { type Member, selfCareItems, type Supporter } from '../../policy/eligibility/facts.ts';
import { selfCareClass } from '../../policy/eligibility/self-care.ts';
import { type Fen, fen, yuan } from '../../policy/money.ts';
import type { Kind } from '../../policy/kinds.ts';
import { changzhou, head, household, member } from './invented-household.ts';

const on = { assessedOn: plainDate('2023-09-04'), benefitMonth: yearMonth('2023-10') };
const yearly = (most: number) => fc.integer({ min: 0, max: most }).map(fen);
const rent = (annual: Fen): Member['incomes'] => [{ type: 'rent', annual }];

const supporter: fc.Arbitrary<Supporter> = fc
  .record({
    relation: fc.constantFrom('child' as const, 'sibling' as const, 'parent' as const),
    age: fc.integer({ min: 6_000, max: 33_000 }),
    onTekun: fc.boolean(),
    onDibao: fc.boolean(),
    annualIncome: yearly(9_000_000),
    modestProperty: fc.boolean(),
  })
  .map(({ age, ...given }) => ({ ...given, id: 's', birthDate: addDays(on.assessedOn, -age) }));
const supporters = fc
  .array(supporter, { maxLength: 4 })
  .map((listed) => listed.map((one, at) => ({ ...one, id: `s${at + 1}` })));
const failed = fc.subarray([...selfCareItems]);

const old = (given: Partial<Member>) =>
  household([head({ birthDate: plainDate('1950-01-01'), supporters: [], selfCareFailed: [], ...given })]);
const amount = (kind: Kind, facts: ReturnType<typeof household>, personId: string) =>
  assess(kind, facts, on, changzhou, personId).amount;
const tekun = (given: Partial<Member>) => amount('tekun', old(given), 'p1');

/** A family far from any edge, with an unemployed severely disabled son. */
const son = (incomes: Member['incomes']) =>
  household([
    head({ birthDate: plainDate('1960-01-01'), incomes: rent(yuan(300_000)) }),
    member('p2', {
      relation: 'child',
      birthDate: plainDate('1998-01-01'),
      disability: { type: 'limb', grade: 1 },
      employed: false,
      incomes,
    }),
  ]);

describe('help given by person, whatever the facts', () => {
  it('is whole yuan, and nothing without a right', () => {
    fc.assert(
      fc.property(yearly(2_500_000), supporters, failed, (annual, of, selfCareFailed) => {
        const facts = old({ incomes: rent(annual), supporters: of, selfCareFailed });
        const found = assess('tekun', facts, on, changzhou, 'p1');
        expect(found.amount % 100).toBe(0);
        expect(found.amount > 0).toBe(found.eligible);
        expect(found.eligible).toBe(found.conditions.every(({ met }) => met));
      }),
    );
  });

  it('full support does not fall with income below the standard, and ends at it', () => {
    fc.assert(
      fc.property(yearly(2_500_000), (annual) => {
        expect(tekun({ incomes: rent(annual) })).toBe(annual < 12 * 104_500 ? tekun({}) : 0);
      }),
    );
  });

  it('full support does not depend on the order of supporters, and one able supporter more never gives a right', () => {
    const able = { id: 'able', relation: 'child', birthDate: plainDate('1985-01-01') } as const;
    fc.assert(
      fc.property(supporters, (of) => {
        expect(tekun({ supporters: of.toReversed() })).toBe(tekun({ supporters: of }));
        expect(tekun({ supporters: [...of, able] })).toBe(0);
      }),
    );
  });

  it('care never falls with one more item failed', () => {
    fc.assert(
      fc.property(failed, fc.constantFrom(...selfCareItems), (items, more) => {
        const worse = items.includes(more) ? items : [...items, more];
        expect(tekun({ selfCareFailed: worse })).toBeGreaterThanOrEqual(tekun({ selfCareFailed: items }));
      }),
    );
    expect([0, 1, 3, 4, 6].map((count) => selfCareClass(selfCareItems.slice(0, count)))).toEqual([
      'full',
      'partial',
      'partial',
      'none',
      'none',
    ]);
  });

  it('dibao alone falls by at most a yuan with each yuan of own income, and splitting an income changes nothing', () => {
    const alone = (incomes: Member['incomes']) => amount('dibaoSinglePerson', son(incomes), 'p2');
    fc.assert(
      fc.property(yearly(1_400_000), fc.integer({ min: 0, max: 100 }), (annual, share) => {
        const more = fen(annual + 1_200);
        const lost = alone(rent(annual)) - alone(rent(more));
        expect(lost).toBeGreaterThanOrEqual(0);
        expect(lost).toBeLessThanOrEqual(100);
        const part = fen(Math.floor((annual * share) / 100));
        expect(alone([...rent(part), ...rent(fen(annual - part))])).toBe(alone(rent(annual)));
      }),
    );
  });

  it('an allowance in a dibao household and the child’s head share of dibao come to the allowance, up to a yuan', () => {
    fc.assert(
      fc.property(yearly(3_700_000), (annual) => {
        const orphan = member('p2', {
          relation: 'grandchild',
          birthDate: plainDate('2015-01-01'),
          parents: [{ circumstance: 'dead' }, { circumstance: 'dead' }],
        });
        const facts = household([head({ incomes: rent(annual) }), orphan], { onKinds: ['dibao'] });
        const dibao = assess('dibao', facts, on, changzhou);
        const together = amount('orphan', facts, 'p2') + dibao.amount / 2;
        expect(together).toBeGreaterThanOrEqual(yuan(2_000));
        expect(together).toBeLessThan(yuan(2_001));
      }),
    );
  });
});

import fc from 'fast-check';
import { ageOn, firstDayOf, plainDate, yearMonth } from '../../policy/dates.ts';
import { contradictionsIn } from '../../policy/eligibility/contradictions.ts';
import type { HouseholdFacts } from '../../policy/eligibility/facts.ts';
import { yuan } from '../../policy/money.ts';
import { lawInForce, type ParameterChange } from '../../policy/simulation/changed-law.ts';
import { entitlementOf } from '../../policy/simulation/entitlements.ts';
import type { FigureRow, SimulationFigures } from '../../policy/simulation/figures.ts';
import { inventedRoll } from '../../policy/simulation/invented-roll.ts';
import { type Place, placesOf, type RollEntry } from '../../policy/simulation/roll.ts';
import { Simulation } from '../../policy/simulation/simulation.ts';
import { head, household, member, wage, withStandard } from './invented-household.ts';

const tianning: Place = { town: '320402001', district: '320402', path: ['320402001', '320402', '320400'] };
const liyang: Place = { town: '320481100', district: '320481', path: ['320481100', '320481', '320400'] };
const places = [tianning, liyang];

const standard = (from: string, inYuan: number, division?: string): ParameterChange => ({
  name: 'dibao.standard',
  from: plainDate(from),
  value: yuan(inYuan),
  ...(division !== undefined && { division }),
});

/** The couple with a child of W3: at 900 yuan they get 1,340; at 850 also a wage deduction of 3,060 and so 1,170. */
const couple = household([
  head({
    incomes: [{ type: 'wage', annual: yuan(24_240) }],
    monthsWorked: 12,
    deductions: [{ type: 'socialInsurance', annual: yuan(3_600) }],
  }),
  member('p2', { relation: 'spouse' }),
  member('p3', { relation: 'child', birthDate: plainDate('2007-03-01') }),
]);

/** Somebody alone with a pension of so many yuan a month. */
const pensioner = (monthly: number): HouseholdFacts =>
  household([head({ birthDate: plainDate('1952-02-01'), incomes: [{ type: 'pension', annual: yuan(monthly * 12) }] })]);

function figuresOf(
  changes: readonly ParameterChange[],
  entries: readonly RollEntry[],
  month = '2020-07',
): SimulationFigures {
  const simulation = new Simulation({ month: yearMonth(month), changes });
  for (const entry of entries) simulation.add(entry);
  return simulation.figures();
}

const rowOf = (figures: SimulationFigures, kind: FigureRow['kind'], district = 'city'): FigureRow | undefined =>
  figures.rows.find((row) => row.kind === kind && row.district === district);

describe('a change of the law tried on a roll', () => {
  const roll: readonly RollEntry[] = [
    { facts: couple, place: tianning },
    // Income above 850 and below 900: comes in, with 10 yuan and the extra of an old person being too young for it.
    { facts: pensioner(890), place: tianning },
    // Above 1.5 times 850 and below 1.5 times 900: becomes an edge household.
    { facts: pensioner(1_300), place: liyang },
    // Far above everything.
    { facts: pensioner(4_000), place: liyang },
  ];
  const figures = figuresOf([standard('2020-07-01', 900)], roll);

  it('says who comes in, who gains, and what the month costs before and after', () => {
    expect(rowOf(figures, 'dibao')).toEqual({
      district: 'city',
      kind: 'dibao',
      before: { households: 1, persons: 3, budget: yuan(1_170) },
      after: { households: 2, persons: 4, budget: yuan(1_340 + 10) },
      comingIn: 1,
      goingOut: 0,
      winners: 2,
      losers: 0,
    });
    expect(rowOf(figures, 'all')).toMatchObject({ comingIn: 1, winners: 2, after: { budget: yuan(1_350) } });
  });

  it('says it by district and by kind, with households that change their kind', () => {
    expect(rowOf(figures, 'dibao', '320402')).toMatchObject({ comingIn: 1, before: { households: 1 } });
    expect(rowOf(figures, 'dibao', '320481')).toBeUndefined();
    expect(rowOf(figures, 'dibaoEdge', '320402')).toMatchObject({ comingIn: 0, goingOut: 1 });
    expect(rowOf(figures, 'dibaoEdge', '320481')).toMatchObject({ comingIn: 1, after: { households: 1, budget: 0 } });
  });

  it('draws the change per household in steps of 50 yuan', () => {
    expect(figures.histogram).toEqual([
      { from: yuan(0), below: yuan(50), households: 1 },
      { from: yuan(150), below: yuan(200), households: 1 },
    ]);
    expect(figures).toMatchObject({ looked: 4, unchanged: 0, notAssessed: { households: 0, because: {} } });
  });

  it('names losers and those who go out when a standard falls', () => {
    const lower = figuresOf([standard('2020-07-01', 800)], [...roll, { facts: pensioner(820), place: tianning }]);
    expect(rowOf(lower, 'dibao')).toMatchObject({ goingOut: 1, comingIn: 0, losers: 2, winners: 0 });
    expect(lower.histogram[0]).toMatchObject({ from: yuan(-200), households: 1 });
  });

  it('leaves alone whoever lives outside the division it is meant for', () => {
    const there = figuresOf([standard('2020-09-01', 950, '320481')], roll, '2020-09');
    expect(rowOf(there, 'dibao', '320402')).toMatchObject({ winners: 0, losers: 0 });
    expect(rowOf(there, 'dibaoEdge', '320481')?.after.households).toBe(1);
  });

  it('checks a new standard as the bureau must before it is published: 890, 893 and 900 after 850 (W1)', () => {
    const outcomes = [890, 893, 900].map((amount) => figuresOf([standard('2020-07-01', amount)], []).standardChecks[0]);
    expect(outcomes.map((check) => check?.outcome)).toEqual(['refused', 'ok', 'ok']);
    expect(outcomes[0]?.lowestAllowed).toBe(yuan(893));
  });

  it('counts facts that contradict each other instead of computing with them', () => {
    const twice = household([head(), member('p1', { relation: 'spouse' })]);
    const found = figuresOf([standard('2020-07-01', 900)], [{ facts: twice, place: tianning }]);
    expect(found.notAssessed).toEqual({ households: 1, because: { memberTwice: 1 } });
    expect(found.rows).toEqual([]);
  });

  it('computes a case about one person for that person alone', () => {
    const alone = household([
      head({ birthDate: plainDate('1950-01-01'), tekun: true, supporters: [], selfCareFailed: [] }),
    ]);
    const entry: RollEntry = { facts: alone, place: tianning, person: { kind: 'tekun', personId: 'p1' } };
    const { rows } = figuresOf([standard('2020-07-01', 1_500)], [entry]);
    // W2: 1,662 before; 1.3 x 1,500 = 1,950 after; with 10% of 2,020 for care.
    expect(rows.find(({ kind }) => kind === 'tekun')).toMatchObject({
      before: { budget: yuan(1_662 + 202) },
      after: { budget: yuan(1_950 + 202) },
      winners: 1,
    });
  });

  it('takes any parameter, such as the multiple for edge households', () => {
    const wider: ParameterChange = {
      name: 'edge.multiplier',
      from: plainDate('2020-07-01'),
      value: { num: 2, den: 1 },
    };
    const between = { facts: pensioner(1_600), place: liyang };
    expect(rowOf(figuresOf([wider], [...roll, between]), 'dibaoEdge')).toMatchObject({ comingIn: 1, goingOut: 0 });
  });

  it('says which kinds cannot be judged yet, for want of a published figure', () => {
    const rich = { ...pensioner(2_500), necessarySpending: [] };
    const later = figuresOf([standard('2027-07-01', 1_300)], [{ facts: rich, place: tianning }], '2027-07');
    expect(later.undetermined).toEqual({ rigidExpenditure: 1 });
  });

  it('refuses a month in which there is no standard, naming it', () => {
    expect(() => figuresOf([standard('2019-07-01', 900)], [], '2019-05')).toThrow(
      'dibao.standard has no value on 2019',
    );
  });
});

describe('an invented roll', () => {
  const order = { count: 2_000, seed: 7, month: yearMonth('2026-09'), places };
  const roll = [...inventedRoll(order)];

  it('is the same for the same seed and another for another', () => {
    expect([...inventedRoll(order)]).toEqual(roll);
    expect([...inventedRoll({ ...order, seed: 8 })]).not.toEqual(roll);
  });

  it('holds no facts that contradict each other', () => {
    const day = firstDayOf(order.month);
    expect(roll.flatMap(({ facts }) => contradictionsIn(facts, day))).toEqual([]);
  });

  it('looks like a roll: 1.6 persons a household, old and young, and some outside every kind of help', () => {
    const households = roll.filter(({ person }) => person === undefined);
    const persons = households.flatMap(({ facts }) => facts.members);
    expect(persons.length / households.length).toBeCloseTo(1.6, 0);
    const ages = persons.map(({ birthDate }) => ageOn(birthDate, firstDayOf(order.month)));
    expect(ages.some((age) => age < 18)).toBe(true);
    expect(ages.some((age) => age >= 70)).toBe(true);
    const { rows } = figuresOf([standard('2026-09-01', 1_280)], roll, '2026-09');
    const all = rows.filter(({ district, kind }) => district === 'city' && kind !== 'all');
    expect(all.reduce((sum, { before }) => sum + before.households, 0)).toBeLessThan(roll.length * 0.9);
    expect(rows[0]?.comingIn).toBeGreaterThan(0);
  });

  it('gets no household less dibao from a higher standard', () => {
    const month = yearMonth('2026-09');
    const on = { assessedOn: firstDayOf(month), benefitMonth: month };
    const none = () => undefined;
    fc.assert(
      fc.property(
        fc.integer({ min: 500, max: 2_000 }),
        fc.integer({ min: 1, max: 500 }),
        fc.nat(),
        (s, raise, seed) => {
          for (const entry of inventedRoll({ count: 30, seed, month, places })) {
            if (entry.person !== undefined) continue;
            const [before, after] = [s, s + raise].map((amount) =>
              entitlementOf(entry, on, withStandard(amount), none),
            );
            if (before?.kind === 'dibao') expect(after?.kind).toBe('dibao');
            expect(after?.amount ?? 0).toBeGreaterThanOrEqual(before?.amount ?? 0);
          }
        },
      ),
    );
  });

  it('finds its towns and who decides in them in the divisions', () => {
    const rows = [
      { code: '320400', name: '常州市', level: 'city', parent: '320000' },
      { code: '320412', name: '武进区', level: 'district', parent: '320400' },
      { code: '320412105', name: '横林镇', level: 'town', parent: '320412', managedBy: '320490' },
    ];
    expect(placesOf(rows)).toEqual([
      { town: '320412105', district: '320490', path: ['320412105', '320490', '320400'] },
    ]);
  });
});

it('the law in force is untouched by a simulation', () => {
  const before = JSON.stringify(lawInForce);
  figuresOf([standard('2020-07-01', 900)], [{ facts: household([head(wage(yuan(9_000)))]), place: tianning }]);
  expect(JSON.stringify(lawInForce)).toBe(before);
});

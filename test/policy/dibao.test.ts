import { assessDibao, remainderAfterDeath } from '../../policy/amounts/dibao.ts';
import { plainDate, yearMonth } from '../../policy/dates.ts';
import { explain } from '../../policy/eligibility/condition.ts';
import { edgeEligible } from '../../policy/eligibility/edge.ts';
import type { HouseholdFacts } from '../../policy/eligibility/facts.ts';
import { yuan } from '../../policy/money.ts';
import type { ParameterSnapshot } from '../../policy/parameters/snapshot.ts';
import { changzhou, head, household, member, wage, withStandard, withValue } from './invented-household.ts';

const d = plainDate;
const assess = (facts: HouseholdFacts, day: string, month: string, snapshot: ParameterSnapshot) =>
  assessDibao(facts, { assessedOn: d(day), benefitMonth: yearMonth(month) }, snapshot);
const spouse = (given = {}) => member('p2', { relation: 'spouse', ...given });
const child = (id: string, birth: string, given = {}) =>
  member(id, { relation: 'child', birthDate: d(birth), ...given });

describe('the worked examples of dibao', () => {
  it('W3: a couple with a child of 13 and one wage gets 1,340 yuan', () => {
    const facts = household([
      head({
        incomes: [{ type: 'wage', annual: yuan(24_240) }],
        monthsWorked: 12,
        deductions: [{ type: 'socialInsurance', annual: yuan(3600) }],
      }),
      spouse(),
      child('p3', '2007-03-01', { incomes: [{ type: 'scholarship', annual: yuan(1000) }] }),
    ]);
    const result = assess(facts, '2020-07-15', '2020-08', withStandard(900));
    expect(result).toMatchObject({ eligible: true, annualIncome: yuan(17_400), amount: yuan(1340) });
    expect(result.perCapitaMonthly).toEqual({ num: 145_000, den: 3 });
    expect(result.shares.map(({ topUp, topUpReason }) => [topUp, topUpReason])).toEqual([
      [0, null],
      [0, null],
      [yuan(90), 'minor'],
    ]);
  });

  const four = (annual: number) =>
    household([head({ incomes: [{ type: 'business', annual: yuan(annual) }] }), spouse(), member('p3'), member('p4')]);

  it('W4: an income of exactly the standard is no dibao, but on the edge; three yuan less a head pay 1 yuan', () => {
    const atStandard = assess(four(43_200), '2021-08-02', '2021-09', withStandard(900));
    expect(atStandard).toMatchObject({ eligible: false, amount: 0, shares: [] });
    expect(edgeEligible(four(43_200), { assessedOn: d('2021-08-02') }, withStandard(900)).eligible).toBe(true);
    const below = assess(four(43_188), '2021-08-02', '2021-09', withStandard(900));
    expect(below).toMatchObject({ eligible: true, amount: yuan(1) });
  });

  it('W5: a family with 1,100 yuan a head at a standard of 1,045 is on the edge, not on dibao', () => {
    const facts = household([
      head({ incomes: [{ type: 'business', annual: yuan(39_600) }] }),
      spouse(),
      child('p3', '1998-01-01', { disability: { type: 'intellectual', grade: 3 }, unableToLiveIndependently: true }),
    ]);
    expect(assess(facts, '2023-09-04', '2023-10', withStandard(1045))).toMatchObject({ eligible: false, amount: 0 });
    expect(edgeEligible(facts, { assessedOn: d('2023-09-04') }, withStandard(1045)).eligible).toBe(true);
  });

  it('W6: an old couple gets 1,401 yuan: no state pension counted, the central basic pension left out, extra for 72', () => {
    const facts = household([
      head({
        birthDate: d('1952-01-15'),
        incomes: [
          { type: 'residentsPension', annual: yuan(197 * 12) },
          { type: 'centralBasicPension', annual: yuan(123 * 12) },
          { type: 'preferentialPension', annual: yuan(350 * 12) },
          { type: 'supportPayment', annual: yuan(400 * 12) },
        ],
      }),
      spouse({
        birthDate: d('1958-02-01'),
        incomes: [
          { type: 'residentsPension', annual: yuan(197 * 12) },
          { type: 'centralBasicPension', annual: yuan(123 * 12) },
        ],
      }),
    ]);
    const result = assess(facts, '2024-03-04', '2024-04', withStandard(1045));
    expect(result).toMatchObject({ annualIncome: yuan(794 * 12), amount: yuan(1401) });
    expect(result.shares[0]).toMatchObject({ topUp: 10_450, topUpReason: 'elderly' });
  });

  it("W16: after a death the dead person's share stops and the rest is rounded up", () => {
    const facts = household([
      head({ birthDate: d('1950-01-01'), incomes: [{ type: 'pension', annual: yuan(5000) }] }),
      spouse({ birthDate: d('1957-01-01') }),
    ]);
    const result = assess(facts, '2026-01-05', '2026-02', withStandard(1155));
    expect(result.amount).toBe(yuan(2009));
    expect(remainderAfterDeath(result, 'p1')).toBe(yuan(947));
    expect(remainderAfterDeath(result, 'p2')).toBe(yuan(1063));
    expect(() => remainderAfterDeath(result, 'p9')).toThrow('p9');
  });
});

describe('the amount', () => {
  it('follows the standard of the benefit month, the right that of the day of assessment', () => {
    const facts = household([head({ incomes: [{ type: 'pension', annual: yuan(6000) }] })]);
    expect(assess(facts, '2020-06-09', '2020-07', changzhou)).toMatchObject({ standard: yuan(900), amount: yuan(400) });
    const at870 = household([head({ incomes: [{ type: 'pension', annual: yuan(870 * 12) }] })]);
    expect(assess(at870, '2020-06-09', '2020-07', changzhou).eligible).toBe(false);
    expect(assess(at870, '2020-07-01', '2020-07', changzhou)).toMatchObject({ eligible: true, amount: yuan(30) });
  });

  it.each([
    ['nothing for an adult in health', {}, 0, null],
    ['20% when severely ill', { severelyIll: true }, 180, 'severelyIll'],
    ['20% when disabled in grade 2', { disability: { type: 'limb', grade: 2 } }, 180, 'severelyDisabled'],
    ['nothing when disabled in grade 3', { disability: { type: 'mental', grade: 3 } }, 0, null],
    ['10% from the age of 70', { birthDate: d('1951-09-01') }, 90, 'elderly'],
    ['nothing on the last day at 69', { birthDate: d('1951-09-02') }, 0, null],
    ['only the highest of several', { birthDate: d('1940-01-01'), severelyIll: true }, 180, 'severelyIll'],
  ] as const)('adds %s', (_, given, topUp, topUpReason) => {
    const result = assess(household([head(given)]), '2021-08-02', '2021-09', withStandard(900));
    expect(result.shares[0]).toMatchObject({ topUp: yuan(topUp), topUpReason });
    expect(result.amount).toBe(yuan(900 + topUp));
  });

  it('ends the extra for minors in the month that begins on or after the 18th birthday', () => {
    const facts = household([head(), child('p2', '2003-09-01')]);
    expect(assess(facts, '2021-08-02', '2021-08', withStandard(900)).amount).toBe(yuan(1890));
    expect(assess(facts, '2021-08-02', '2021-09', withStandard(900)).amount).toBe(yuan(1800));
  });

  it('counts a child born within the benefit month as a minor', () => {
    const facts = household([head(), child('p2', '2021-08-15')]);
    expect(assess(facts, '2021-08-20', '2021-08', withStandard(900)).amount).toBe(yuan(1890));
  });

  it('counts members at the full standard where the place does so', () => {
    const facts = household([head({ incomes: [{ type: 'pension', annual: yuan(4800) }] }), child('p2', '2012-01-01')]);
    const full = {
      ...withValue('dibao.fullBasisFor', ['minor']),
      values: {
        ...withStandard(900).values,
        ...{ 'dibao.fullBasisFor': withValue('dibao.fullBasisFor', ['minor']).values['dibao.fullBasisFor'] },
      },
    };
    expect(assess(facts, '2021-08-02', '2021-09', withStandard(900)).amount).toBe(yuan(1490));
    expect(assess(facts, '2021-08-02', '2021-09', full).amount).toBe(yuan(1690));
  });
});

describe('the income', () => {
  const incomeOf = (given: object, snapshot = withStandard(900), day = '2021-08-02') =>
    assess(household([head(given)]), day, '2021-09', snapshot).annualIncome;

  it('is lessened by the cost of work: 30% of the standard a month, at most the wages', () => {
    expect(incomeOf({ ...wage(yuan(12_000)), monthsWorked: 5 })).toBe(yuan(12_000 - 5 * 270));
    expect(incomeOf({ ...wage(yuan(3000)), monthsWorked: 12 })).toBe(0);
  });

  it('of a member with low wages lends no cost of work to another', () => {
    const facts = household([
      head({ incomes: [{ type: 'rent', annual: yuan(5000) }] }),
      spouse({ ...wage(yuan(300)), monthsWorked: 12 }),
    ]);
    expect(assess(facts, '2021-08-02', '2021-09', withStandard(900)).annualIncome).toBe(yuan(5000));
  });

  it('of one member is lessened by what another pays, but never below 0', () => {
    const facts = (annual: number) =>
      household([
        head({ incomes: [{ type: 'rent', annual: yuan(annual) }] }),
        spouse({ deductions: [{ type: 'socialInsurance', annual: yuan(3000) }] }),
      ]);
    expect(assess(facts(5000), '2021-08-02', '2021-09', withStandard(900)).annualIncome).toBe(yuan(2000));
    expect(assess(facts(1000), '2021-08-02', '2021-09', withStandard(900)).annualIncome).toBe(0);
  });

  it('contains the central basic pension until 2021-06-30', () => {
    const pension = { incomes: [{ type: 'centralBasicPension', annual: yuan(1200) }] };
    expect(incomeOf(pension, withStandard(900), '2021-06-30')).toBe(yuan(1200));
    expect(incomeOf(pension, withStandard(900), '2021-07-01')).toBe(0);
  });

  it('keeps the regime of acceptance when it is assessed after the rules changed', () => {
    const facts = household([head({ incomes: [{ type: 'centralBasicPension', annual: yuan(1200) }] })]);
    const dates = { assessedOn: d('2021-07-15'), benefitMonth: yearMonth('2021-08'), regimeOn: d('2021-06-20') };
    expect(assessDibao(facts, dates, withStandard(900)).annualIncome).toBe(yuan(1200));
  });

  it('is not lessened by rigid costs of illness unless the place says so', () => {
    const ill = {
      incomes: [{ type: 'rent', annual: yuan(5000) }],
      deductions: [{ type: 'rigidIllness', annual: yuan(2000) }],
    };
    expect(incomeOf(ill)).toBe(yuan(5000));
    expect(incomeOf(ill, withValue('dibao.deductsRigidCosts', true))).toBe(yuan(3000));
  });
});

describe('each condition', () => {
  it('says what was found, what the law asks and where it stands', () => {
    const facts = household([head({ incomes: [{ type: 'rent', annual: yuan(12_000) }] })]);
    const result = assess(facts, '2026-09-01', '2026-10', withStandard(900));
    const [, condition] = result.conditions;
    expect(condition).toEqual({
      id: 'incomeBelowStandard',
      article: '社会救助法 §18',
      value: { num: 100_000, den: 1 },
      limit: { num: 90_000, den: 1 },
      comparison: '<',
      met: false,
    });
    expect(condition && explain(condition)).toEqual({
      zh: '共同生活家庭成员月人均收入为1,000.00元，应低于900.00元，不符合（社会救助法 §18）',
      en: 'income a head and month: 1,000.00 yuan, must be below 900.00 yuan: not met (社会救助法 §18)',
    });
    expect(result.parameterVersion).toBe(changzhou.version);
  });

  it('and the whole assessment survive being stored as JSON and come out the same again', () => {
    const facts = household([head(wage(yuan(9000))), child('p2', '2015-01-01')]);
    const result = assess(facts, '2026-09-01', '2026-10', changzhou);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(assess(JSON.parse(JSON.stringify(facts)) as HouseholdFacts, '2026-09-01', '2026-10', changzhou)).toEqual(
      result,
    );
  });
});

import { assessDibao } from '../../policy/amounts/dibao.ts';
import { plainDate, yearMonth } from '../../policy/dates.ts';
import { edgeEligible } from '../../policy/eligibility/edge.ts';
import type { HouseholdFacts } from '../../policy/eligibility/facts.ts';
import { yuan } from '../../policy/money.ts';
import { head, household, member, withStandard } from './invented-household.ts';

const d = plainDate;
const assess = (facts: HouseholdFacts, day = '2021-08-02') =>
  assessDibao(facts, { assessedOn: d(day), benefitMonth: yearMonth('2021-09') }, withStandard(900));
const reasonsOf = (facts: HouseholdFacts) =>
  assess(facts)
    .conditions.filter(({ met }) => !met)
    .map(({ id }) => id);

describe('the household', () => {
  const counted = (members: Parameters<typeof household>[0], day = '2021-08-02') =>
    assess(household(members), day).countedMembers;
  const away = (reason: string, since = '2018-08-02') => ({ livesElsewhere: { reason, since: d(since) } });

  it.each([
    ['a spouse working elsewhere', { relation: 'spouse', ...away('work') }, true],
    ['a minor child at boarding school', { relation: 'child', birthDate: d('2010-01-01'), ...away('school') }, true],
    [
      'a student child of 20',
      { relation: 'child', birthDate: d('2001-01-01'), student: 'undergraduate', ...away('school') },
      true,
    ],
    [
      'a postgraduate child away',
      { relation: 'child', birthDate: d('2001-01-01'), student: 'postgraduate', ...away('school') },
      false,
    ],
    [
      'an adult child with its own household',
      { relation: 'child', birthDate: d('2001-01-01'), ...away('ownHousehold') },
      false,
    ],
    ['a parent at home', { relation: 'parent', birthDate: d('1955-01-01') }, true],
    ['a parent elsewhere', { relation: 'parent', birthDate: d('1955-01-01'), ...away('ownHousehold') }, false],
    ['a sibling at home whom the law makes support', { relation: 'sibling' }, true],
    ['a sibling at home without such a duty', { relation: 'sibling', legalDutyOfSupport: false }, false],
    ['a spouse in prison', { relation: 'spouse', ...away('prison', '2021-07-30') }, false],
    ['a spouse declared missing', { relation: 'spouse', ...away('declaredMissing') }, false],
    ['clergy away for three years to the day', { relation: 'spouse', ...away('clergy') }, false],
    ['clergy away a day less', { relation: 'spouse', ...away('clergy', '2018-08-03') }, true],
    ['someone on full support', { relation: 'parent', birthDate: d('1955-01-01'), tekun: true }, false],
  ])('with %s', (_, given, isCounted) => {
    expect(counted([head(), member('p2', given as object)])).toEqual(isCounted ? ['p1', 'p2'] : ['p1']);
  });

  it('counted parents living elsewhere until 2021-06-30', () => {
    const parent = member('p2', {
      relation: 'parent',
      birthDate: d('1955-01-01'),
      livesElsewhere: { reason: 'ownHousehold', since: d('2010-01-01') },
    });
    expect(counted([head(), parent], '2021-06-30')).toEqual(['p1', 'p2']);
  });

  it('without any member left to count has no right', () => {
    expect(reasonsOf(household([head({ livesElsewhere: { reason: 'prison', since: d('2021-01-01') } })]))).toEqual([
      'membersCounted',
    ]);
  });
});

describe('the property', () => {
  const alone = (given: Partial<HouseholdFacts>) => reasonsOf(household([head()], given));

  it('may hold financial assets of 24 standards a head and no fen more', () => {
    expect(alone({ financialAssets: yuan(21_600) })).toEqual([]);
    expect(reasonsOf(household([head({ financialAssets: yuan(1) })], { financialAssets: yuan(21_600) }))).toEqual([
      'financialAssetsWithinLimit',
    ]);
  });

  it('may not hold a car, ship or heavy machine, but what living, production or a disability needs', () => {
    expect(alone({ vehicles: [{ kind: 'car' }] })).toEqual(['noVehicle']);
    expect(alone({ vehicles: [{ kind: 'mobilityVehicle' }, { kind: 'farmVehicle' }] })).toEqual([]);
    expect(alone({ vehicles: [{ kind: 'heavyMachine', needed: true }] })).toEqual([]);
  });

  it('does not hold the car of someone who is not counted', () => {
    const members = [
      head(),
      member('p2', { relation: 'spouse', livesElsewhere: { reason: 'prison', since: d('2020-01-01') } }),
    ];
    expect(reasonsOf(household(members, { vehicles: [{ kind: 'car', ownerId: 'p2' }] }))).toEqual([]);
  });

  it('may hold one home and no shop', () => {
    expect(alone({ homes: 2, shops: 1 })).toEqual(['oneHomeAtMost', 'noShop']);
    expect(alone({ homes: 0 })).toEqual([]);
  });

  it('raises a doubt for a share in a company and refuses nobody for it', () => {
    const facts = household([head()], { companyInterests: [{ personId: 'p1', role: 'shareholder' }] });
    const result = assess(facts);
    expect(result.eligible).toBe(true);
    expect(result.doubts).toMatchObject([{ id: 'companyInterest', personId: 'p1' }]);
  });

  it('of a household on the edge may hold 36 standards a head', () => {
    const facts = (n: number) => household([head()], { financialAssets: yuan(n) });
    const edge = (n: number) => edgeEligible(facts(n), { assessedOn: d('2021-08-02') }, withStandard(900)).eligible;
    expect([edge(32_400), edge(32_401)]).toEqual([true, false]);
  });
});

import type { PlainDate } from '../dates.ts';
import { multiplyRatios, type Fen, ratio, sumFen, timesFen } from '../money.ts';
import { type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import type { PropertyDoubt } from '../assessment/assessment.ts';
import { type Condition, testCondition } from './condition.ts';
import type { HouseholdFacts, Member, VehicleKind } from './facts.ts';
import { standardOn } from './income.ts';

/** Whose property limit is tested: the multiples of the standard differ, all else is alike. */
export type PropertyLimit = 'dibao.financialAssetsLimit' | 'edge.financialAssetsLimit';

const ARTICLE = '民发〔2021〕57号 §14';
const REFUSED_VEHICLES: readonly VehicleKind[] = ['car', 'ship', 'heavyMachine'];

/** Deposits, securities and the like: what is held together and what the counted members hold alone. */
const financialAssets = (facts: HouseholdFacts, members: readonly Member[]): Fen =>
  sumFen([facts.financialAssets, ...members.flatMap((member) => member.financialAssets ?? [])]);

/** Cars, ships and heavy machines of the household, without what living, production or a disability needs. */
function refusedVehicles(facts: HouseholdFacts, members: readonly Member[]): number {
  const counted = new Set(members.map(({ personId }) => personId));
  return facts.vehicles.filter(
    ({ kind, ownerId, needed }) =>
      REFUSED_VEHICLES.includes(kind) && needed !== true && (ownerId === undefined || counted.has(ownerId)),
  ).length;
}

/**
 * The conditions on property 财产状况 (民发〔2021〕57号 §14; the limits are local): financial assets a head up to so many
 * standards, no car, ship or heavy machine, one home, no shop.
 */
export function propertyConditions(
  facts: HouseholdFacts,
  members: readonly Member[],
  limit: PropertyLimit,
  on: PlainDate,
  snapshot: ParameterSnapshot,
): Condition[] {
  const multiple = valueOn(snapshot, limit, on).value;
  const count = (id: Condition['id'], value: number, most: number): Condition =>
    testCondition({ id, article: ARTICLE, value: ratio(value), limit: ratio(most), comparison: '<=' });
  return [
    testCondition({
      id: 'financialAssetsWithinLimit',
      article: ARTICLE,
      value: multiplyRatios(ratio(financialAssets(facts, members)), ratio(1, Math.max(1, members.length))),
      limit: ratio(timesFen(standardOn(snapshot, on), multiple)),
      comparison: '<=',
    }),
    count('noVehicle', refusedVehicles(facts, members), 0),
    count('oneHomeAtMost', facts.homes, 1),
    count('noShop', facts.shops, 0),
  ];
}

/** Shares and offices in companies raise a doubt to be cleared, not a refusal (policy R-PROP). */
export const propertyDoubts = (facts: HouseholdFacts, members: readonly Member[]): PropertyDoubt[] =>
  facts.companyInterests
    .filter(({ personId }) => members.some((member) => member.personId === personId))
    .map(({ personId, role }) => ({ id: 'companyInterest', personId, role }));

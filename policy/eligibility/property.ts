import type { PlainDate } from '../dates.ts';
import { type Fen, fen, type Ratio, ratio, timesFen } from '../money.ts';
import { ofDay, type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import type { PropertyDoubt } from '../assessment/assessment.ts';
import { type Condition, testCondition } from './condition.ts';
import type { HouseholdFacts, Member, VehicleKind } from './facts.ts';
import { standardOn } from './income.ts';

/** Whose property limit is tested: the multiples of the standard differ, all else is alike. */
export type PropertyLimit = 'dibao.financialAssetsLimit' | 'edge.financialAssetsLimit' | 'rigid.financialAssetsLimit';

const articleOn = (regimeOn: PlainDate): string =>
  regimeOn < '2021-07-01' ? '民发〔2012〕220号 §17' : '民发〔2021〕57号 §14';
const REFUSED_VEHICLES: readonly VehicleKind[] = ['car', 'ship', 'heavyMachine'];

/**
 * What head and spouse hold in common, without the half of the one on full support, who leaves with it (Civil Code §1062). A half
 * fen is rounded up, which changes no comparison.
 */
function heldInCommon({ members: all, financialAssets: held }: HouseholdFacts, members: readonly Member[]): Fen {
  const holders = all.filter(({ relation }) => relation === 'head' || relation === 'spouse');
  const left = holders.filter((holder) => holder.tekun !== true || members.includes(holder)).length;
  return left === holders.length ? held : fen(Math.ceil((held * left) / holders.length));
}

/** Deposits, securities and the like: what is held together and what the counted members hold alone. */
function financialAssets(facts: HouseholdFacts, members: readonly Member[]): Fen {
  let total = heldInCommon(facts, members);
  for (const member of members) total = fen(total + (member.financialAssets ?? 0));
  return total;
}

/** Cars, ships and heavy machines of the household, without what living, production or a disability needs. */
function refusedVehicles(facts: HouseholdFacts, members: readonly Member[]): number {
  const isCounted = (ownerId: string) => members.some(({ personId }) => personId === ownerId);
  return facts.vehicles.filter(
    ({ kind, ownerId, needed }) =>
      REFUSED_VEHICLES.includes(kind) && needed !== true && (ownerId === undefined || isCounted(ownerId)),
  ).length;
}

const multipleOf = (limit: PropertyLimit) =>
  ofDay((snapshot, regimeOn): number => valueOn(snapshot, limit, regimeOn).value);

const multiples: Readonly<Record<PropertyLimit, ReturnType<typeof multipleOf>>> = {
  'dibao.financialAssetsLimit': multipleOf('dibao.financialAssetsLimit'),
  'edge.financialAssetsLimit': multipleOf('edge.financialAssetsLimit'),
  'rigid.financialAssetsLimit': multipleOf('rigid.financialAssetsLimit'),
};

const NONE = ratio(0);
const ONE = ratio(1);

/**
 * The conditions on property 财产状况 (民发〔2012〕220号 §17, 民发〔2021〕57号 §14; the limits are local): financial assets a
 * head up to so many standards, no car, ship or heavy machine, one home, no shop. `on`: the day whose standard counts;
 * `regimeOn`: the day whose law and local limits do.
 */
export function propertyConditions(
  facts: HouseholdFacts,
  members: readonly Member[],
  limit: PropertyLimit,
  on: PlainDate,
  snapshot: ParameterSnapshot,
  regimeOn: PlainDate = on,
): Condition[] {
  const article = articleOn(regimeOn);
  const count = (id: Condition['id'], value: number, limit: Ratio): Condition =>
    testCondition({ id, article, value: ratio(value), limit, comparison: '<=' });
  return [
    testCondition({
      id: 'financialAssetsWithinLimit',
      article,
      value: ratio(financialAssets(facts, members), Math.max(1, members.length)),
      limit: ratio(timesFen(standardOn(snapshot, on), multiples[limit](snapshot, regimeOn))),
      comparison: '<=',
    }),
    count('noVehicle', refusedVehicles(facts, members), NONE),
    count('oneHomeAtMost', facts.homes, ONE),
    count('noShop', facts.shops, NONE),
  ];
}

/** Shares and offices in companies raise a doubt to be cleared, not a refusal (policy R-PROP). */
export const propertyDoubts = (facts: HouseholdFacts, members: readonly Member[]): PropertyDoubt[] =>
  facts.companyInterests
    .filter(({ personId }) => members.some((member) => member.personId === personId))
    .map(({ personId, role }) => ({ id: 'companyInterest', personId, role }));

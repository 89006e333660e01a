import type { PlainDate } from '../dates.ts';
import { multiplyRatios, type Fen, ratio, sumFen, timesFen } from '../money.ts';
import { type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import { type Condition, testCondition, type Wording } from './condition.ts';
import type { HouseholdFacts, Member, VehicleKind } from './facts.ts';
import { standardOn } from './income.ts';

/** Whose property limit is tested: the multiples of the standard differ, all else is alike. */
export type PropertyLimit = 'dibao.financialAssetsLimit' | 'edge.financialAssetsLimit';

/** A mismatch that must be cleared but refuses nobody by itself 存疑. */
export interface PropertyDoubt {
  readonly id: 'companyInterest';
  readonly personId: string;
  readonly explanation: Wording;
}

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
  const shared = { article: ARTICLE, parameterVersion: snapshot.version };
  const count = (id: Condition['id'], fact: Wording, value: number, most: number): Condition =>
    testCondition({ ...shared, id, fact, unit: 'count', value: ratio(value), limit: ratio(most), comparison: '<=' });
  return [
    testCondition({
      ...shared,
      id: 'financialAssetsWithinLimit',
      fact: { zh: '家庭人均金融资产', en: 'financial assets a head' },
      unit: 'fen',
      value: multiplyRatios(ratio(financialAssets(facts, members)), ratio(1, Math.max(1, members.length))),
      limit: ratio(timesFen(standardOn(snapshot, on), multiple)),
      comparison: '<=',
    }),
    count(
      'noVehicle',
      { zh: '机动车辆、船舶、大型机械数量', en: 'cars, ships and heavy machines' },
      refusedVehicles(facts, members),
      0,
    ),
    count('oneHomeAtMost', { zh: '住房套数', en: 'homes owned' }, facts.homes, 1),
    count('noShop', { zh: '商铺数量', en: 'shops owned' }, facts.shops, 0),
  ];
}

/** Shares and offices in companies raise a doubt to be cleared, not a refusal (policy R-PROP). */
export const propertyDoubts = (facts: HouseholdFacts, members: readonly Member[]): PropertyDoubt[] =>
  facts.companyInterests
    .filter(({ personId }) => members.some((member) => member.personId === personId))
    .map(({ personId, role }) => ({
      id: 'companyInterest',
      personId,
      explanation: {
        zh: `成员${personId}名下有企业登记信息，需核实`,
        en: `member ${personId} is registered with a company (${role}): to be cleared`,
      },
    }));

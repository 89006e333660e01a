import { addDays, firstDayOf, type PlainDate, type YearMonth } from '../dates.ts';
import {
  disabilityTypes,
  selfCareItems,
  type HouseholdFacts,
  type Member,
  type Relation,
} from '../eligibility/facts.ts';
import { standardOn } from '../eligibility/income.ts';
import { type Fen, fen } from '../money.ts';
import { snapshotOf } from '../parameters/snapshot-for.ts';
import { lawInForce } from './changed-law.ts';
import { Chance } from './chance.ts';
import type { Place, RollEntry } from './roll.ts';

/** How many households to invent, by which seed, as of which month, and in which places. */
export interface InventedRoll {
  readonly count: number;
  readonly seed: number;
  readonly month: YearMonth;
  readonly places: readonly Place[];
}

const DAYS_A_YEAR = 365;
const OLDEST = 100 * DAYS_A_YEAR;
/** Of a hundred households with so many members: 1.6 members on average (policy.md §11). */
const SIZES = [
  ...Array<number>(62).fill(1),
  ...Array<number>(22).fill(2),
  ...Array<number>(10).fill(3),
  4,
  4,
  4,
  4,
  5,
  5,
];
const PERSONS = ['p1', 'p2', 'p3', 'p4', 'p5'];

const RETIRED = 60;
/** Of a hundred entries: persons with a case of full support. */
const ON_TEKUN = 15;
const [ALONE = 'p1'] = PERSONS;

/**
 * Invented households around the thresholds: half below the standard, a quarter up to 1.6 times it, a quarter above, some with too
 * much property, so that a change moves households in and out. One after the other, never all at once; the same seed gives the same
 * roll. Places are drawn evenly. Throws RangeError if there is no place.
 */
export function* inventedRoll({ count, seed, month, places }: InventedRoll): Generator<RollEntry, void, undefined> {
  const chance = new Chance(seed);
  const today = firstDayOf(month);
  const standard = standardOn(snapshotOf(lawInForce, []), today);
  const birthDates = new Map<number, PlainDate>();
  const bornOn = (daysAgo: number): PlainDate => {
    const known = birthDates.get(daysAgo);
    if (known !== undefined) return known;
    const date = addDays(today, -daysAgo);
    birthDates.set(daysAgo, date);
    return date;
  };
  const invent = { chance, standard, bornOn };
  for (let made = 0; made < count; made += 1) {
    const place = chance.oneOf(places);
    yield chance.percent(ON_TEKUN)
      ? { facts: livingAlone(invent), place, person: { kind: 'tekun', personId: ALONE } }
      : { facts: household(invent), place };
  }
}

const GRADES = [1, 2, 3, 4] as const;
const owningNothing = { financialAssets: fen(0), vehicles: [], homes: 1, shops: 0, companyInterests: [] };

interface Invent {
  readonly chance: Chance;
  readonly standard: Fen;
  readonly bornOn: (daysAgo: number) => PlainDate;
}

function household(invent: Invent): HouseholdFacts {
  const { chance, standard } = invent;
  const size = chance.oneOf(SIZES);
  const headDays = chance.between(size > 2 ? 28 : 25, size > 2 ? 60 : 85) * DAYS_A_YEAR + chance.below(DAYS_A_YEAR);
  let left = annualTarget(chance, standard) * size;
  const members: Member[] = [];
  for (let at = 0; at < size; at += 1) {
    const relation = at === 0 ? 'head' : relationOf(chance, at);
    const days = daysOf(chance, relation, headDays);
    const share = at === size - 1 ? left : Math.floor((left * chance.between(40, 100)) / 100);
    const member = memberOf(invent, PERSONS[at] ?? `p${at + 1}`, relation, days, share);
    if (member.incomes.length > 0) left -= share;
    members.push(member);
  }
  return {
    members,
    financialAssets: fen(chance.below(standard) * size * (chance.percent(90) ? 15 : chance.oneOf([40, 80]))),
    vehicles: chance.percent(2) ? [{ kind: 'car' }] : [],
    homes: chance.percent(2) ? 2 : 1,
    shops: chance.percent(1) ? 1 : 0,
    companyInterests: [],
    necessarySpending: [
      { type: 'living', annual: fen(standard * size * 6) },
      { type: 'medical', annual: fen(chance.percent(15) ? standard * chance.between(6, 80) : 0) },
    ],
  };
}

/** A person on full support, living alone without supporters; a few have come to an income. */
function livingAlone({ chance, standard, bornOn }: Invent): HouseholdFacts {
  const income = chance.percent(5) ? standard * chance.between(6, 18) : 0;
  const person: Member = {
    personId: ALONE,
    relation: 'head',
    birthDate: bornOn(chance.between(58, 95) * DAYS_A_YEAR + chance.below(DAYS_A_YEAR)),
    tekun: true,
    supporters: [],
    selfCareFailed: selfCareItems.slice(0, chance.below(chance.oneOf([1, 4, 7]))),
    incomes: [{ type: 'residentsPension', annual: fen(income) }],
    ...(chance.percent(20) && { disability: { type: chance.oneOf(disabilityTypes), grade: chance.oneOf(GRADES) } }),
  };
  return { ...owningNothing, members: [person] };
}

/** Income a head and year aimed at: a share of the standard in thousandths. */
function annualTarget(chance: Chance, standard: Fen): number {
  const drawn = chance.below(100);
  const share = drawn < 10 ? 0 : drawn < 50 ? chance.between(50, 990) : drawn < 75 ? chance.between(900, 1600) : 0;
  const thousandths = drawn < 75 ? share : chance.between(1600, 4000);
  return Math.floor((standard * 12 * thousandths) / 1000);
}

function relationOf(chance: Chance, at: number): Relation {
  if (at === 1) return chance.percent(60) ? 'spouse' : 'child';
  return chance.percent(75) ? 'child' : 'parent';
}

function daysOf(chance: Chance, relation: Relation, headDays: number): number {
  const generation = chance.between(20, 38) * DAYS_A_YEAR;
  switch (relation) {
    case 'head':
      return headDays;
    case 'child':
      return Math.max(0, headDays - generation);
    case 'parent':
      return Math.min(OLDEST - 1, headDays + generation);
    default:
      return Math.max(22 * DAYS_A_YEAR, headDays + chance.between(-2000, 2000));
  }
}

/** Facts in the making. */
type Draft = { -readonly [K in keyof Member]: Member[K] };

function memberOf(
  { chance, standard, bornOn }: Invent,
  personId: string,
  relation: Relation,
  days: number,
  share: number,
): Member {
  const person: Draft = { personId, relation, birthDate: bornOn(days), incomes: [] };
  if (chance.percent(8)) person.severelyIll = true;
  if (chance.percent(15)) person.disability = { type: chance.oneOf(disabilityTypes), grade: chance.oneOf(GRADES) };
  const years = days / DAYS_A_YEAR;
  if (years < 22) {
    if (years >= 6) person.student = 'compulsory';
    if (chance.percent(20)) person.incomes = [{ type: 'scholarship', annual: fen(100_000) }];
  } else if (share >= 1_000) {
    if (years >= RETIRED) person.incomes = pensionsOf(chance, share);
    else addWork(person, chance, standard, share);
  }
  return person;
}

function pensionsOf(chance: Chance, share: number): Member['incomes'] {
  const pension = Math.floor(share / 2);
  return [
    { type: 'residentsPension', annual: fen(pension) },
    { type: 'supportPayment', annual: fen(share - pension) },
    ...(chance.percent(10) ? [{ type: 'preferentialPension' as const, annual: fen(420_000) }] : []),
  ];
}

/** Wages that leave the share once insurance and the cost of employment are taken off. */
function addWork(person: Draft, chance: Chance, standard: Fen, share: number): void {
  const monthsWorked = chance.between(3, 12);
  const insurance = Math.floor(share / 10);
  const cost = Math.floor((standard * 3 * monthsWorked) / 10);
  person.incomes = [{ type: 'wage', annual: fen(share + insurance + cost) }];
  person.monthsWorked = monthsWorked;
  person.deductions = [{ type: 'socialInsurance', annual: fen(insurance) }];
}

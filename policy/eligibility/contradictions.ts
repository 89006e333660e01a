import { isPlainDate, type PlainDate } from '../dates.ts';
import type { HouseholdFacts, Member } from './facts.ts';
import { areAmounts, contradictionsOfMember, isAmount } from './member-contradictions.ts';

/** Two facts that cannot both be true, or one that cannot be. Names persons by id only. */
export interface Contradiction {
  readonly code:
    | 'noMember'
    | 'memberTwice'
    | 'notOneHead'
    | 'twoSpouses'
    | 'noSuchDate'
    | 'bornAfterAssessment'
    | 'deadMember'
    | 'childOlderThanHead'
    | 'parentYoungerThanHead'
    | 'awayAfterAssessment'
    | 'notAnAmount'
    | 'notAGrade'
    | 'monthsWorked'
    | 'unknownOwner'
    | 'worksThoughUnable'
    | 'unknownPayer'
    | 'supporterTwice'
    | 'parentAfterAssessment'
    | 'sinceNotStated'
    | 'disabilityNotStated'
    | 'selfCareTwice'
    | 'emergencyInFuture'
    | 'unknownAffected'
    | 'affectedTwice'
    | 'assistedInFuture'
    | 'notMonths';
  readonly personId?: string;
  readonly zh: string;
  readonly en: string;
}

/** Thrown by an assessment of facts that contradict each other; lists every contradiction. */
export class InconsistentFacts extends RangeError {
  readonly contradictions: readonly Contradiction[];
  constructor(contradictions: readonly Contradiction[]) {
    super(`the facts contradict each other: ${contradictions.map(({ en }) => en).join('; ')}`);
    this.name = 'InconsistentFacts';
    this.contradictions = contradictions;
  }
}

function amongMembers(members: readonly Member[]): Contradiction[] {
  const found: Contradiction[] = [];
  const heads = members.filter(({ relation }) => relation === 'head');
  const [head] = heads;
  if (members.length === 0) found.push({ code: 'noMember', zh: '家庭没有成员', en: 'the household has no member' });
  else if (heads.length !== 1)
    found.push({
      code: 'notOneHead',
      zh: '户主应为一人',
      en: `the household has ${heads.length} heads instead of one`,
    });
  if (members.filter(({ relation }) => relation === 'spouse').length > 1)
    found.push({ code: 'twoSpouses', zh: '配偶不应多于一人', en: 'the head has more than one spouse' });
  members.forEach(({ personId, relation, birthDate }, at) => {
    const zh = `成员${personId}`;
    const en = `member ${personId}`;
    if (members.findIndex((other) => other.personId === personId) < at)
      found.push({ code: 'memberTwice', personId, zh: `${zh}重复`, en: `${en} is listed twice` });
    if (head !== undefined && relation === 'child' && birthDate <= head.birthDate)
      found.push({
        code: 'childOlderThanHead',
        personId,
        zh: `${zh}：子女年长于户主`,
        en: `${en} is a child older than the head`,
      });
    if (head !== undefined && relation === 'parent' && birthDate >= head.birthDate)
      found.push({
        code: 'parentYoungerThanHead',
        personId,
        zh: `${zh}：父母年幼于户主`,
        en: `${en} is a parent younger than the head`,
      });
  });
  return found;
}

const isMember = ({ members }: HouseholdFacts, id: string): boolean => members.some(({ personId }) => personId === id);

function ofProperty(facts: HouseholdFacts): Contradiction[] {
  const found: Contradiction[] = [];
  if (!isAmount(facts.financialAssets) || !isAmount(facts.homes) || !isAmount(facts.shops))
    found.push({
      code: 'notAnAmount',
      zh: '财产应为不小于零的整数',
      en: 'property is counted in whole numbers from 0',
    });
  const owner = (personId: string | undefined): void => {
    if (personId !== undefined && !isMember(facts, personId))
      found.push({
        code: 'unknownOwner',
        personId,
        zh: `${personId}不是家庭成员`,
        en: `${personId} owns things but is no member`,
      });
  };
  for (const { ownerId } of facts.vehicles) owner(ownerId);
  for (const { personId } of facts.companyInterests) owner(personId);
  return found;
}

function ofEmergency(facts: HouseholdFacts, assessedOn: PlainDate): Contradiction[] {
  const { emergency } = facts;
  if (emergency === undefined) return [];
  const { on, affected, need } = emergency;
  const found: Contradiction[] = [];
  if (!isPlainDate(on)) found.push({ code: 'noSuchDate', zh: '急难日期不存在', en: 'the emergency has no such date' });
  else if (on > assessedOn)
    found.push({ code: 'emergencyInFuture', zh: '急难晚于评估日', en: 'the emergency comes after the assessment' });
  if (!isAmount(need))
    found.push({
      code: 'notAnAmount',
      zh: '急难所需金额应为不小于零的整数分',
      en: 'what is needed is no whole number of fen from 0',
    });
  affected.forEach((personId, at) => {
    if (affected.indexOf(personId) < at)
      found.push({
        code: 'affectedTwice',
        personId,
        zh: `受影响成员${personId}重复`,
        en: `${personId} is struck twice`,
      });
    else if (!isMember(facts, personId))
      found.push({
        code: 'unknownAffected',
        personId,
        zh: `受影响的${personId}不是家庭成员`,
        en: `${personId} is struck but is no member`,
      });
  });
  return found;
}

function ofCircumstances(facts: HouseholdFacts, assessedOn: PlainDate): Contradiction[] {
  const { necessarySpending, assisted = [], residence } = facts;
  const found: Contradiction[] = [];
  if (!areAmounts(necessarySpending))
    found.push({
      code: 'notAnAmount',
      zh: '支出应为不小于零的整数分',
      en: 'spending is no whole number of fen from 0',
    });
  for (const { on, amount } of assisted) {
    if (!isAmount(amount))
      found.push({
        code: 'notAnAmount',
        zh: '已获救助金额应为不小于零的整数分',
        en: 'assistance received is no whole number of fen from 0',
      });
    if (!isPlainDate(on))
      found.push({ code: 'noSuchDate', zh: '已获救助日期不存在', en: 'assistance was received on no such date' });
    else if (on > assessedOn)
      found.push({
        code: 'assistedInFuture',
        zh: '已获救助日期晚于评估日',
        en: 'assistance is received after the assessment',
      });
  }
  if (residence !== undefined && !(isAmount(residence.monthsResident) && isAmount(residence.monthsInsured)))
    found.push({
      code: 'notMonths',
      zh: '居住和参保月数应为不小于零的整数',
      en: 'months of residence and insurance are whole numbers from 0',
    });
  return found;
}

/** Every contradiction in the facts as of a day; empty if they can be assessed. */
export const contradictionsIn = (facts: HouseholdFacts, assessedOn: PlainDate): Contradiction[] => [
  ...amongMembers(facts.members),
  ...facts.members.flatMap((member) => contradictionsOfMember(member, assessedOn)),
  ...ofProperty(facts),
  ...ofEmergency(facts, assessedOn),
  ...ofCircumstances(facts, assessedOn),
];

/** The facts last found consistent, and the day: one application is assessed for one kind of help after the other. */
let lastConsistent: { readonly facts: HouseholdFacts; readonly assessedOn: PlainDate } | undefined;

/** Throws InconsistentFacts, listing every contradiction, unless the facts can be assessed. Facts are never changed in place. */
export function assertConsistent(facts: HouseholdFacts, assessedOn: PlainDate): void {
  if (lastConsistent?.facts === facts && lastConsistent.assessedOn === assessedOn) return;
  const found = contradictionsIn(facts, assessedOn);
  if (found.length > 0) throw new InconsistentFacts(found);
  lastConsistent = { facts, assessedOn };
}

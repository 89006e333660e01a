import { isPlainDate, type PlainDate } from '../dates.ts';
import type { HouseholdFacts, Member } from './facts.ts';

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
    | 'unknownOwner';
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

const isAmount = (amount: number): boolean => Number.isSafeInteger(amount) && amount >= 0;

function ofMember(member: Member, assessedOn: PlainDate): Contradiction[] {
  const { personId } = member;
  const found: Contradiction[] = [];
  const add = (code: Contradiction['code'], zh: string, en: string): void => {
    found.push({ code, personId, zh: `成员${personId}：${zh}`, en: `member ${personId} ${en}` });
  };
  const dates = [member.birthDate, member.diedOn, member.livesElsewhere?.since];
  if (dates.some((date) => date !== undefined && !isPlainDate(date)))
    add('noSuchDate', '日期不存在', 'has a date that does not exist');
  if (member.birthDate > assessedOn) add('bornAfterAssessment', '出生日期晚于评估日', 'is born after the assessment');
  if (member.diedOn !== undefined && (member.diedOn <= assessedOn || member.diedOn < member.birthDate))
    add('deadMember', '已死亡，不应再列为成员', 'is dead and no longer a member');
  if (member.livesElsewhere !== undefined && member.livesElsewhere.since > assessedOn)
    add('awayAfterAssessment', '离家日期晚于评估日', 'leaves home after the assessment');
  const amounts = [...member.incomes, ...(member.deductions ?? [])].map(({ annual }) => annual);
  if (![...amounts, member.financialAssets ?? 0].every(isAmount))
    add('notAnAmount', '金额应为不小于零的整数分', 'has an amount that is no whole number of fen from 0');
  if (member.disability !== undefined && ![1, 2, 3, 4].includes(member.disability.grade))
    add('notAGrade', '残疾等级应为一至四级', 'has a disability grade other than 1 to 4');
  const months = member.monthsWorked;
  const earns = member.incomes.some(({ type, annual }) => type === 'wage' && annual > 0);
  if (months === undefined ? earns : !Number.isInteger(months) || months < 0 || months > 12 || (earns && months === 0))
    add('monthsWorked', '工资收入与就业月数不符', 'has wages that do not fit the months worked (1 to 12)');
  return found;
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

function ofProperty(facts: HouseholdFacts): Contradiction[] {
  const found: Contradiction[] = [];
  if (![facts.financialAssets, facts.homes, facts.shops].every(isAmount))
    found.push({
      code: 'notAnAmount',
      zh: '财产应为不小于零的整数',
      en: 'property is counted in whole numbers from 0',
    });
  const known = new Set(facts.members.map(({ personId }) => personId));
  const owners = [...facts.vehicles.map(({ ownerId }) => ownerId), ...facts.companyInterests.map((of) => of.personId)];
  for (const personId of owners)
    if (personId !== undefined && !known.has(personId))
      found.push({
        code: 'unknownOwner',
        personId,
        zh: `${personId}不是家庭成员`,
        en: `${personId} owns things but is no member`,
      });
  return found;
}

/** Every contradiction in the facts as of a day; empty if they can be assessed. */
export const contradictionsIn = (facts: HouseholdFacts, assessedOn: PlainDate): Contradiction[] => [
  ...amongMembers(facts.members),
  ...facts.members.flatMap((member) => ofMember(member, assessedOn)),
  ...ofProperty(facts),
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

import { addYears, ageOn, type PlainDate } from '../dates.ts';
import { ofDay, type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import type { HouseholdFacts, Member } from './facts.ts';

const ADULT = 18;
const CLERGY_YEARS_AWAY = 3;

/** Minor 未成年人: under 18; the 18th birthday ends it (Civil Code §17). */
const isMinor = (member: Member, on: PlainDate): boolean => ageOn(member.birthDate, on) < ADULT;

/** Not counted: clergy away three years or more, people in prison, in compulsory detoxification or declared missing (民发〔2021〕57号 §7). */
function isExcluded(member: Member, on: PlainDate): boolean {
  if (member.tekun === true) return true;
  const away = member.livesElsewhere;
  switch (away?.reason) {
    case 'prison':
    case 'detoxification':
    case 'declaredMissing':
      return true;
    case 'clergy':
      return addYears(away.since, CLERGY_YEARS_AWAY) <= on;
    case 'work':
    case 'school':
    case 'ownHousehold':
    case 'institution':
    case undefined:
      return false;
  }
}

/** An adult child unable to live independently, among them full-time students up to bachelor level (民发〔2021〕57号 §7). */
const isDependentAdultChild = (member: Member): boolean =>
  member.unableToLiveIndependently === true || (member.student !== undefined && member.student !== 'postgraduate');

/** Whether this person counts as a member living together 共同生活家庭成员 (民发〔2021〕57号 §7; parents before: 民发〔2012〕220号 §5). */
function isCounted(member: Member, on: PlainDate, countsParents: boolean): boolean {
  if (isExcluded(member, on)) return false;
  const atHome = member.livesElsewhere === undefined;
  switch (member.relation) {
    case 'head':
    case 'spouse':
      return true;
    case 'child':
      return isMinor(member, on) || isDependentAdultChild(member) || atHome;
    case 'parent':
      return countsParents || atHome;
    case 'grandparent':
    case 'grandchild':
    case 'sibling':
    case 'childInLaw':
    case 'other':
      return atHome && member.legalDutyOfSupport === true;
  }
}

const countsParentsOn = ofDay((snapshot, regimeOn) => valueOn(snapshot, 'household.countsParents', regimeOn).value);

/**
 * The members counted (policy R-HH), in the order given. `on`: the day whose facts count; `regimeOn`: the day whose law
 * does (an application's acceptance, the opening of a later proceeding).
 */
export function countedMembers(
  facts: HouseholdFacts,
  on: PlainDate,
  regimeOn: PlainDate,
  snapshot: ParameterSnapshot,
): Member[] {
  const countsParents = countsParentsOn(snapshot, regimeOn);
  return facts.members.filter((member) => isCounted(member, on, countsParents));
}

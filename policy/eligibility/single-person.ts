import { addYears, ageOn, type PlainDate } from '../dates.ts';
import { ofDay, type ParameterSnapshot, valueOn } from '../parameters/snapshot.ts';
import type { SinglePersonGroup } from '../parameters/single-person-groups.ts';
import { isGradeThreeIntellectualOrMental, isSeverelyDisabled } from './disability.ts';
import type { Member } from './facts.ts';
import type { MissingFact } from './missing-facts.ts';
import { isListedDisability } from './tekun.ts';

const ADULT = 18;
const CLERGY_YEARS_AWAY = 3;
/** People of this age or more are not asked to go on supporting an unemployed severely disabled adult. */
const OLD = 60;
const MEASURES_OF_2021 = '2021-07-01';

const rules = ofDay((snapshot, regimeOn) => ({
  groups: valueOn(snapshot, 'dibaoSinglePerson.groups', regimeOn).value,
  leavesOutSupport: valueOn(snapshot, 'dibaoSinglePerson.leavesOutSupport', regimeOn).value,
}));

/** The groups that are only for members of households on the edge of dibao. */
export const isOfEdgeHouseholds = (group: SinglePersonGroup): boolean =>
  group === 'edgeSevere' || group === 'edgeGradeThree';

/** Where a group stands in the law of a day. */
export function articleOfGroup(group: SinglePersonGroup, regimeOn: PlainDate): string {
  switch (group) {
    case 'clergy':
      return regimeOn < MEASURES_OF_2021 ? '民发〔2012〕220号 §10' : '民发〔2021〕57号 §8';
    case 'registeredAlone':
      return '民发〔2012〕220号 §10';
    case 'edgeSevere':
      return regimeOn < MEASURES_OF_2021 ? '常民救〔2020〕3号 一3' : '民发〔2021〕57号 §8';
    case 'edgeGradeThree':
      return '民发〔2021〕57号 §8';
    case 'unemployed':
      return '民发〔2022〕83号 一(一)';
  }
}

/** Without work now: stated, or following from having no ability to work. */
const isUnemployed = ({ employed, unableToWork }: Member): boolean | undefined =>
  employed === undefined ? (unableToWork === true ? true : undefined) : !employed;

/** All hold: yes; one does not: no; else not known. */
const all = (facts: readonly (boolean | undefined)[]): boolean | undefined =>
  facts.includes(false) ? false : facts.includes(undefined) ? undefined : true;

/** Whether a person is of a group, its household aside; undefined where a fact was not stated. */
function isOf(
  group: SinglePersonGroup,
  person: Member,
  on: { readonly assessedOn: PlainDate; readonly regimeOn: PlainDate },
  snapshot: ParameterSnapshot,
): boolean | undefined {
  const { assessedOn, regimeOn } = on;
  const { disability, livesElsewhere, severelyIll } = person;
  const severelyDisabledAdult = () => isSeverelyDisabled(disability) && ageOn(person.birthDate, assessedOn) >= ADULT;
  switch (group) {
    case 'clergy':
      return livesElsewhere?.reason === 'clergy' && addYears(livesElsewhere.since, CLERGY_YEARS_AWAY) <= assessedOn;
    case 'registeredAlone':
      if (!severelyDisabledAdult()) return false;
      return all([
        person.registeredAlone,
        isListedDisability(disability, regimeOn, snapshot) ? true : person.unableToWork,
      ]);
    case 'edgeSevere':
      return severelyIll === true || isSeverelyDisabled(disability);
    case 'edgeGradeThree':
      return isGradeThreeIntellectualOrMental(disability);
    case 'unemployed':
      return severelyDisabledAdult() && isUnemployed(person);
  }
}

/** The groups of a day's law that a person is of, and those it may be of once more is known. */
export interface GroupsFound {
  readonly of: readonly SinglePersonGroup[];
  readonly perhapsOf: readonly SinglePersonGroup[];
}

/** Looks through the groups 可参照单人户的对象 that the law of a day names (policy R-DB), the household left aside. */
export function singlePersonGroupsOf(
  person: Member,
  on: { readonly assessedOn: PlainDate; readonly regimeOn: PlainDate },
  snapshot: ParameterSnapshot,
): GroupsFound {
  const of: SinglePersonGroup[] = [];
  const perhapsOf: SinglePersonGroup[] = [];
  for (const group of rules(snapshot, on.regimeOn).groups) {
    const found = isOf(group, person, on, snapshot);
    if (found === true) of.push(group);
    else if (found === undefined) perhapsOf.push(group);
  }
  return { of, perhapsOf };
}

/** What must be asked to know whether a person is of a group. */
export function missingForGroup(
  group: SinglePersonGroup,
  person: Member,
  regimeOn: PlainDate,
  snapshot: ParameterSnapshot,
): MissingFact[] {
  const path = `members.${person.personId}`;
  if (group === 'unemployed')
    return [{ path: `${path}.employed`, zh: '目前是否就业', en: 'whether the person has work now' }];
  const missing: MissingFact[] = [];
  if (person.registeredAlone === undefined)
    missing.push({ path: `${path}.registeredAlone`, zh: '是否单独立户', en: 'whether the person is registered alone' });
  if (person.unableToWork === undefined && !isListedDisability(person.disability, regimeOn, snapshot))
    missing.push({ path: `${path}.unableToWork`, zh: '是否丧失劳动能力', en: 'whether the person is unable to work' });
  return missing;
}

/** Support paid by siblings, or by people of 60 or more, to the person. */
function isLeftOut(person: Member, { type, from }: Member['incomes'][number], assessedOn: PlainDate): boolean {
  if (type !== 'supportPayment' || from === undefined) return false;
  const payer = person.supporters?.find(({ id }) => id === from);
  return payer !== undefined && (payer.relation === 'sibling' || ageOn(payer.birthDate, assessedOn) >= OLD);
}

/**
 * An unemployed severely disabled adult without the support that the law lets be left out (民发〔2022〕83号 一(一)); other
 * support counts. The person as it is where nothing is left out.
 */
export function withoutSupportLeftOut(
  person: Member,
  on: { readonly assessedOn: PlainDate; readonly regimeOn: PlainDate },
  snapshot: ParameterSnapshot,
): Member {
  if (!rules(snapshot, on.regimeOn).leavesOutSupport) return person;
  const incomes = person.incomes.filter((income) => !isLeftOut(person, income, on.assessedOn));
  return incomes.length === person.incomes.length ? person : { ...person, incomes };
}

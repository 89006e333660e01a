import { assess } from '../assessment/assess.ts';
import type { Assessment, AssessmentDates } from '../assessment/assessment.ts';
import { ageOn, monthOf } from '../dates.ts';
import { assertConsistent } from '../eligibility/contradictions.ts';
import type { HouseholdFacts, Member } from '../eligibility/facts.ts';
import { householdMeans } from '../eligibility/household-means.ts';
import { type MissingFact, MissingFacts } from '../eligibility/missing-facts.ts';
import type { Kind } from '../kinds.ts';
import { type ParameterSnapshot, ParameterWithoutValue } from '../parameters/snapshot.ts';
import type { KindFound, Undetermined } from './classification.ts';
import { excludeEachOther } from './exclusions.ts';

/** What was found in looking through an application. */
export interface Found {
  readonly kinds: readonly KindFound[];
  readonly assessments: readonly Assessment[];
  readonly undetermined: readonly Undetermined[];
}

/** Kinds given to a household, in the order of the law: the first that holds is the one (policy R-CLS (b)). */
export const householdKinds = ['dibao', 'dibaoEdge', 'rigidExpenditure'] as const satisfies readonly Kind[];
const childrensKinds = ['orphan', 'deFactoUnattendedChild'] as const satisfies readonly Kind[];

const isAllowance = (kind: Kind): boolean => childrensKinds.some((allowance) => allowance === kind);

const ADULT = 18;

const missingIn = (error: unknown): readonly MissingFact[] => {
  if (error instanceof MissingFacts) return error.missing;
  if (!(error instanceof ParameterWithoutValue)) throw error;
  const path = `parameters.${error.parameter}`;
  return [{ path, zh: `${error.date}的政策参数尚未发布`, en: `no value on ${error.date} yet` }];
};

/** Tests one kind after the other and keeps what came out. */
class Look {
  readonly kinds: KindFound[] = [];
  readonly assessments: Assessment[] = [];
  readonly undetermined: Undetermined[] = [];
  readonly #snapshot: ParameterSnapshot;

  constructor(snapshot: ParameterSnapshot) {
    this.#snapshot = snapshot;
  }

  /** Whether the kind fits; one that cannot be judged yet does not, and is kept with what is missing. */
  fits(found: KindFound, facts: HouseholdFacts, on: AssessmentDates): boolean {
    try {
      const assessment = assess(found.kind, facts, on, this.#snapshot, found.personId);
      this.assessments.push(assessment);
      if (assessment.eligible) this.kinds.push(found);
      return assessment.eligible;
    } catch (error) {
      this.undetermined.push({ ...found, missing: missingIn(error) });
      return false;
    }
  }

  /** Computes children's allowances anew, once it is known what the household around them is. */
  allowancesAgain(facts: HouseholdFacts, on: AssessmentDates): void {
    this.assessments.forEach(({ kind, personId, eligible }, at) => {
      if (eligible && isAllowance(kind)) this.assessments[at] = assess(kind, facts, on, this.#snapshot, personId);
    });
  }
}

/** Which kind is left out, for everybody or for one person. */
export interface Except {
  readonly kind: Kind;
  readonly personId?: string;
}

const isLeftOut = (except: Except | undefined, kind: Kind, personId?: string): boolean =>
  except?.kind === kind && (except.personId === undefined || except.personId === personId);

/** Somebody who lives in the household, in a place of worship or in an institution, or counts in spite of living elsewhere. */
const mayApply = ({ livesElsewhere }: Member, counted: boolean): boolean =>
  counted ||
  livesElsewhere === undefined ||
  livesElsewhere.reason === 'institution' ||
  livesElsewhere.reason === 'clergy';

const withTekun = (facts: HouseholdFacts, ids: readonly string[], tekun: boolean): HouseholdFacts =>
  ids.length === 0
    ? facts
    : {
        ...facts,
        members: facts.members.map((member) => (ids.includes(member.personId) ? { ...member, tekun } : member)),
      };

/** Who is on full support and is to be looked at as if not, because that is the kind left out. */
const leavingTekun = ({ members }: HouseholdFacts, except: Except | undefined): readonly string[] =>
  members
    .filter(({ tekun, personId }) => tekun === true && isLeftOut(except, 'tekun', personId))
    .map(({ personId }) => personId);

/** Dibao that the same application leads to lessens an allowance too, whatever the household is on so far. */
const asApplied = (facts: HouseholdFacts): HouseholdFacts => ({ ...facts, onKinds: ['dibao', 'dibaoSinglePerson'] });

/**
 * One application looked through for every kind in the order of the law (policy R-CLS): each person for a children's allowance or full
 * support, whoever has full support leaves the household with income and property; then the household; single persons whom its dibao does
 * not cover; temporary assistance. `except` is passed over as if the law did not know it. Throws
 * InconsistentFacts, RangeError for a day before the first dibao standard known.
 */
export function lookThrough(
  stated: HouseholdFacts,
  on: AssessmentDates,
  snapshot: ParameterSnapshot,
  except?: Except,
): Found {
  const { assessedOn, regimeOn = assessedOn } = on;
  assertConsistent(stated, assessedOn);
  const facts = withTekun(stated, leavingTekun(stated, except), false);
  const look = new Look(snapshot);
  const counted = householdMeans(facts, on, snapshot).members;
  const persons = facts.members.filter((member) => mayApply(member, counted.includes(member)));

  const onTekun = persons
    .filter((person) => isTekunFor(person, facts, on, look, except, regimeOn))
    .map(({ personId }) => personId);
  const rest = withTekun(facts, onTekun, true);
  if (onTekun.length > 0) look.allowancesAgain(asApplied(rest), on);

  const left = householdMeans(rest, on, snapshot).members.map(({ personId }) => personId);
  const household =
    left.length > 0
      ? householdKinds.find((kind) => !isLeftOut(except, kind) && look.fits({ kind }, rest, on))
      : undefined;
  const covered = household === 'dibao' ? [...onTekun, ...left] : onTekun;
  for (const { personId } of persons)
    if (!covered.includes(personId) && !isLeftOut(except, 'dibaoSinglePerson', personId))
      look.fits({ kind: 'dibaoSinglePerson', personId }, rest, on);
  if (!isLeftOut(except, 'temporaryAssistance'))
    look.fits({ kind: 'temporaryAssistance' }, facts, { ...on, benefitMonth: monthOf(assessedOn) });
  return look;
}

/** Tests what is given by person; whether it is full support. Children choose where both would fit [D43 §9]. */
function isTekunFor(
  person: Member,
  facts: HouseholdFacts,
  on: AssessmentDates,
  look: Look,
  except: Except | undefined,
  regimeOn: AssessmentDates['assessedOn'],
): boolean {
  const { personId } = person;
  const isChild = ageOn(person.birthDate, on.assessedOn) < ADULT;
  const tekun = () => !isLeftOut(except, 'tekun', personId) && look.fits({ kind: 'tekun', personId }, facts, on);
  const allowance = () =>
    isChild &&
    childrensKinds.find(
      (kind) => !isLeftOut(except, kind, personId) && look.fits({ kind, personId }, asApplied(facts), on),
    );
  if (person.choosesTekun === true) {
    const found = tekun();
    if (!found || !excludeEachOther('tekun', 'orphan', regimeOn)) allowance();
    return found;
  }
  const found = allowance();
  return found && excludeEachOther('tekun', found, regimeOn) ? false : tekun();
}

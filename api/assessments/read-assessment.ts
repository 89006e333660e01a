import { type NewAssessment, newAssessment } from '../../contracts/http/assessment.ts';
import type { AssessmentDates } from '../../policy/assessment/assessment.ts';
import { isPlainDate, monthOf, nextMonth, type PlainDate } from '../../policy/dates.ts';
import { contradictionsIn } from '../../policy/eligibility/contradictions.ts';
import type { HouseholdFacts } from '../../policy/eligibility/facts.ts';
import { parseIdentityNumber } from '../../policy/identity-number.ts';
import { contradictory, entryOf, type FormContradiction } from '../problems/contradictions.ts';
import { Problem } from '../problems/problem.ts';
import { fieldErrors, validated } from '../problems/validation.ts';
import { shaped } from './shaped.ts';

type Facts = NewAssessment['facts'];

/** A pre-check that can be made. */
export interface ReadAssessment {
  readonly facts: HouseholdFacts;
  readonly on: AssessmentDates;
  readonly division?: string;
}

/**
 * Reads the form of a pre-check, made on `today` unless it names a day. Neither an identity number nor anything else typed is
 * repeated in what is thrown.
 * @throws Problem `invalid-input` with every fault of the form and every contradiction of its facts at once
 */
export function readAssessment(form: unknown, today: PlainDate): ReadAssessment {
  const result = validated(newAssessment, form);
  const invalid = 'error' in result ? result.error : undefined;
  const readable = 'error' in result ? shaped(form, result.error.issues) : result.value;
  const { facts, on: day, month, division } = (readable ?? {}) as Partial<NewAssessment>;
  const assessedOn = day !== undefined && isPlainDate(day) ? day : today;
  const found = facts ? [...contradictionsIn(facts, assessedOn), ...ofIdentityNumbers(facts.members)] : [];
  const faults = invalid ? fieldErrors(invalid) : [];
  if (facts && found.length > 0)
    throw contradictory([...faults, ...found.map((one) => entryOf(one, facts.members, 'facts'))]);
  if (invalid || !facts) throw new Problem('invalid-input', { errors: faults });
  return {
    facts: withoutNumbers(facts),
    on: { assessedOn, benefitMonth: month ?? nextMonth(monthOf(assessedOn)), regimeOn: assessedOn },
    ...(division !== undefined && { division }),
  };
}

function ofIdentityNumbers(members: Facts['members']): FormContradiction[] {
  const seen = new Set<string>();
  return members.flatMap(({ personId, birthDate, identityNumber }) => {
    const read = typeof identityNumber === 'string' ? parseIdentityNumber(identityNumber) : undefined;
    if (!read?.ok) return [];
    const found: FormContradiction[] = [];
    const add = (zh: string, en: string) =>
      found.push({ personId, zh: `成员${personId}：${zh}`, en: `member ${personId} ${en}` });
    if (read.birthDate !== birthDate)
      add('出生日期与身份证号不符', 'has a birth date that is not that of the identity number');
    if (seen.has(read.number)) add('与前面成员的身份证号相同', 'has the identity number of a member before');
    seen.add(read.number);
    return found;
  });
}

const withoutNumbers = ({ members, ...facts }: Facts): HouseholdFacts => ({
  ...facts,
  members: members.map(({ identityNumber: _never, ...member }) => member),
});

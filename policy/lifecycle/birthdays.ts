import { addYears } from '../dates.ts';
import type { PlainDate } from '../dates.ts';
import type { HouseholdFacts } from '../eligibility/facts.ts';
import type { Deadline } from './deadlines.ts';
import { strikeOn } from './deadlines.ts';

/** Ages at which the law looks at a person anew (policy.md §5.2): work at 16, the minor's top-up to 18, the elder's from 70. */
const ages = [16, 18, 70] as const;

/** One clock a member, striking on the next such birthday after `date`. */
export const birthdayClocks = (facts: HouseholdFacts, date: PlainDate): Deadline[] =>
  facts.members.flatMap((member) => {
    const next = ages.map((age) => addYears(member.birthDate, age)).find((birthday) => birthday > date);
    return next === undefined ? [] : [strikeOn('birthday', next, 'policy.md §5.2', member.personId)];
  });

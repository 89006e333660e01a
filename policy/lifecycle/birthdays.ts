import { addYears } from '../dates.ts';
import type { HouseholdFacts } from '../eligibility/facts.ts';
import type { Context } from './context.ts';
import type { Deadline } from './deadlines.ts';
import { strikeOn } from './deadlines.ts';
import { recipientsOf } from './recipients.ts';

/** Ages at which the law looks at a person anew (policy.md §5.2): work at 16, the minor's top-up to 18, the elder's from 70. */
const ages = [16, 18, 70] as const;

/** One clock a recipient, striking on the next such birthday; none for a right that is not looked at again. */
export const birthdayClocks = (
  { state, today }: Pick<Context, 'state' | 'today'>,
  facts: HouseholdFacts,
): Deadline[] =>
  state.procedure?.recheck === undefined
    ? []
    : facts.members
        .filter(({ personId }) => recipientsOf({ ...state, facts }).includes(personId))
        .flatMap((member) => {
          const next = ages.map((age) => addYears(member.birthDate, age)).find((birthday) => birthday > today);
          return next === undefined ? [] : [strikeOn('birthday', next, 'policy.md §5.2', member.personId)];
        });

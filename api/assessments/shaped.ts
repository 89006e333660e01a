import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** Values that change nothing where one is missing or of another kind, so that what else contradicts can still be found. */
const neutral: Readonly<Record<string, unknown>> = {
  financialAssets: 0,
  homes: 0,
  shops: 0,
  vehicles: [],
  companyInterests: [],
  incomes: [],
};

/** What tells persons apart: with a fault there, nothing is said about anybody. */
const marks = ['personId', 'ownerId', 'id', 'affected'];
const indispensable = ['facts', 'members', 'birthDate', 'relation'];

/** Of a list with too many or too few entries nothing was read. */
const isOfWrongType = (issue: Issue): boolean =>
  issue.code === 'invalid_type'
    ? issue.expected !== 'int'
    : issue.code.startsWith('invalid_element') || ('origin' in issue && issue.origin === 'array');

/** Where the fact stands that a fault lies in: one of the household, or one of a member. */
const factAt = (path: readonly PropertyKey[]): readonly PropertyKey[] => path.slice(0, path[1] === 'members' ? 4 : 2);

/**
 * The form without the facts that are of the wrong type anywhere within (some made neutral instead), so that it has the shape of
 * facts; undefined where too little is left to look for contradictions. Values that are only out of bounds stay.
 */
export function shaped(form: unknown, issues: readonly Issue[]): unknown {
  const copy = copied(form);
  for (const issue of issues) {
    if (issue.path.some((key) => marks.includes(String(key)))) return undefined;
    if (!isOfWrongType(issue)) continue;
    const path = factAt(issue.path);
    const last = path.at(-1);
    if (typeof last !== 'string' || indispensable.includes(last)) return undefined;
    const parent = at(copy, path.slice(0, -1));
    if (parent === undefined) return undefined;
    if (last in neutral) parent[last] = neutral[last];
    else Reflect.deleteProperty(parent, last);
  }
  return copy;
}

/** A copy as deep as `factAt` goes: a form may be deeper than a recursion can follow. */
function copied(form: unknown): unknown {
  const facts = at(form, ['facts']);
  if (facts === undefined) return undefined;
  const { members } = facts;
  return {
    ...at(form, []),
    facts: {
      ...facts,
      ...(Array.isArray(members) && {
        members: members.map((member: unknown) => (isObject(member) ? { ...member } : member)),
      }),
    },
  };
}

const isObject = (found: unknown): found is Record<string, unknown> => typeof found === 'object' && found !== null;

function at(value: unknown, path: readonly PropertyKey[]): Record<string, unknown> | undefined {
  let found = value;
  for (const key of path) found = isObject(found) ? found[String(key)] : undefined;
  return isObject(found) ? found : undefined;
}

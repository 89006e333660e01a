import { canonicalJson } from '../../../platform/canonical-json.ts';

/** One value of the record that comes out otherwise when it is computed again. */
export interface FieldDifference {
  /** Where it is in the event, as `assessment.conditions.1.met`. */
  readonly field: string;
  readonly stored: unknown;
  readonly computed: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sameKeys = (a: object, b: object): boolean =>
  canonicalJson(Object.keys(a).sort()) === canonicalJson(Object.keys(b).sort());

/** Every value in which two texts of one thing differ, named as deep as both have the same shape. */
export function differencesBetween(stored: unknown, computed: unknown, field: string): FieldDifference[] {
  if (canonicalJson(stored) === canonicalJson(computed)) return [];
  // A fraction is one value.
  if (isObject(stored) && isObject(computed) && !('num' in stored && sameKeys(stored, computed)))
    return [...new Set([...Object.keys(stored), ...Object.keys(computed)])].flatMap((key) =>
      differencesBetween(stored[key], computed[key], `${field}.${key}`),
    );
  if (Array.isArray(stored) && Array.isArray(computed) && stored.length === computed.length)
    return stored.flatMap((member: unknown, at) => differencesBetween(member, computed[at], `${field}.${at}`));
  return [{ field, stored, computed }];
}

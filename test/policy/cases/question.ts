import { z } from 'zod';
import { InconsistentFacts } from '../../../policy/eligibility/contradictions.ts';
import { MissingFacts } from '../../../policy/eligibility/missing-facts.ts';
import type { ParameterSnapshot } from '../../../policy/parameters/snapshot.ts';
import { caseParameters, lawWith } from './case-parameters.ts';

/** What every case says, whatever it asks. */
const common = z.strictObject({
  /** A sentence that a caseworker could check. */
  title: z.string().min(15),
  /** The rule of policy.md it tests. */
  rule: z.string().regex(/^R-[A-Z]+$/),
  ask: z.string(),
  parameters: caseParameters.default({}),
  /** Codes of the place, the narrowest first. */
  place: z.array(z.string().regex(/^\d{6,12}$/)).default(['320400']),
  expect: z.record(z.string(), z.unknown()),
});

/** What a case may expect instead of an answer. */
const refusals = z.strictObject({
  /** Paths of the facts that were not stated, all of them. */
  missing: z.array(z.string()).exactOptional(),
  /** Codes of all contradictions in the facts. */
  contradictions: z.array(z.string()).exactOptional(),
  /** A part of the message of any other error. */
  error: z.string().exactOptional(),
});

type Answer = Readonly<Record<string, unknown>>;

/** A case read and found well-formed. */
export interface Case {
  readonly title: string;
  /** What must be so; anything else the answer holds is not looked at. */
  readonly expected: Answer;
  /** Asks the policy. */
  readonly answer: () => Answer;
}

function refusal(error: unknown): Answer {
  if (error instanceof MissingFacts) return { missing: error.missing.map(({ path }) => path).sort() };
  if (error instanceof InconsistentFacts)
    return { contradictions: error.contradictions.map(({ code }) => code).sort() };
  if (error instanceof RangeError) return { error: error.message };
  throw error;
}

/** Lists of names count as sets: only what is in them matters. */
const SETS = ['failed', 'missing', 'contradictions', 'kinds', 'doubts', 'refusedBy'];
const ordered = (answer: Answer): Answer =>
  Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [
      key,
      SETS.includes(key) && Array.isArray(value) ? value.map(String).sort() : value,
    ]),
  );

/** Reads one kind of case. Throws ZodError naming every field that is wrong, unknown or left out. */
export type ReadCase = (stated: unknown) => Case;

/**
 * A question cases may ask: the fields it needs besides the common ones, what a case may expect of the answer, and how
 * the policy is asked. RangeErrors of the policy are answers too.
 */
export function question<N extends z.ZodRawShape, E extends z.ZodRawShape>(
  needs: N,
  expects: E,
  ask: (stated: z.infer<z.ZodObject<N>>, law: ParameterSnapshot) => { readonly [K in keyof E]?: unknown },
): ReadCase {
  const expect = z
    .strictObject({ ...expects })
    .partial()
    .extend(refusals.shape);
  const wellFormed = z.strictObject({ ...common.shape, ...needs, expect });
  return (stated) => {
    const read = wellFormed.parse(stated) as z.infer<typeof common> & z.infer<z.ZodObject<N>>;
    const { title, parameters, place, expect: answered } = read;
    const expected = ordered(answered);
    if (Object.keys(expected).length === 0) throw new RangeError('expects nothing');
    const law = lawWith(parameters, place);
    const answer = (): Answer => {
      try {
        return ordered(ask(read, law));
      } catch (error) {
        return refusal(error);
      }
    };
    return { title, expected, answer };
  };
}

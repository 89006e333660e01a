import { z } from 'zod';
import { catalogue, type ProblemSlug } from './catalogue.ts';
import type { Problem } from './problem.ts';

const fieldError = z.object({
  in: z.string().meta({ description: 'body, query, params or headers' }),
  field: z.string().meta({ description: 'Path of the field, as members.0.identityNumber' }),
  message: z.string(),
  messageEn: z.string(),
});

/** The body of every answer that is not a success (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'urn:problem:<slug>' }),
    title: z.string(),
    titleEn: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    detailEn: z.string().optional(),
    requestId: z.string(),
    errors: z.array(fieldError).optional(),
    reason: z.string().optional(),
    allowedActions: z.array(z.string()).optional(),
    parts: z.array(z.string()).optional(),
  })
  .meta({ id: 'Problem' });

export type ProblemBody = z.output<typeof problemSchema>;

export const problemMediaType = 'application/problem+json';

/** The body for a problem met by that request. */
export function problemBody({ slug, status, details }: Problem, requestId: string): ProblemBody {
  const { title, titleEn } = catalogue[slug];
  const { detail, errors, reason, allowedActions, parts } = details;
  return {
    type: `urn:problem:${slug}`,
    title,
    titleEn,
    status,
    ...(detail && { detail: detail.zh, detailEn: detail.en }),
    requestId,
    ...(errors && { errors: [...errors] }),
    ...(reason !== undefined && { reason }),
    ...(allowedActions && { allowedActions: [...allowedActions] }),
    ...(parts && { parts: [...parts] }),
  };
}

/** Response schemas for a route: its own problems by status, for the `response` of its schema. */
export function problems<S extends number>(...statuses: S[]) {
  const entry = (status: number) => ({
    description: (Object.keys(catalogue) as ProblemSlug[])
      .filter((slug) => catalogue[slug].status === status)
      .map((slug) => `${catalogue[slug].title} ${catalogue[slug].titleEn}`)
      .join('; '),
    content: { [problemMediaType]: { schema: problemSchema } },
  });
  return Object.fromEntries(statuses.map((status) => [status, entry(status)])) as Record<S, ReturnType<typeof entry>>;
}

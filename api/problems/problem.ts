import { catalogue, type ProblemSlug } from './catalogue.ts';

/** A message in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What is wrong with one field of the request. */
export interface FieldError {
  /** Where the field is: body, query, params, headers. */
  readonly in: string;
  /** Path of the field, as `members.0.identityNumber`. */
  readonly field: string;
  readonly message: string;
  readonly messageEn: string;
}

/** What a problem may carry beyond its kind. */
export interface ProblemDetails {
  readonly detail?: Bilingual;
  readonly errors?: readonly FieldError[];
  /** A machine-readable reason of a refusal. */
  readonly reason?: string;
  /** What the caller may do instead. */
  readonly allowedActions?: readonly string[];
  /** Parts that are not ready. */
  readonly parts?: readonly string[];
  readonly retryAfterSeconds?: number;
}

/** Thrown by routes and hooks; the one mapper turns it into `application/problem+json`. */
export class Problem extends Error {
  override name = 'Problem';
  readonly slug: ProblemSlug;
  readonly status: number;
  readonly details: ProblemDetails;

  constructor(slug: ProblemSlug, details: ProblemDetails = {}) {
    super(details.detail?.en ?? catalogue[slug].titleEn);
    this.slug = slug;
    this.status = catalogue[slug].status;
    this.details = details;
  }
}

/** The one answer for what does not exist and for what the caller may not know to exist. */
export const notFound = () => new Problem('not-found');

/** The caller's role may not do this (for a case outside the caller's division use `notFound`). */
export const forbidden = (detail?: Bilingual) => new Problem('forbidden', detail ? { detail } : {});

/** The state refuses: why, as a code and in words, and what is allowed instead. */
export const refused = (reason: string, detail: Bilingual, allowedActions: readonly string[]) =>
  new Problem('refused', { reason, detail, allowedActions });

/** The same key came with another body. */
export const keyReused = () => new Problem('idempotency-key-reused');

/** The database or Temporal is away and nothing was done. */
export const notDone = (retryAfterSeconds = 5) => new Problem('not-done', { retryAfterSeconds });

/** The command was sent and its outcome did not come back in time: the same key learns it. */
export const outcomeUnknown = (retryAfterSeconds = 2) => new Problem('outcome-unknown', { retryAfterSeconds });

/** A fault in one field that only the route can see. */
export const invalidField = (where: string, field: string, { zh, en }: Bilingual) =>
  new Problem('invalid-input', { errors: [{ in: where, field, message: zh, messageEn: en }] });

import type { FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import type { FieldError } from './problem.ts';

type Issue = z.core.$ZodIssue;

const chinese = z.locales.zhCN().localeError;
const english = z.locales.en().localeError;
const SEPARATOR = ' / ';

/** Input that its schema refuses; which part of the request it was, Fastify adds as `validationContext`. */
export class InvalidInput extends Error {
  override name = 'InvalidInput';
  readonly issues: readonly Issue[];
  validationContext?: string;

  constructor(issues: readonly Issue[]) {
    super('invalid input');
    this.issues = issues;
  }
}

/**
 * Reads data by a schema. Messages come out as `中文 / English`; a schema with a message of its own writes it in the same form. No
 * message repeats the value that was sent.
 */
export function validated<T>(schema: z.ZodType<T>, data: unknown): { value: T } | { error: InvalidInput } {
  const result = schema.safeParse(data, { error: bilingual });
  return result.success ? { value: result.data } : { error: new InvalidInput(result.error.issues) };
}

/** Compiles zod schemas for Fastify. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  (data: unknown) =>
    validated(schema, data);

/** One entry for each faulty field; an unknown field is named itself, not the object it stands in. */
export function fieldErrors({ issues, validationContext = 'body' }: InvalidInput): FieldError[] {
  const where = validationContext === 'querystring' ? 'query' : validationContext;
  return issues.flatMap((issue) => {
    const { zh, en } = split(issue.message);
    if (issue.code !== 'unrecognized_keys') return [entry(where, issue.path, zh, en)];
    return issue.keys.map((key) => entry(where, [...issue.path, key], '未知字段', 'Unknown field'));
  });
}

function entry(where: string, path: readonly PropertyKey[], message: string, messageEn: string): FieldError {
  return { in: where, field: path.map(String).join('.'), message, messageEn };
}

function bilingual(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return `必填${SEPARATOR}Required`;
  return `${textOf(chinese(issue))}${SEPARATOR}${textOf(english(issue))}`;
}

function textOf(message: string | { message: string } | undefined | null): string {
  return (typeof message === 'string' ? message : message?.message) ?? '';
}

function split(message: string): { zh: string; en: string } {
  const at = message.indexOf(SEPARATOR);
  return at < 0 ? { zh: message, en: message } : { zh: message.slice(0, at), en: message.slice(at + SEPARATOR.length) };
}

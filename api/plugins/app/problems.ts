import type { FastifyReply, FastifyRequest } from 'fastify';
import { faultOf } from '../../../platform/fault.ts';
import { ReceiptMismatch } from '../../../prisma/repositories/receipts.ts';
import { plugin } from '../../plugin.ts';
import { keyReused, notDone, notFound, outcomeUnknown, Problem } from '../../problems/problem.ts';
import { outageOf } from '../../problems/outages.ts';
import { problemBody, problemMediaType } from '../../problems/schema.ts';
import { fieldErrors, InvalidInput, validatorCompiler } from '../../problems/validation.ts';

/** The one place where errors become answers. What is not a `Problem` or a known fault tells the caller a request id only. */
export const problems = plugin('problems', ['access-log'], (app) => {
  app.setValidatorCompiler(validatorCompiler);
  app.setNotFoundHandler((request, reply) => answer(notFound(), request, reply));
  app.setErrorHandler((error, request, reply) => answer(toProblem(error, request), request, reply));
});

/** Answers with a problem; for Fastify's own errors before routing too. */
export function answer(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const retryAfter = problem.details.retryAfterSeconds;
  if (retryAfter !== undefined) void reply.header('retry-after', retryAfter);
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  return reply.code(problem.status).type(problemMediaType).send(problemBody(problem, request.id));
}

function toProblem(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof InvalidInput) return new Problem('invalid-input', { errors: fieldErrors(error) });
  if (error instanceof ReceiptMismatch) return keyReused();
  const outage = outageOf(error);
  if (outage !== undefined) {
    request.log.warn(faultOf(error), 'a part the API stands on is away');
    return outage === 'notDone' || request.method === 'GET' ? notDone() : outcomeUnknown();
  }
  const known = fastifyProblem(error);
  if (known !== undefined) return known;
  request.log.error(faultOf(error), 'request failed');
  return new Problem('internal');
}

function fastifyProblem(error: unknown): Problem | undefined {
  const status = statusOf(error);
  if (status === 400)
    return new Problem('invalid-input', { detail: { zh: '请求无法解析', en: 'The request cannot be read' } });
  if (status === 404) return notFound();
  if (status === 413) return new Problem('payload-too-large');
  if (status === 415) return new Problem('unsupported-media-type');
  if (status === 429) return new Problem('too-many-requests', { retryAfterSeconds: 10 });
  return undefined;
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

import type { FastifyRequest } from 'fastify';
import { plugin } from '../../plugin.ts';
import { notDone, outcomeUnknown } from '../../problems/problem.ts';
import { answer } from './problems.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How long the route may take, where it is not the ordinary 15 s. */
    timeLimitMs?: number;
  }
}

/** Longer than an update waits (10 s): past it, a part that hangs is a part that is away. */
const TIME_LIMIT_MS = 15_000;

/**
 * Answers for a request whose part hangs. Fastify's own `handlerTimeout` is no help: it stops its clock as soon as the body of
 * the request has been read.
 */
export const timeLimit = plugin('time-limit', ['problems'], (app) => {
  const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>();
  app.addHook('onRequest', (request, reply, done) => {
    const timer = setTimeout(() => {
      if (reply.sent) return;
      request.log.warn({ route: request.routeOptions.url }, 'no answer within the time limit');
      answer(request.method === 'GET' ? notDone() : outcomeUnknown(), request, reply);
    }, request.routeOptions.config.timeLimitMs ?? TIME_LIMIT_MS);
    timers.set(request, timer);
    done();
  });
  app.addHook('onResponse', (request, _reply, done) => {
    clearTimeout(timers.get(request));
    done();
  });
});

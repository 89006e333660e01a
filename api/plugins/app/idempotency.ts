import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { bodyHashOf, commandIdOf } from '../../access/command-id.ts';
import { plugin } from '../../plugin.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether the route acts, and so asks for an Idempotency-Key. Every route that is not a GET says so or says not. */
    acts?: boolean;
  }
  interface FastifyRequest {
    /** Names what the request asks for; the same after a repetition. Only where `config.acts`. */
    readonly commandId: string;
    /** Tells a repetition from another request under the same key. A multipart route hashes what it read itself. */
    readonly bodyHash: string;
  }
}

const keyMessage =
  'Idempotency-Key：8 至 128 个可见 ASCII 字符 / Idempotency-Key: 8 to 128 visible ASCII characters, the same when repeated';
/** Headers of a route that acts; one that takes more extends them. */
export const actHeaders = z.looseObject({
  'idempotency-key': z
    .string(keyMessage)
    .regex(/^[\x21-\x7e]{8,128}$/, keyMessage)
    .meta({ description: keyMessage }),
});

/** Asks for the Idempotency-Key on routes that act and derives the command's id and body hash. */
export const idempotency = plugin('idempotency', ['authentication'], (app) => {
  app.addHook('onRoute', (route) => {
    const reads = [route.method].flat().every((method) => ['GET', 'HEAD', 'OPTIONS'].includes(method));
    if (!reads && route.config?.acts === undefined)
      throw new Error(`${route.url} does not say whether it acts (config.acts).`);
    if (route.config?.acts === true) route.schema = { ...route.schema, headers: route.schema?.headers ?? actHeaders };
  });
  app.decorateRequest('commandId', {
    getter(this: FastifyRequest) {
      const isPublic = this.routeOptions.config.permission === 'public';
      return commandIdOf(isPublic ? 'public' : this.caller, keyOf(this));
    },
  });
  app.decorateRequest('bodyHash', {
    getter(this: FastifyRequest) {
      return bodyHashOf(this.method, this.url.split('?', 1)[0] ?? '', this.body);
    },
  });
});

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') throw new Error('Only a route with config.acts has a command id.');
  return key;
}

import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import fp from 'fastify-plugin';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Permission } from './plugins/app/permissions.ts';

/** A Fastify instance whose routes take their types from zod schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

type Register = (app: App) => void | Promise<void>;

/** A plugin whose hooks and decorators hold for the whole application. */
export function plugin(name: string, dependencies: readonly string[], register: Register) {
  return fp(async (app: FastifyInstance) => register(app.withTypeProvider<ZodTypeProvider>()), {
    name,
    dependencies: [...dependencies],
    fastify: '5.x',
  });
}

/** The routes of one resource: a scope of their own, behind authentication, authorisation and the mapping of problems. */
export function resource(name: string, register: Register) {
  return fp(async (app: FastifyInstance) => register(app.withTypeProvider<ZodTypeProvider>()), {
    name: `routes/${name}`,
    dependencies: ['problems', 'authentication', 'authorisation', 'idempotency'],
    encapsulate: true,
    fastify: '5.x',
  });
}

/** Declares one permission for the routes that a third-party plugin adds to this scope after the call: all, or those on one path. */
export function declarePermission(scope: App, permission: Permission, url?: string): void {
  scope.addHook('onRoute', (route) => {
    if (url === undefined || url === route.url) route.config = { ...route.config, permission };
  });
}

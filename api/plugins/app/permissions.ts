import type { RouteOptions } from 'fastify';
import type { StaffRole } from '../../access/caller.ts';
import { plugin } from '../../plugin.ts';

/** Who may call a route: anyone, or staff of these roles. Whether a case is theirs is asked in the route (`withinDivision`). */
export type Permission = 'public' | { readonly roles: readonly [StaffRole, ...StaffRole[]] };

declare module 'fastify' {
  interface FastifyContextConfig {
    permission?: Permission;
  }
  interface FastifyInstance {
    /** Every route with who may call it, as `GET /v1/divisions` → `public`. */
    permissions(): Readonly<Record<string, string>>;
  }
}

/**
 * Deny by default: a route without `config.permission`, or one that gives no schema for its answers, fails the boot. It stands
 * before all other plugins, so that it sees the routes they add, and checks when all are known, since a scope may declare the
 * permission for a third-party plugin's routes.
 */
export const permissions = plugin('permissions', [], (app) => {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => {
    routes.push(route);
  });
  app.decorate('permissions', () => Object.fromEntries(routes.map((route) => [nameOf(route), permissionOf(route)])));
  app.addHook('onReady', (done) => {
    const faults = routes.flatMap(faultsOf);
    done(faults.length > 0 ? new Error(`Routes refused:\n${faults.join('\n')}`) : undefined);
  });
});

const nameOf = (route: RouteOptions): string => `${[route.method].flat().join(',')} ${route.url}`;

function permissionOf({ config }: RouteOptions): string {
  if (config?.permission === undefined) return 'undeclared';
  return config.permission === 'public' ? 'public' : config.permission.roles.join(',');
}

function faultsOf(route: RouteOptions): string[] {
  const name = nameOf(route);
  const faults: string[] = [];
  if (route.config?.permission === undefined) faults.push(`  ${name} declares no config.permission`);
  const hidden = route.schema !== undefined && 'hide' in route.schema && route.schema.hide;
  if (!hidden && route.schema?.response === undefined) faults.push(`  ${name} declares no schema for its answers`);
  return faults;
}

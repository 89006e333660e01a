import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../access/caller.ts';
import { cached } from '../../access/cached.ts';
import { InvalidToken } from '../../access/tokens.ts';
import { sessionToken } from '../../access/session.ts';
import type { AppDeps } from '../../deps.ts';
import { plugin } from '../../plugin.ts';
import { forbidden, notDone, Problem } from '../../problems/problem.ts';
import { outageOf } from '../../problems/outages.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The member of staff behind the request. Reading it in a public route is a fault of the route. */
    readonly caller: Caller;
  }
  interface FastifyContextConfig {
    /** Whether the session cookie of `/signin` stands in for a token: only where the Temporal UI calls. */
    session?: boolean;
  }
}

/** A change in the register of staff holds for everyone after this long. */
const STAFF_CACHE_MS = 10_000;
const STAFF_CACHE_SIZE = 5_000;

/** Finds out who calls, for every route that is not public. */
export const authentication = ({ tokens, staff, divisions, uiOrigins }: AppDeps) =>
  plugin('authentication', ['problems'], (app) => {
    const callers = new WeakMap<FastifyRequest, Caller>();
    const callerOf = cached(STAFF_CACHE_MS, STAFF_CACHE_SIZE, (staffId) => findCaller(staffId));

    app.decorateRequest('caller', {
      getter(this: FastifyRequest) {
        const caller = callers.get(this);
        if (caller === undefined) throw new Error('A public route has no caller.');
        return caller;
      },
    });

    app.addHook('onRequest', async (request) => {
      const { permission, session } = request.routeOptions.config;
      if (permission === undefined || permission === 'public') return;
      const token = bearer(request) ?? (session === true ? sessionToken(request, uiOrigins) : undefined);
      if (token === undefined) throw new Problem('unauthenticated');
      const caller = await callerOf(await subjectOf(token, request));
      if (caller === undefined) throw forbidden(notOnRegister);
      callers.set(request, caller);
    });

    async function subjectOf(token: string, request: FastifyRequest): Promise<string> {
      try {
        return await tokens.verify(token);
      } catch (error) {
        if (error instanceof InvalidToken) {
          request.log.info({ reason: error.message }, 'token refused');
          throw new Problem('unauthenticated');
        }
        throw outageOf(error) === undefined && !isFetchFault(error) ? error : notDone();
      }
    }

    async function findCaller(staffId: string): Promise<Caller | undefined> {
      const member = await staff.find(staffId);
      if (member?.active !== true) return undefined;
      const tree = await divisions();
      return {
        staffId,
        role: member.role,
        divisionCode: member.divisionCode,
        divisionPath: tree.pathOf(member.divisionCode),
        reach: tree.reachOf(member.divisionCode),
        ...(member.deputyOf !== undefined && { deputyOf: member.deputyOf }),
      };
    }
  });

const notOnRegister = { zh: '您不在在岗人员名册中', en: 'You are not on the register of active staff' };

function bearer(request: FastifyRequest): string | undefined {
  return /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** The issuer's key set could not be fetched or read: its fault, not the token's. */
function isFetchFault(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof Error && 'code' in error && error.code === 'ERR_JOSE_GENERIC');
}

import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../policy/lifecycle/actors.ts';
import { forbidden } from '../problems/problem.ts';

/** The header in which a deputy 代理 names the colleague acted for. */
export const ON_BEHALF_OF = 'x-on-behalf-of';

/** Somebody of the public, whom the case knows by nothing but a sealed grievance. */
export const publicActor: Actor = { staffId: 'public', role: 'public', division: '32' };

/** Who acts in a request: the caller, for whom deputies name a colleague. Throws `forbidden` for anyone but the registered one. */
export function actorOf(request: FastifyRequest): Actor {
  const { staffId, role, divisionCode: division, deputyOf } = request.caller;
  const colleague = request.headers[ON_BEHALF_OF];
  if (colleague === undefined) return { staffId, role, division };
  if (typeof colleague !== 'string' || colleague !== deputyOf) throw forbidden(notTheDeputy);
  return { staffId, role, division, onBehalfOf: colleague };
}

const notTheDeputy = {
  zh: '您未登记为该人员的代理人',
  en: 'You are not registered as the deputy of this member of staff',
};

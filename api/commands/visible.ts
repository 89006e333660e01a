import type { Actor } from '../../policy/lifecycle/actors.ts';
import { covers } from '../../policy/lifecycle/divisions.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { type CasePlace, findPlace, findState } from '../../prisma/repositories/cases.ts';
import { notFound } from '../problems/problem.ts';

/**
 * Whether the actor may know of the case: it lies in the actor's division, and the verification centre was asked about it
 * (policy.md §9: it sees no case without authorisation).
 */
const mayKnow = (actor: Actor, place: CasePlace): boolean =>
  covers(actor, place) && (actor.role !== 'verificationCentre' || place.verificationAsked);

/** The place of a case that the actor may know of. Throws the same `notFound` for a missing one and for others. */
export async function visiblePlace(prisma: PrismaClient, actor: Actor, caseId: string): Promise<CasePlace> {
  return assertVisible(actor, await findPlace(prisma, caseId));
}

/** The same for a place in hand. */
export function assertVisible(actor: Actor, place: CasePlace | undefined): CasePlace {
  if (place === undefined || !mayKnow(actor, place)) throw notFound();
  return place;
}

/** The state of a case that the actor may know of. Throws `notFound` as `visiblePlace` does. */
export async function visibleState(prisma: PrismaClient, actor: Actor, caseId: string): Promise<CaseState> {
  const state = await findState(prisma, caseId);
  if (state === undefined) throw notFound();
  const { village, town, district, stage, kind } = state;
  const place = { village, town, district, stage, kind, verificationAsked: state.rounds.length > 0 };
  if (!mayKnow(actor, place)) throw notFound();
  return state;
}

import { type ExclusiveGroupName, exclusiveGroupsOf } from '../classification/exclusions.ts';
import { isByPerson, type Kind } from '../kinds.ts';
import { isClosed } from './stages.ts';
import type { CaseState } from './state.ts';

export type ExclusiveGroup = ExclusiveGroupName | Kind | 'quickAid';

/** One person held by a case in one group. */
export interface Held {
  readonly personId: string;
  readonly group: ExclusiveGroup;
}

type Case = Pick<CaseState, 'stage' | 'application' | 'procedure' | 'facts' | 'assessment' | 'decisions'> & {
  readonly kind: Kind;
  readonly subject?: string;
};

/**
 * Whom a case covers: its subject, or the members counted (all of the application until it was assessed; a tekun person or a
 * prisoner in the family is not covered by its dibao).
 */
export function personsCovered({ kind, subject, facts, assessment }: Case): readonly string[] {
  if (isByPerson(kind)) return subject === undefined ? [] : [subject];
  const counted = assessment?.countedMembers;
  return facts.members.map(({ personId }) => personId).filter((id) => counted?.includes(id) ?? true);
}

/**
 * Whom a case keeps out of what. From acceptance: a second case of its kind. From confirmation: the kinds that exclude it, so that
 * one may apply for the next kind while the present one still pays, and it is confirmed once that has ended. Nobody once closed.
 */
export function heldBy(state: Case): readonly Held[] {
  const { acceptedOn } = state.application;
  if (acceptedOn === undefined || isClosed(state.stage)) return [];
  const confirmed = state.decisions.some((decision) => decision.kind === 'confirmed');
  const groups: readonly ExclusiveGroup[] = [
    // Quick aid in an emergency may stand beside an ordinary application for what goes beyond it [T26].
    state.procedure?.mode === 'emergency' ? 'quickAid' : state.kind,
    ...(confirmed ? exclusiveGroupsOf(state.kind, acceptedOn) : []),
  ];
  const persons = personsCovered(state);
  return groups.flatMap((group) => persons.map((personId) => ({ personId, group })));
}

import { assessOrphan, assessUnattendedChild } from '../amounts/children.ts';
import { assessDibao } from '../amounts/dibao.ts';
import { assessSinglePersonDibao } from '../amounts/single-person.ts';
import { assessTekun } from '../amounts/tekun.ts';
import { assessTemporaryAssistance } from '../amounts/temporary-assistance.ts';
import { assessEdge } from '../eligibility/edge.ts';
import type { HouseholdFacts } from '../eligibility/facts.ts';
import { assessRigidExpenditure } from '../eligibility/rigid-expenditure.ts';
import type { Kind } from '../kinds.ts';
import type { ParameterSnapshot } from '../parameters/snapshot.ts';
import type { Assessment, AssessmentDates } from './assessment.ts';

/**
 * Right and amount for one kind of help. `personId` names whom it is about, for a kind given by person; it is ignored otherwise.
 * Throws InconsistentFacts and MissingFacts, each naming everything at once, RangeError for a day on which a parameter has no
 * value or a person who is no member.
 */
export type Assess = (
  facts: HouseholdFacts,
  on: AssessmentDates,
  snapshot: ParameterSnapshot,
  personId?: string,
) => Assessment;

const assessors: Readonly<Record<Kind, Assess>> = {
  dibao: assessDibao,
  dibaoSinglePerson: assessSinglePersonDibao,
  tekun: assessTekun,
  dibaoEdge: assessEdge,
  rigidExpenditure: assessRigidExpenditure,
  temporaryAssistance: assessTemporaryAssistance,
  orphan: assessOrphan,
  deFactoUnattendedChild: assessUnattendedChild,
};

/** Assesses one kind of help (see `Assess`). */
export const assess = (
  kind: Kind,
  facts: HouseholdFacts,
  on: AssessmentDates,
  snapshot: ParameterSnapshot,
  personId?: string,
): Assessment => assessors[kind](facts, on, snapshot, personId);

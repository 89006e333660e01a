import type { PlainDate } from '../dates.ts';
import type { ParameterSnapshot } from '../parameters/snapshot.ts';
import { edgeEligible } from './edge.ts';
import type { HouseholdFacts } from './facts.ts';

/** The kind of help to look at next, so that nobody leaves the window without it [D43 §27; policy.md §3.1]. */
export type NextKind = 'dibaoEdge' | 'temporaryAssistance';

/** 低保边缘 where income and property fit it, else 临时救助, which stays open to all. */
export const nextKindOf = (facts: HouseholdFacts, assessedOn: PlainDate, snapshot: ParameterSnapshot): NextKind =>
  edgeEligible(facts, { assessedOn }, snapshot).eligible ? 'dibaoEdge' : 'temporaryAssistance';

import { assess } from '../../../policy/assessment/assess.ts';
import type { Assessment } from '../../../policy/assessment/assessment.ts';
import { nextKinds } from '../../../policy/classification/next-kinds.ts';
import { monthOf, nextMonth } from '../../../policy/dates.ts';
import type { CaseEvent } from '../../../policy/lifecycle/events.ts';
import { evolve } from '../../../policy/lifecycle/evolve.ts';
import type { CaseState, Decision } from '../../../policy/lifecycle/state.ts';
import { brokenLinkIn, type StoredEvent } from '../../../prisma/repositories/case-log.ts';
import { decisionDifferences } from './decided-amount.ts';
import { differencesBetween, type FieldDifference } from './differences.ts';
import type { KeptLaw } from './kept-law.ts';
import { type Recorded, recordedIn } from './recorded.ts';

/** A difference with its place in the record. */
export interface Difference extends FieldDifference {
  readonly caseId: string;
  readonly seq: number;
}

/** What computing one case again found. */
export interface CaseOutcome {
  readonly decisions: number;
  /** Of these, how many rest on no assessment: corrections and endings that others than the means decided. */
  readonly notComputed: number;
  /** Opinions and proposals, which are computed as decisions are. */
  readonly proposals: number;
  readonly differences: readonly Difference[];
}

/** Folds a case and computes again everything it decided, each from the facts as they stood and the parameters it names. */
export async function redecideCase(caseId: string, events: readonly StoredEvent[], law: KeptLaw): Promise<CaseOutcome> {
  const differences: Difference[] = [];
  const counts = { decisions: 0, notComputed: 0, proposals: 0 };
  const add = (seq: number, found: readonly FieldDifference[]) =>
    differences.push(...found.map((difference) => ({ caseId, seq, ...difference })));
  const broken = brokenLinkIn(caseId, events);
  if (broken !== undefined) add(broken, [{ field: 'hash', stored: 'broken', computed: 'the chain of entries' }]);
  let state: CaseState | undefined;
  for (const { seq, data: event } of events) {
    const recorded = state && recordedIn(state, event);
    if (state && recorded) {
      counts[recorded.decision ? 'decisions' : 'proposals'] += 1;
      if (!recorded.assessment) counts.notComputed += 1;
      add(seq, await compare(state, event, recorded, law));
    }
    try {
      state = evolve(state, event, caseId);
    } catch (error) {
      add(seq, [{ field: 'event', stored: event.type, computed: wordsOf(error) }]);
      break;
    }
  }
  return { ...counts, differences };
}

async function compare(before: CaseState, event: CaseEvent, recorded: Recorded, law: KeptLaw) {
  const { assessment: stored, decision, facts, field } = recorded;
  const computed = stored && (await computedAgain(before, stored, facts, law));
  if (typeof computed === 'string') return [{ field, stored: 'an assessment', computed }];
  return [
    ...(stored && computed ? differencesBetween(stored, computed, field) : []),
    ...(decision ? decisionDifferences(before, event, decision, computed) : []),
    ...(decision && stored ? await nextKindDifferences(before, decision, stored, recorded.facts, law) : []),
  ];
}

/** What a refusal names to look at next: decided by the same law as the assessment, on the same day. */
async function nextKindDifferences(
  before: CaseState,
  { kind, decidedOn, nextKinds: named }: Decision,
  { parameterVersion }: Assessment,
  facts: Recorded['facts'],
  law: KeptLaw,
): Promise<FieldDifference[]> {
  if (kind !== 'refused' || named === undefined) return [];
  const on = { assessedOn: decidedOn, benefitMonth: nextMonth(monthOf(decidedOn)) };
  const computed = nextKinds(facts, on, await law(parameterVersion, before), before.kind, before.subject);
  return differencesBetween(named, computed, 'decision.nextKinds');
}

/** The assessment made again, or why it cannot be. */
async function computedAgain(
  before: CaseState,
  stored: Assessment,
  facts: Recorded['facts'],
  law: KeptLaw,
): Promise<Assessment | string> {
  if (!('on' in stored)) return 'the record does not say by which dates it was assessed';
  try {
    const snapshot = await law(stored.parameterVersion, before);
    const { incomeParts, ...computed } = assess(before.kind, facts, stored.on, snapshot, before.subject);
    // Records of before the parts of the income were kept have their sum.
    return { ...computed, ...(incomeParts && stored.incomeParts && { incomeParts }) };
  } catch (error) {
    return wordsOf(error);
  }
}

/** What the law says of facts it cannot judge; anything else is no finding but a failure of the run. */
function wordsOf(error: unknown): string {
  if (error instanceof RangeError || error instanceof TypeError) return error.message;
  throw error;
}

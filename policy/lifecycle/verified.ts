import type { PlainDate } from '../dates.ts';
import { KNOWN_BY } from '../eligibility/temporary-assistance.ts';
import type { HouseholdFacts } from '../eligibility/facts.ts';
import type { CaseState, VerificationRound } from './state.ts';

const isReported = (round: VerificationRound): boolean => round.status === 'reported';
const isValidOn =
  (date: PlainDate) =>
  (round: VerificationRound): boolean =>
    isReported(round) && round.validTo !== undefined && round.validTo >= date;

/** Whether the means of this household have to be verified under its procedure; so they do before one is known. */
export function verificationNeeded(state: CaseState, facts: HouseholdFacts = state.facts): boolean {
  switch (state.procedure?.verification ?? 'always') {
    case 'always':
      return true;
    case 'unlessKnown':
      return !facts.onKinds?.some((kind) => KNOWN_BY.includes(kind));
    case 'none':
      return false;
  }
}

const missing = (state: CaseState, facts: HouseholdFacts, counts: (round: VerificationRound) => boolean): string[] => {
  if (!verificationNeeded(state, facts)) return [];
  const covered = new Set(state.rounds.filter(counts).flatMap((round) => round.persons));
  return facts.members.map((member) => member.personId).filter((personId) => !covered.has(personId));
};

/** Members whom no report covers yet: verification is complete when all have been matched [D57 §17]. */
export const unverified = (state: CaseState, facts: HouseholdFacts = state.facts): string[] =>
  missing(state, facts, isReported);

/** Members whom no report covers that may still be relied on (policy.md §7). */
export const withoutValidReport = (state: CaseState, date: PlainDate, facts: HouseholdFacts = state.facts): string[] =>
  missing(state, facts, isValidOn(date));

/** Whose means may be matched: who signed, or agreed as a supporter. */
export const mayBeMatched = ({ authorisations, supporterConsents }: CaseState): string[] => [
  ...authorisations.map(({ personId }) => personId),
  ...supporterConsents,
];

/** Members who have not signed, nor anybody for them [D57 §9; L26 §40]. */
export const unauthorised = (state: CaseState, facts: HouseholdFacts = state.facts): string[] =>
  facts.members
    .map((member) => member.personId)
    .filter((personId) => !state.authorisations.some((signed) => signed.personId === personId));

/** Whether a finding "not qualified" 核对不符 stands: contested too, until a re-examination overturns it; another round does not. */
export const isFoundNotQualified = ({ rounds }: Pick<CaseState, 'rounds'>): boolean =>
  rounds.some(({ status }) => status === 'notQualified' || status === 'reexamining');

export const openRound = (state: CaseState): VerificationRound | undefined =>
  state.rounds.find((round) => round.status === 'requested' || round.status === 'running');

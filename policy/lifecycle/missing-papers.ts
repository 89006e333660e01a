import type { Context } from './context.ts';
import { startClock } from './deadlines.ts';
import type { CaseEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { standingLimits } from '../procedures/limits.ts';
import type { CaseState } from './state.ts';
import { unauthorised } from './verified.ts';

/** Signatures 签字 that lack: authorisations by member, consents by the mark of the supporter in the facts. */
export interface MissingSignatures {
  readonly authorisations: readonly string[];
  readonly consents: readonly string[];
}

/** What lacks besides papers: every authorisation, and the consent of every supporter outside who could give it [L26 §41]. */
export const missingSignatures = (state: CaseState): MissingSignatures => ({
  authorisations: unauthorised(state),
  consents: [...new Set(supportersOutside(state))].filter((mark) => !hasConsented(state, mark)),
});

/** Marks of the supporters, one by one: whoever is a member authorises, whoever cannot be asked is not asked. */
const supportersOutside = ({ facts }: CaseState): string[] =>
  facts.members
    .flatMap(({ supporters }) => supporters ?? [])
    .filter(({ id, impediment }) => impediment === undefined && !facts.members.some(({ personId }) => personId === id))
    .map(({ id }) => id);

/** By the mark named with the consent, or the person where the mark is the person's id. */
const hasConsented = ({ supporterConsents, supportersConsented }: CaseState, mark: string): boolean =>
  supporterConsents.includes(mark) || (supportersConsented ?? []).includes(mark);

/** Whether the notice asked for signatures alone and none of them lacks any more. */
function signaturesAreThere(state: CaseState): boolean {
  const { papersRequested, signaturesRequested } = state.application;
  if (state.stage !== 'awaitingPapers' || papersRequested?.length !== 0 || !signaturesRequested) return false;
  const { authorisations, consents } = missingSignatures(state);
  return (
    !signaturesRequested.authorisations.some((personId) => authorisations.includes(personId)) &&
    !signaturesRequested.consents.some((mark) => consents.includes(mark))
  );
}

/** Back to acceptance: its clock runs anew. */
export const backToAcceptance = ({ law, today }: Context) => ({
  stage: 'submitted' as const,
  stopped: [{ name: 'papers' as const }],
  started: [acceptanceClock({ law, today })],
});

/** The clock for accepting, declining or asking for papers. */
export const acceptanceClock = ({ law, today }: Pick<Context, 'law' | 'today'>) =>
  startClock(law, 'acceptance', today, standingLimits.acceptance);

/** `event`, and with it the way back to acceptance if it brought the last signature the notice asked for. */
export const leadingBack = (context: Context, event: CaseEvent): CaseEvent =>
  signaturesAreThere(evolve(context.state, event, context.state.caseId))
    ? { ...event, ...backToAcceptance(context) }
    : event;

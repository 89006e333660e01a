import type { CaseAnswer, CaseMessage } from '../../contracts/case.ts';
import type { Stage } from '../../policy/lifecycle/stages.ts';

/** A message for one case, with what its run shows in the Temporal UI if it has to be started first. */
export interface CaseDelivery {
  readonly caseId: string;
  readonly message: CaseMessage;
  readonly signs: { readonly stage: Stage; readonly kind: string; readonly town: string };
  /** There is no run yet: this message founds the case. */
  readonly founds: boolean;
}

/** The way to a case's run. Real: Temporal; in tests without servers: the lifecycle itself. */
export interface CaseGateway {
  /**
   * Delivers the message and waits at most ten seconds for its stored outcome. A refusal, also one before anything was written,
   * is an answer. Rejects as the driver does when the way is barred (`problems/outages.ts` says what that means to the caller).
   */
  deliver(delivery: CaseDelivery): Promise<CaseAnswer>;
}

import type { Client } from '@temporalio/client';
import { type CaseInput, caseWorkflow, type LawChange, lawChanged } from '../../contracts/case.ts';
import { caseStart, type CaseSigns } from '../../contracts/case-start.ts';
import type { CivilInstant } from '../../policy/dates.ts';
import { inFlight } from '../training/in-flight.ts';

const MOST_IN_FLIGHT = 50;

export interface TellDeps {
  readonly client: Client;
  readonly taskQueue: string;
  readonly training: boolean;
  /** On a training stack: resolves when what the case was told before is stored. */
  readonly settled?: (caseId: string, at: CivilInstant) => Promise<void>;
}

/** A case, with what the list of workflows shows if its run has to be started from the record. */
export interface CaseToTell extends CaseSigns {
  readonly caseId: string;
}

/** Has each of `cases` load the law anew. Told twice, a case finds nothing left to do. */
export async function tellCases(deps: TellDeps, cases: readonly CaseToTell[], change: LawChange): Promise<void> {
  await inFlight(cases, MOST_IN_FLIGHT, async ({ caseId, ...signs }) => {
    const input: CaseInput = { caseId, training: deps.training };
    await deps.client.workflow.signalWithStart(caseWorkflow, {
      ...caseStart(input, deps.taskQueue, signs),
      signal: lawChanged,
      signalArgs: [change],
    });
    await deps.settled?.(caseId, change.at);
  });
}

import type { Procedure } from '../procedures/procedure.ts';
import type { Actor } from './actors.ts';
import type { CaseState, Decision } from './state.ts';

type Level = Decision['level'];

/** Who decides under a procedure; where the amount says so, `byAmount` as found with the opinion: nothing yet is the town's (R-AUTH). */
export const deciderUnder = (procedure: Procedure | undefined, byAmount?: Level): Level =>
  procedure === undefined ? 'district' : procedure.decider === 'byAmount' ? (byAmount ?? 'town') : procedure.decider;

/** Who decides 审核确认 the application: the one place that says so. */
export const deciderOf = (state: Pick<CaseState, 'procedure' | 'decider'>): Level =>
  deciderUnder(state.procedure, state.decider);

/** The role that decides at a level. */
export const deciderRole = (level: Level): Actor['role'] => (level === 'town' ? 'townApprover' : 'districtApprover');

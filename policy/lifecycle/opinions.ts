import { deciderOf } from './decider.ts';
import type { Context } from './context.ts';
import type { CaseEvent } from './events.ts';
import type { CaseState } from './state.ts';
import type { Stage } from './stages.ts';
import { enter } from './steps.ts';
import { postedInVillage, takeDown } from './postings.ts';
import { isFoundNotQualified } from './verified.ts';

/** Whether an opinion is written and waits for the town's approver, where the district decides. */
export const awaitsSignature = (state: CaseState): boolean => {
  const opinion = state.opinions.at(-1);
  return (
    deciderOf(state) === 'district' &&
    opinion !== undefined &&
    opinion.signedBy === undefined &&
    opinion.superseded !== true
  );
};

/**
 * Whether the town's opinion stands 初审意见有效: favourable, signed where the district decides, on facts that still hold, and hung for its
 * whole time where the procedure posts.
 */
export const opinionStands = (state: CaseState): boolean => {
  const opinion = state.opinions.at(-1);
  return (
    opinion?.favourable === true &&
    opinion.superseded !== true &&
    !awaitsSignature(state) &&
    (state.procedure?.posting === false || postedInVillage(state))
  );
};

const afterOpinion: readonly Stage[] = [
  'opinionDue',
  'postingDue',
  'posting',
  'reinvestigating',
  'forwarding',
  'confirming',
  'districtPosting',
];

/**
 * What changes the facts under an opinion already written leads back to a new one: `event` enters `opinionDue`, and a posting still
 * up comes down. Without an opinion nothing has to be taken back; whoever was found not qualified gets no new one (assumption).
 */
export function reopenOpinion(context: Context, event: CaseEvent): readonly CaseEvent[] {
  const { state } = context;
  if (state.opinions.length === 0 || !afterOpinion.includes(state.stage) || isFoundNotQualified(state)) return [event];
  const entry = enter(context, 'opinionDue');
  return [{ ...event, ...entry, stopped: [...(event.stopped ?? []), ...entry.stopped] }, ...takeDown(context)];
}

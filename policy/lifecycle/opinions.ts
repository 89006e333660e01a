import { deciderOf } from './decider.ts';
import type { Context } from './context.ts';
import type { CaseEvent } from './events.ts';
import type { CaseState } from './state.ts';
import type { Stage } from './stages.ts';
import { enter } from './steps.ts';
import { takeDown } from './postings.ts';
import { refusal } from './refusals.ts';

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

export const unfavourable = () =>
  refusal(
    'opinion-unfavourable',
    '初审意见为不予确认，不能直接确认。',
    'The town proposed to refuse; refuse with the ground instead.',
  );

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
 * up comes down. Without an opinion nothing has to be taken back.
 */
export function reopenOpinion(context: Context, event: CaseEvent): readonly CaseEvent[] {
  const { state } = context;
  if (state.opinions.length === 0 || !afterOpinion.includes(state.stage)) return [event];
  const entry = enter(context, 'opinionDue');
  return [{ ...event, ...entry, stopped: [...(event.stopped ?? []), ...entry.stopped] }, ...takeDown(context)];
}

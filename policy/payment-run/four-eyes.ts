import { type Actor, eyesOf } from '../lifecycle/actors.ts';
import type { PaymentRun, RunStepName } from './run.ts';

/** Steps of which nobody may take two [policy.md §9]: who orders the drawing up, checks, approves and pays are four persons. */
const separate: readonly RunStepName[] = ['order', 'drawUp', 'check', 'approve', 'sendToBank'];

/** The step that the actor's eyes, or those of the colleague stood in for, have taken already. */
export function stepTakenBefore(run: PaymentRun, step: RunStepName, actor: Actor): RunStepName | undefined {
  if (!separate.includes(step)) return undefined;
  return run.steps.find(
    (taken) => separate.includes(taken.step) && eyesOf(actor).some((person) => taken.eyes.includes(person)),
  )?.step;
}

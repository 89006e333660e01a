import { type Actor, eyesOf } from '../lifecycle/actors.ts';
import type { PaymentRun, RunStepName } from './run.ts';

/** Steps of which nobody may take two [policy.md §9]: who orders the drawing up, checks, approves and pays are four persons. */
const separate: readonly RunStepName[] = ['order', 'drawUp', 'check', 'approve', 'sendToBank'];

/** Who pays lines again neither checked, approved nor paid the run [assumption]; ordering it, or paying again before, is no hindrance. */
const beforeRepay: readonly RunStepName[] = ['check', 'approve', 'sendToBank'];

/** The step that the actor's eyes, or those of the colleague stood in for, have taken already. */
export function stepTakenBefore(run: PaymentRun, step: RunStepName, actor: Actor): RunStepName | undefined {
  const others = step === 'repay' ? beforeRepay : separate.includes(step) ? separate : [];
  return run.steps.find(
    (taken) => others.includes(taken.step) && eyesOf(actor).some((person) => taken.eyes.includes(person)),
  )?.step;
}

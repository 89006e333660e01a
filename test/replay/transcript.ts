import type { Actor } from '../../policy/lifecycle/actors.ts';
import type { CaseCommand } from '../../policy/lifecycle/commands.ts';
import type { CaseEvent } from '../../policy/lifecycle/events.ts';
import type { StackCase } from '../workflows/case/case-stack.ts';
import { ACase } from '../policy/lifecycle/a-case.ts';

type Step = { readonly actor: Actor; readonly when: string; readonly command: CaseCommand } | { readonly to: string };

/** A case led in memory that writes down what was done to it, so that it can be done to a case on the stack. */
export class Transcript extends ACase {
  readonly steps: Step[] = [];
  #giving = false;

  override give(actor: Actor, when: string, command: CaseCommand): readonly CaseEvent[] {
    this.#giving = true;
    const events = super.give(actor, when, command);
    this.#giving = false;
    this.steps.push({ actor, when, command });
    return events;
  }

  override passTo(when: string): readonly CaseEvent[] {
    // A command lets clocks strike by itself, here as on the stack.
    if (!this.#giving) this.steps.push({ to: when.length === 10 ? `${when}T00:00:00` : when });
    return super.passTo(when);
  }

  async playOn(it: StackCase): Promise<void> {
    for (const step of this.steps) {
      if ('to' in step) await it.advanceTo(step.to);
      else await it.take(step.actor, step.when, step.command);
    }
  }
}

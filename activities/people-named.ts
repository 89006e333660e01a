import type { CaseEvent } from '../policy/lifecycle/events.ts';
import type { CaseState } from '../policy/lifecycle/state.ts';

/** Keys under which state and events name people by their ids of the register. */
const single = ['personId', 'signer', 'head'];
const several = ['persons', 'supporterConsents'];

/** Ids of everybody whom the case or these events name: members, signers, supporters outside, whoever filed. */
export function peopleNamed(before: CaseState | undefined, events: readonly CaseEvent[]): string[] {
  const ids = new Set<string>();
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) collect(item);
    else if (typeof value === 'object' && value !== null)
      for (const [key, member] of Object.entries(value) as [string, unknown][]) {
        if (single.includes(key) && typeof member === 'string') ids.add(member);
        else if (several.includes(key) && Array.isArray(member)) for (const id of member) ids.add(String(id));
        else collect(member);
      }
  };
  collect({ before, events });
  return [...ids];
}

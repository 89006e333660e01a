import { dateOf } from '../dates.ts';
import type { ParameterSnapshot } from '../parameters/snapshot.ts';
import { procedureOn } from '../procedures/procedure-for.ts';
import { deciderUnder } from './decider.ts';
import type { CaseEvent, SettledByNewTown } from './events.ts';
import type { CaseState } from './state.ts';

/**
 * A transfer to another town with what the law there, `parameters`, settles; any other event as it is. The run carries the law of the town
 * left, so this is for whoever stores the event to fill in, as with a draw.
 */
export function withNewTown(
  state: CaseState,
  event: CaseEvent,
  parametersOf: (place: { readonly town: string; readonly district: string }) => ParameterSnapshot,
): CaseEvent {
  if (event.type !== 'townTransferred' || event.data.town === state.town) return event;
  const parameters = parametersOf(event.data);
  const { kind, decider, proceeding } = state;
  const settled: SettledByNewTown = {
    level: deciderUnder(procedureOn(kind, dateOf(event.at), parameters), decider),
    ...(proceeding && { procedure: procedureOn(kind, proceeding.openedOn, parameters) }),
  };
  return { ...event, data: { ...event.data, settled } };
}

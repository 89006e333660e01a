import type { CivilInstant, PlainDate } from '../dates.ts';
import { dateOf } from '../dates.ts';
import type { Law } from '../law.ts';
import type { Actor } from './actors.ts';
import { eyesOf } from './actors.ts';
import type { CommandOf, CommandType } from './commands.ts';
import type { CaseEvent, EventData, EventType } from './events.ts';
import type { Refusal } from './refusals.ts';
import { refusal } from './refusals.ts';
import type { CaseState } from './state.ts';

/** What a rule of the lifecycle may look at: the folded state, the instant given, who acts, and the law carried by the run. */
export interface Context {
  readonly state: CaseState;
  readonly at: CivilInstant;
  readonly today: PlainDate;
  readonly actor: Actor;
  readonly law: Law;
}

export const contextOf = (state: CaseState, at: CivilInstant, actor: Actor, law: Law): Context => ({
  state,
  at: at < state.at ? state.at : at,
  today: dateOf(at < state.at ? state.at : at),
  actor,
  law,
});

/** What a command leads to: the events to append (none: it changes nothing), or why the case refuses. */
export type Answer = readonly CaseEvent[] | Refusal;

export const isRefusal = (answer: Answer): answer is Refusal => 'code' in answer;

export type Deciders<T extends CommandType> = {
  readonly [K in T]: (context: Context, command: CommandOf<K>) => Answer;
};

type Shared = Pick<CaseEvent, 'stage' | 'started' | 'stopped' | 'grants' | 'documents' | 'draw'>;

/** An event of this moment by this actor. */
export const happened = <T extends EventType>(
  context: Context,
  type: T,
  data: EventData[T],
  shared: Shared = {},
): CaseEvent<T> => ({ type, version: 1, at: context.at, by: context.actor, data, ...shared });

/** Four eyes: refuses whoever already had a hand in the case through `earlier` steps, themselves or by a deputy. */
export function sameEyes(
  actor: Pick<Actor, 'staffId' | 'onBehalfOf'>,
  earlier: readonly string[],
  zh: string,
  en: string,
): Refusal | undefined {
  const known = eyesOf(actor).some((eye) => earlier.includes(eye));
  return known
    ? refusal('four-eyes', `${zh}，须由另一人办理。`, `${en}; another person has to do this step.`)
    : undefined;
}

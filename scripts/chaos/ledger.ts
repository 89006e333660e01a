import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandIdOf } from '../../api/access/command-id.ts';
import { type ApiCaller, ApiClient, type ApiClientOptions, ApiProblem } from '../walk/api-client.ts';
import type { Chance } from './chance.ts';

/** What a caller was told of one key, for good. */
export interface LedgerEntry {
  readonly path: string;
  /** The name of the command in the record: of caller and key. */
  readonly commandId: string;
  readonly told: Told;
}

export type Told =
  | { readonly done: unknown }
  /** The case or run said no, with its reason. */
  | { readonly refused: string };

/** How large a share of the requests is sent twice at once, as by an impatient hand. */
const TWINS = 0.2;
/** Its refusals are no last word: the move is asked for again under the same key. */
const CALENDAR = '/v1/training/calendar';
/** An answer that no caller should get is asked for again so often, so that the run goes on. */
const FAULTS_BORNE = 20;

/**
 * A client of the API that keeps what it was told of each key, as a careful caller would, to be compared with the record. Some
 * requests go out twice at once under one key.
 */
export class Ledger extends ApiClient {
  readonly entries: LedgerEntry[] = [];
  /** Answers that an outage does not excuse, as 500. */
  readonly faults: string[] = [];
  /** Requests sent twice at once that were told two different things. */
  readonly contradictions: string[] = [];
  twins = 0;
  readonly #chance: Chance;

  constructor(options: ApiClientOptions, chance: Chance) {
    super(options);
    this.#chance = chance;
  }

  override asStaff(staffId: string): ApiCaller {
    return this.#witnessed(super.asStaff(staffId), { staffId });
  }

  override asPublic(): ApiCaller {
    return this.#witnessed(super.asPublic(), 'public');
  }

  #witnessed(caller: ApiCaller, who: { readonly staffId: string } | 'public'): ApiCaller {
    return {
      get: (path, answer) => this.#persist(() => caller.get(path, answer)),
      post: async (path, body, answer, key = randomUUID()) => {
        const once = () => this.#persist(() => caller.post(path, body, answer, key));
        // Civil time has one mover: a second request while it moves is refused.
        const twin = path !== CALENDAR && this.#chance.happens(TWINS);
        if (twin) this.twins += 1;
        const [first, second] = await Promise.allSettled(twin ? [once(), once()] : [once()]);
        const keep = (told: Told) => this.entries.push({ path, commandId: commandIdOf(who, key), told });
        if (second && tellingOf(first) !== tellingOf(second))
          this.contradictions.push(`${path}: ${tellingOf(first)} and ${tellingOf(second)}`);
        if (first.status === 'fulfilled') {
          keep({ done: first.value });
          return first.value;
        }
        if (path !== CALENDAR && first.reason instanceof ApiProblem && first.reason.status === 409)
          keep({ refused: first.reason.reason ?? 'refused' });
        throw first.reason;
      },
    };
  }

  async #persist<T>(ask: () => Promise<T>): Promise<T> {
    for (let borne = 0; ; borne += 1) {
      try {
        return await ask();
      } catch (error) {
        const fault = error instanceof ApiProblem && error.status >= 500;
        if (fault) this.faults.push(error.message);
        if (!fault || error.status === 503 || borne === FAULTS_BORNE) throw error;
        await sleep(500);
      }
    }
  }
}

/** What must be the same for both of two simultaneous requests: the outcome, not what the case allows by the time it is read. */
function tellingOf(settled: PromiseSettledResult<unknown> | undefined): string {
  if (settled?.status === 'fulfilled') {
    const answer = settled.value;
    return typeof answer === 'object' && answer !== null && 'seq' in answer ? `done, ${String(answer.seq)}` : 'done';
  }
  const reason: unknown = settled?.reason;
  return reason instanceof ApiProblem ? `${reason.status} ${reason.reason ?? ''}` : String(reason);
}

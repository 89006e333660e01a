import type { CaseAnswer, CaseMessage, LawChange } from '../../contracts/case.ts';
import type { CivilInstant } from '../../policy/dates.ts';

type Due = { readonly nextDue?: CivilInstant };

/** Whoever put a letter in waits for one of the two: an answer, or word that the outcome is unknown. */
interface Waiting<A> {
  readonly answer: (answer: A) => void;
  readonly fail: (error: Error) => void;
}

/** A command 指令, a step of the training calendar, or word that the law changed. */
export type Letter =
  | ({ readonly kind: 'command'; readonly message: CaseMessage } & Waiting<CaseAnswer>)
  | ({ readonly kind: 'advance'; readonly to: CivilInstant } & Waiting<Due>)
  | { readonly kind: 'lawChanged'; readonly change: LawChange };

/**
 * First in, first out. The promises are plain ones: a wait of Temporal's own would end when somebody cancels the workflow, and
 * the caller would be told of a failure while the command is carried out.
 */
export class Inbox {
  #letters: Letter[] = [];

  get size(): number {
    return this.#letters.length;
  }

  command(message: CaseMessage): Promise<CaseAnswer> {
    return new Promise((answer, fail) => {
      this.#letters.push({ kind: 'command', message, answer, fail });
    });
  }

  advance(to: CivilInstant): Promise<Due> {
    return new Promise((answer, fail) => {
      this.#letters.push({ kind: 'advance', to, answer, fail });
    });
  }

  lawChanged(change: LawChange): void {
    this.#letters.push({ kind: 'lawChanged', change });
  }

  /** The letter to carry out next; it stays in the inbox until `done`. */
  first(): Letter | undefined {
    return this.#letters[0];
  }

  done(): void {
    this.#letters.shift();
  }

  /** Tells everybody who waits that nothing is known of the outcome, and forgets the letters. */
  failAll(error: Error): void {
    for (const letter of this.#letters) if (letter.kind !== 'lawChanged') letter.fail(error);
    this.#letters = [];
  }
}

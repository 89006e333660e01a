import { condition } from '@temporalio/workflow';
import type { CaseAnswer, CaseMessage } from '../../contracts/case.ts';
import type { CivilInstant } from '../../policy/dates.ts';

/** A command, and whoever waits for its answer. */
export interface CommandLetter {
  readonly kind: 'command';
  readonly message: CaseMessage;
  answer?: CaseAnswer;
}

/** The training calendar has reached an instant. */
export interface AdvanceLetter {
  readonly kind: 'advance';
  readonly to: CivilInstant;
  answer?: { readonly nextDue?: CivilInstant };
}

/** A holiday notice was loaded. */
export interface LawLetter {
  readonly kind: 'lawChanged';
  readonly year: number;
  readonly at: CivilInstant;
  answer?: true;
}

export type Letter = CommandLetter | AdvanceLetter | LawLetter;

/** First in, first out; whoever puts a letter in waits until the loop has answered it. */
export class Inbox {
  readonly #letters: Letter[] = [];

  get size(): number {
    return this.#letters.length;
  }

  put(letter: Letter): void {
    this.#letters.push(letter);
  }

  async settled<L extends Letter>(letter: L): Promise<NonNullable<L['answer']>> {
    this.put(letter);
    await condition(() => letter.answer !== undefined);
    return letter.answer as NonNullable<L['answer']>;
  }

  /** The letter to carry out next; it stays in the inbox until `done`. */
  first(): Letter | undefined {
    return this.#letters[0];
  }

  done(): void {
    this.#letters.shift();
  }
}

/** Why the case says no: a code for programs, words for people, what to do next included. */
export interface Refusal {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

export const refusal = (code: string, zh: string, en: string): Refusal => ({ code, zh, en });

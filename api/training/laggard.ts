/** A case or run that did not answer in time: the calendar stops where it stands and goes on when asked again. */
export class Laggard extends Error {
  override name = 'Laggard';
  /** Id of the case or run. */
  readonly who: string;

  constructor(who: string, seconds: number, cause: unknown) {
    super(`${who} has not answered within ${seconds} s.`, { cause });
    this.who = who;
  }
}

/** A fact the law asks about and nobody has stated. Names persons by id only. */
export interface MissingFact {
  /** Where the fact belongs in the household's facts, such as `members.p1.selfCare`. */
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

/** Thrown by an assessment that cannot be made yet; lists every fact that is missing, so that all can be asked at once. */
export class MissingFacts extends RangeError {
  readonly missing: readonly MissingFact[];
  constructor(missing: readonly MissingFact[]) {
    super(`facts are missing: ${missing.map(({ path, en }) => `${path} (${en})`).join('; ')}`);
    this.name = 'MissingFacts';
    this.missing = missing;
  }
}

import type { Assessment } from '../assessment/assessment.ts';
import type { Wording } from '../eligibility/condition.ts';
import type { Difficulty } from '../eligibility/facts.ts';
import type { MissingFact } from '../eligibility/missing-facts.ts';
import type { Kind } from '../kinds.ts';

/** A kind that fits, with whom it is for where it is given by person. */
export interface KindFound {
  readonly kind: Kind;
  readonly personId?: string;
}

/** A kind nobody can judge yet, and what to ask for. */
export interface Undetermined extends KindFound {
  readonly missing: readonly MissingFact[];
}

/** Another department to be asked, whose reply is due (社会救助法 §§24–31, 64). */
export interface Referral {
  readonly difficulty: Difficulty;
  readonly department: Wording;
  readonly article: string;
}

/** One application looked through for every kind of help (policy R-CLS). Plain JSON. */
export interface Classification {
  /** The set of kinds that fit together, exclusions applied. */
  readonly kinds: readonly KindFound[];
  /** Every kind tested, eligible or not, in the order of the law. */
  readonly assessments: readonly Assessment[];
  readonly undetermined: readonly Undetermined[];
  readonly referrals: readonly Referral[];
  readonly parameterVersion: string;
}

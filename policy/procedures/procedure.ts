import type { Kind, Mode } from '../kinds.ts';
import type { Limit } from '../lifecycle/deadlines.ts';
import type { Regime } from './regimes.ts';

/**
 * The steps, limits and deciders that the law prescribes for one kind of help under one regime, delegation and mode (policy.md
 * §§3.4–3.6, 5.2, 5.3). Plain data: the one lifecycle asks it instead of the kind.
 */
export interface Procedure {
  readonly kind: Kind;
  readonly mode: Mode;
  readonly regime: Regime;
  readonly delegated: boolean;
  /** Who decides 审核确认: the district, the town the power was delegated to, or known only with the amount (`deciderOf`). */
  readonly decider: 'town' | 'district' | 'byAmount';
  /** R2012 lets only the head of household apply [D220 §9]. */
  readonly applicant: 'head' | 'anyMember';
  /** Whether verification comes before the survey [D220 §20] or runs beside it. */
  readonly investigation: 'verificationFirst' | 'parallel';
  /** `unlessKnown`: not again for a household that has help by its means already [T23 二(二)]. */
  readonly verification: 'always' | 'unlessKnown' | 'none';
  /** `remoteAllowed`: by phone or video too [WP20 一5]. */
  readonly survey: 'atHome' | 'remoteAllowed' | 'none';
  readonly appraisal: 'always' | 'onObjection' | 'optional' | 'never';
  /** Whether the town writes an opinion before the decision; quick aid is decided on the application. */
  readonly opinion: boolean;
  /** From which day the limit of the first opinion counts. */
  readonly opinionCountsFrom: 'investigation' | 'acceptance';
  /** Whether a favourable opinion hangs in the village before the decision. */
  readonly posting: boolean;
  readonly postingCountsFrom: 'acceptance' | 'appraisal' | 'opinion';
  /** After an objection the new opinion goes forward [D57 §19], or hangs again [D43 §15]. */
  readonly objection: 'forward' | 'postAgain';
  readonly limits: {
    readonly surveyStart?: Limit;
    readonly verificationRequest: Limit;
    readonly verificationStart: Limit;
    readonly verificationResult: Limit;
    /** Survey and verification together, from acceptance. */
    readonly investigation: Limit;
    readonly appraisal: Limit;
    /** The first opinion, counted as `opinionCountsFrom` says; a later one gets a working day. */
    readonly opinion: Limit;
    readonly postingStart: Limit;
    readonly posting: Limit;
    readonly objection: Limit;
    readonly forward: Limit;
    readonly districtOpinion?: Limit;
    readonly districtDecision: Limit;
    /** All steps together, from acceptance; none where the regime only limits the steps. */
    readonly total?: Limit;
    /** What `extendLimit` stretches the total to; none where the regime knows no extension. */
    readonly special?: Limit;
    readonly notice: Limit;
    /** What was paid at once has its papers by then. */
    readonly papers?: Limit;
  };
  /** The district posts its opinion and decides after it [D220 §29]. */
  readonly districtPosting?: { readonly posting: Limit; readonly decision: Limit; readonly objection: Limit };
  /** R2012 also visits doubtful cases [D220 §26]. */
  readonly visitsDoubtful: boolean;
  /** The parameter with the share of arrivals that the district draws for a visit. */
  readonly spotCheck?: 'dibao.spotCheckShare' | 'tekun.spotCheckShare';
  /** First month of the benefit: after the decision, or that of the decision. */
  readonly benefitFrom: 'nextMonth' | 'sameMonth';
  /** Published after the decision 公布. */
  readonly publication: boolean;
  /** Until it is ended, for one payment, or as long as the assessment says. */
  readonly term: 'open' | 'once' | 'limited';
  /** Period of the recheck 定期复核: by class A, B, C, or this parameter; none where the right is not looked at again. */
  readonly recheck?: 'byClass' | 'recheck.tekun' | 'recheck.children';
  readonly gradualExit: boolean;
  /** An ending hangs in the village first and counts from the month after its decision [D43 §26]. */
  readonly endingPosted: boolean;
  /** Paid first: person, reason, amount and signatures are recorded afterwards [T23 二(二)]. */
  readonly papersAfterPayment: boolean;
  /** Has a self-care class that is assessed anew when it changes [D43 §23]. */
  readonly selfCare: boolean;
}

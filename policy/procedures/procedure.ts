import type { Limit } from '../lifecycle/deadlines.ts';
import type { Regime } from './regimes.ts';

/** The steps, limits and deciders that the law prescribes for dibao under one regime and delegation (policy.md §5.2). Plain data. */
export interface Procedure {
  readonly regime: Regime;
  readonly delegated: boolean;
  /** Who decides 审核确认: the district, or the town the power was delegated to. */
  readonly decider: 'town' | 'district';
  /** R2012 lets only the head of household apply [D220 §9]. */
  readonly applicant: 'head' | 'anyMember';
  /** Whether verification comes before the survey [D220 §20] or runs beside it. */
  readonly investigation: 'verificationFirst' | 'parallel';
  readonly appraisal: 'always' | 'onObjection';
  readonly limits: {
    readonly surveyStart?: Limit;
    readonly verificationRequest: Limit;
    readonly verificationStart: Limit;
    readonly verificationResult: Limit;
    /** Survey and verification together, from acceptance. */
    readonly investigation: Limit;
    readonly appraisal: Limit;
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
  };
  /** The district posts its opinion and decides after it [D220 §29]. */
  readonly districtPosting?: { readonly posting: Limit; readonly decision: Limit; readonly objection: Limit };
  /** R2012 also visits doubtful cases [D220 §26]. */
  readonly visitsDoubtful: boolean;
}

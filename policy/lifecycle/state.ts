import type { Assessment } from '../assessment/assessment.ts';
import type { CivilInstant, PlainDate, YearMonth } from '../dates.ts';
import type { HouseholdFacts } from '../eligibility/facts.ts';
import type { KindFound } from '../classification/classification.ts';
import type { Kind } from '../kinds.ts';
import type { Fen } from '../money.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Regime } from '../procedures/regimes.ts';
import type {
  ChangeKind,
  Channel,
  EndReason,
  Outcome,
  Paper,
  RecheckClass,
  ServiceMethod,
  Surveyor,
  VerificationAnswer,
  VerificationSource,
} from './commands.ts';
import type { Deadline } from './deadlines.ts';
import type { MissingSignatures } from './missing-papers.ts';
import type { Stage } from './stages.ts';

export interface Authorisation {
  readonly personId: string;
  readonly by: 'self' | 'guardian' | 'agent';
  readonly signer?: string;
  readonly file: string;
  readonly mandate?: string;
  readonly signedOn: PlainDate;
}

/** One question 核对 to the platform, with its answers by source and person. */
export interface VerificationRound {
  readonly round: number;
  readonly requestedOn: PlainDate;
  /** Everybody whose eyes the request used. */
  readonly requestedBy: readonly string[];
  readonly persons: readonly string[];
  readonly sources: readonly VerificationSource[];
  readonly answers: readonly (VerificationAnswer & { readonly on: PlainDate; readonly late: boolean })[];
  readonly status: 'requested' | 'running' | 'reported' | 'notQualified' | 'reexamining';
  /** The report's day and the last day it may be relied on. */
  readonly reportedOn?: PlainDate;
  readonly validTo?: PlainDate;
  /** Why it was concluded without the sources that kept silent. */
  readonly concludedOn?: string;
}

export interface Doubt {
  readonly id: string;
  readonly round: number;
  readonly source: VerificationSource;
  readonly personId: string;
  readonly openedOn: PlainDate;
  readonly outcome?: 'cleared' | 'amountChanged' | 'stopped';
}

export interface HomeVisit {
  readonly visitedOn: PlainDate;
  readonly surveyors: readonly Surveyor[];
  readonly recordedBy: readonly string[];
  readonly agrees: boolean;
  readonly summary: string;
}

export interface Opinion {
  readonly no: number;
  readonly favourable: boolean;
  readonly ground: string;
  readonly writtenBy: readonly string[];
  readonly writtenOn: PlainDate;
  readonly signedBy?: readonly string[];
  /** A correction, a doubt, an objection or a finding "not qualified" came after it: it counts no more. */
  readonly superseded?: true;
  readonly recheckClass: RecheckClass;
}

export interface Objection {
  readonly id: string;
  readonly raisedOn: PlainDate;
  readonly finding?: { readonly upheld: boolean; readonly text: string; readonly on: PlainDate };
}

/** A notice 公示 with its days, its objections and the hash of what was shown. */
export interface Posting {
  readonly no: number;
  readonly scope: 'village' | 'district';
  readonly place: string;
  readonly from: PlainDate;
  readonly lastDay: PlainDate;
  readonly endedOn?: PlainDate;
  /** Taken down before its time: it does not count as posted. */
  readonly early?: true;
  /** An ending of this proceeding hangs, not an application [D43 §26]. */
  readonly proceeding?: number;
  readonly objections: readonly Objection[];
}

export interface SpotCheck {
  /** Place in the district's queue of arrivals, where one is drawn in three. */
  readonly arrival?: number;
  readonly drawn: boolean;
  /** Why a home visit of the decider is still due: a visit empties it, what arises later fills it again. */
  readonly visitDue: readonly ('drawn' | 'relative' | 'complaint' | 'doubt')[];
  /** From this day on a visit counts: the arrival for the decision, or what made a visit due since. */
  readonly visitFrom?: PlainDate;
  readonly visit?: {
    readonly visitedOn: PlainDate;
    readonly by: readonly string[];
    readonly agrees: boolean;
    readonly summary: string;
  };
}

export interface Decision {
  readonly no: number;
  readonly kind: 'confirmed' | 'refused' | Outcome | 'ended' | 'corrected';
  readonly decidedOn: PlainDate;
  readonly decidedBy: readonly string[];
  readonly level: 'town' | 'district';
  readonly ground: string;
  /** First benefit month it counts for. */
  readonly from?: YearMonth;
  readonly to?: YearMonth;
  /** Fen a month. */
  readonly amount: Fen;
  readonly assessment?: Assessment;
  /** The kinds of help to look at next, named in a refusal or a stop [D43 §27]. */
  readonly nextKinds?: readonly KindFound[];
  /** In older records, which named one. */
  readonly nextKind?: Kind;
}

/** A right to an amount for months, both ends included; open where `to` is missing. */
export interface GrantSpan {
  readonly from: YearMonth;
  readonly to?: YearMonth;
  readonly amount: Fen;
  readonly decision: number;
}

/** A recheck or a change under way 复核, 变更 during payment. */
export interface Proceeding {
  readonly no: number;
  readonly openedOn: PlainDate;
  readonly regime: Regime;
  readonly procedure: Procedure;
  readonly reasons: readonly {
    readonly kind: 'recheck' | 'birthday' | ChangeKind;
    readonly on: PlainDate;
    readonly personId?: string;
  }[];
  readonly proposal?: {
    readonly outcome: Outcome;
    readonly assessment: Assessment;
    readonly facts: HouseholdFacts;
    readonly recheckClass: RecheckClass;
    readonly rightAtLastDecision: boolean;
    readonly changedSince: boolean;
    readonly ground: string;
    readonly withinPovertyAlleviation?: boolean;
    readonly proposedBy: readonly string[];
    readonly proposedOn: PlainDate;
  };
  /** The hearing on the proposal as it stands: there once its notice is issued. */
  readonly views?: {
    /** Number of the notice 听取意见通知书. */
    readonly notice?: string;
    readonly servedOn?: PlainDate;
    readonly heardOn?: PlainDate;
    readonly silent?: boolean;
  };
}

export interface DocumentRecord {
  readonly number: string;
  readonly kind: string;
  readonly sha256: string;
  readonly on: PlainDate;
  readonly served?: { readonly on: PlainDate; readonly method: ServiceMethod };
}

/** Everything a case is, folded from its events. Plain JSON. */
export interface CaseState {
  readonly caseId: string;
  /** Number of the last event; 0 before the first. */
  readonly seq: number;
  /** Instant of the last event: instants never go back. */
  readonly at: CivilInstant;
  readonly kind: Kind;
  /** Whom it is for, where the kind is by person. */
  readonly subject?: string;
  readonly stage: Stage;
  readonly village: string;
  readonly town: string;
  readonly district: string;
  /** The day of the last move within the city, if there was one. */
  readonly movedOn?: PlainDate;
  readonly application: {
    readonly id: string;
    readonly channel: Channel;
    readonly roll: 'urban' | 'rural';
    readonly head: string;
    readonly filedBy?: { readonly personId: string; readonly mandate?: string };
    readonly needs: readonly string[];
    readonly causeOfHardship: string;
    readonly submittedOn?: PlainDate;
    readonly acceptedOn?: PlainDate;
    readonly acceptedBy?: readonly string[];
    /** The papers that the one-time notice 一次性告知 asked for. */
    readonly papersRequested?: readonly string[];
    /** The signatures that it asked for; none in older records. */
    readonly signaturesRequested?: MissingSignatures;
  };
  readonly facts: HouseholdFacts;
  /** Members whose death is reported. */
  readonly died?: readonly string[];
  readonly papers: readonly Paper[];
  readonly authorisations: readonly Authorisation[];
  readonly supporterConsents: readonly string[];
  /** Marks in the facts of the supporters who consented, where they were said. */
  readonly supportersConsented?: readonly string[];
  readonly relatives: readonly { readonly staffId: string; readonly personId: string; readonly relation: string }[];
  readonly complaints: readonly { readonly id: string; readonly on: PlainDate; readonly answeredOn?: PlainDate }[];
  readonly accountId?: string;
  readonly regime?: Regime;
  readonly procedure?: Procedure;
  /** Who decides, where the amount says so: known with the opinion. */
  readonly decider?: Decision['level'];
  /** Set once the limit was extended to 45 working days. */
  readonly extended?: { readonly ground: string; readonly on: PlainDate; readonly by: readonly string[] };
  readonly rounds: readonly VerificationRound[];
  readonly doubts: readonly Doubt[];
  readonly surveyStartedOn?: PlainDate;
  readonly visits: readonly HomeVisit[];
  readonly appraisals: readonly {
    readonly heldOn: PlainDate;
    readonly conclusion: 'agrees' | 'disagrees' | 'disputed';
    /** After a disputed one: surveyed again since. */
    readonly resurveyed?: true;
  }[];
  readonly assessment?: Assessment;
  readonly opinions: readonly Opinion[];
  readonly postings: readonly Posting[];
  readonly spotCheck?: SpotCheck;
  readonly districtOpinion?: {
    readonly favourable: boolean;
    /** Everybody who wrote one so far. */
    readonly by: readonly string[];
    readonly ground: string;
    /** District postings before it: the next one is its own. */
    readonly postingsBefore: number;
    readonly superseded?: true;
  };
  readonly decisions: readonly Decision[];
  readonly grants: readonly GrantSpan[];
  readonly published?: PlainDate;
  readonly papersCompletedOn?: PlainDate;
  readonly recheckClass?: RecheckClass;
  readonly proceeding?: Proceeding;
  readonly proceedings: number;
  readonly suspension?: {
    readonly from: YearMonth;
    readonly ground: 'unreachable' | 'doubtUncleared';
    readonly by: readonly string[];
    /** Who releases: the level that suspended; after a move to another town the one that decides there. */
    readonly level: Decision['level'];
  };
  /** Months never to be paid: suspended and released without arrears. */
  readonly withheld: readonly { readonly from: YearMonth; readonly to: YearMonth }[];
  readonly corrections: readonly {
    readonly no: number;
    readonly ofSeq: number;
    readonly facts: HouseholdFacts;
    readonly ground: string;
    readonly proposedBy: readonly string[];
    readonly approvedOn?: PlainDate;
  }[];
  readonly documents: readonly DocumentRecord[];
  readonly deadlines: readonly Deadline[];
  /** Who has taken which task on. */
  readonly assignees: Readonly<Record<string, string>>;
  readonly ended?: {
    readonly reason: EndReason | 'refused' | 'withdrawn' | 'terminated' | 'lapsed' | 'notAccepted';
    readonly on: PlainDate;
    readonly nextKinds?: readonly KindFound[];
  };
}

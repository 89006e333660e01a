import type { Assessment } from '../assessment/assessment.ts';
import type { KindFound } from '../classification/classification.ts';
import type { CivilInstant, PlainDate, YearMonth } from '../dates.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Regime } from '../procedures/regimes.ts';
import type { Actor } from './actors.ts';
import type { CommandOf, CommandType, EndReason, RecheckClass } from './commands.ts';
import type { Deadline, DeadlineName } from './deadlines.ts';
import type { DocumentKind } from './documents.ts';
import type { MissingSignatures } from './missing-papers.ts';
import type { Stage } from './stages.ts';
import type { CaseState, Decision, Doubt, GrantSpan, Posting, Proceeding, SpotCheck } from './state.ts';

type Said<T extends CommandType> = Omit<CommandOf<T>, 'type'>;

/** What the law of the new town 迁入地 says of a case that moves there. */
export interface SettledByNewTown {
  /** Who decides there on the day of the transfer: whoever releases a suspension from then on. */
  readonly level: Decision['level'];
  /** The procedure of the recheck or change under way: the regime of its opening (R-REG), who decides by the law of the new town (R-AUTH). */
  readonly procedure?: Procedure;
}

/** The type says it all. */
type Nothing = Readonly<Record<string, never>>;

/** What happened, by type: the facts that only this event carries. */
export interface EventData {
  // intake 申请受理
  applicationDrafted: Said<'draftApplication'>;
  applicationAmended: Said<'amendApplication'>;
  authorisationRecorded: Said<'recordAuthorisation'>;
  supporterConsented: Said<'recordSupporterConsent'>;
  relativeRegistered: Said<'registerRelative'>;
  applicationSubmitted: Nothing;
  /** Without the signatures in older records. */
  papersRequested: Said<'requestPapers'> & Partial<MissingSignatures>;
  papersSupplied: Said<'supplyPapers'>;
  applicationAccepted: {
    readonly regime: Regime;
    readonly procedure: Procedure;
    readonly visitDue: SpotCheck['visitDue'];
    /** Where the amount says who decides and no opinion comes before. */
    readonly decider?: Decision['level'];
  };
  applicationDeclined: Said<'declineApplication'>;
  applicationLapsed: Nothing;
  caseWithdrawn: Said<'withdraw'>;
  caseTerminated: Said<'terminate'>;
  // verification 核对
  verificationRequested: { readonly round: number; readonly persons: readonly string[] };
  verificationStarted: { readonly round: number };
  verificationAnswered: Said<'recordVerificationAnswers'> & {
    readonly late: boolean;
    readonly doubts: readonly Doubt[];
    /** Set when the last expected answer came: the report is issued and may be relied on until then. */
    readonly validTo?: PlainDate;
  };
  verificationConcluded: Said<'concludeVerification'> & { readonly validTo: PlainDate };
  doubtCleared: Said<'clearDoubt'>;
  foundNotQualified: Said<'findNotQualified'>;
  verificationContested: Said<'contestVerification'>;
  verificationReexamined: Said<'reexamine'>;
  contestLapsed: Nothing;
  // village review 入户调查、民主评议、公示
  surveyStarted: Said<'startSurvey'>;
  homeVisitRecorded: Said<'recordHomeVisit'>;
  investigationCompleted: Nothing;
  appraisalHeld: Said<'recordAppraisal'>;
  opinionWritten: {
    readonly facts: CaseState['facts'];
    readonly assessment: Assessment;
    readonly favourable: boolean;
    readonly recheckClass: RecheckClass;
    readonly ground: string;
    /** Where the amount says who decides. */
    readonly decider?: Decision['level'];
  };
  opinionSigned: Nothing;
  postingStarted: Omit<Posting, 'endedOn' | 'early' | 'objections'>;
  objectionRaised: Said<'raiseObjection'>;
  limitExtended: Said<'extendLimit'>;
  objectionInvestigated: Said<'investigateObjection'>;
  /** `early`: taken down before its time, because the facts under it changed or the application ended. */
  postingEnded: { readonly no: number; readonly early?: true };
  // confirmation 审核确认
  forwarded: Nothing;
  districtVisitRecorded: Said<'recordDistrictVisit'>;
  districtOpinionWritten: Said<'writeDistrictOpinion'>;
  decided: { readonly decision: Decision };
  decisionPublished: Said<'publish'>;
  papersCompleted: Said<'completePapers'>;
  // while in payment 动态管理
  changeReported: Said<'reportChange'>;
  proceedingOpened: { readonly proceeding: Proceeding };
  proceedingWidened: { readonly reason: Proceeding['reasons'][number] };
  accountChanged: Said<'changeAccount'>;
  headChanged: Said<'changeHead'>;
  /** `settled`: filled in by `append`, which knows the law of the new town; absent where the town stays the same, and in older records. */
  townTransferred: Said<'transferTown'> & { readonly settled?: SettledByNewTown };
  adjustmentProposed: { readonly proposal: NonNullable<Proceeding['proposal']> };
  viewsNoticeIssued: Nothing;
  viewsNoticeServed: Said<'serveViewsNotice'>;
  viewsRecorded: Partial<Said<'recordViews'>> & { readonly silent: boolean };
  adjustmentDecided: { readonly decision: Decision };
  /** Fen a head and month; the decision is there where the amount rises. */
  standardApplied: { readonly standard: number; readonly decision?: Decision };
  paymentSuspended: Said<'suspendPayment'> & { readonly from: YearMonth };
  paymentReleased: Said<'releasePayment'> & { readonly heldFrom: YearMonth; readonly heldTo: YearMonth };
  caseEnded: { readonly reason: EndReason; readonly decision?: Decision; readonly nextKinds?: readonly KindFound[] };
  // records, corrections, hands 送达、更正、交接
  serviceRecorded: Said<'recordService'>;
  complaintRecorded: Said<'recordComplaint'>;
  complaintAnswered: Said<'answerComplaint'>;
  correctionProposed: Said<'proposeCorrection'> & { readonly no: number };
  corrected: { readonly correction: number };
  /** Who found the decision `corrects` wrong, on which ruling, and how the recipient was heard. */
  decisionCorrected: Omit<Said<'correctDecision'>, 'decision' | 'amounts' | 'ground'> & {
    readonly decision: Decision;
    readonly corrects: number;
  };
  reassigned: Said<'reassign'>;
  taskTaken: { readonly task: string; readonly staffId: string };
  // clocks 期限
  deadlineMissed: { readonly deadline: Deadline };
  /** The year whose notice came out; absent: the parameters of the law changed. */
  deadlinesRecounted: { readonly year?: number };
}

export type EventType = keyof EventData;

/** Which document 文书 the step issues; `append` numbers, renders and hashes it in the event's own transaction. */
export interface DocumentOrder {
  readonly kind: DocumentKind;
  readonly number?: string;
  readonly sha256?: string;
}

/**
 * The draw of at least `percent` of the arrivals of a district, kind and quarter. `append` fills in the rest from the committed seed:
 * what the draw is computed again from. Draws of before the seeds had quarters lack `seed`, `commitment` and `block`.
 */
export interface SpotCheckOrder {
  readonly percent: number;
  /** Id of the seed, `<kind>-<district>-<first day of the quarter>`, and the sha256 it was committed to. */
  readonly seed?: string;
  readonly commitment?: string;
  /** One of so many arrivals is drawn. */
  readonly block?: number;
  /** Place among the arrivals drawn with the seed in such blocks, from 1. */
  readonly arrival?: number;
  readonly drawn?: boolean;
}

/** One event of the legal record. The optional parts are folded alike for every type. */
export type CaseEvent<T extends EventType = EventType> = {
  [K in T]: {
    readonly type: K;
    readonly version: 1;
    readonly at: CivilInstant;
    readonly by: Actor;
    readonly data: EventData[K];
    /** The stage entered. */
    readonly stage?: Stage;
    /** Clocks started (or started anew) and clocks stopped: the ledger of the clock. */
    readonly started?: readonly Deadline[];
    readonly stopped?: readonly { readonly name: DeadlineName; readonly of?: string }[];
    /** The right to payments from the first span's month on, replacing what stood for those months. */
    readonly grants?: readonly GrantSpan[];
    readonly documents?: readonly DocumentOrder[];
    /** Entering confirmation, the case queues for the spot check: `append` gives it its place and draws. */
    readonly draw?: SpotCheckOrder;
  };
}[T];

/** What an event of one type does to the state, beyond the parts that every event may carry. */
export type Folds<T extends EventType> = {
  readonly [K in T]: (state: CaseState, event: CaseEvent<K>) => CaseState;
};

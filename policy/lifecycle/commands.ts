import type { PlainDate, YearMonth } from '../dates.ts';
import type { HouseholdFacts } from '../eligibility/facts.ts';
import type { Kind } from '../kinds.ts';
import type { Fen } from '../money.ts';
import type {
  ChangeKind,
  Channel,
  Hearing,
  Outcome,
  Paper,
  RecheckClass,
  ServiceMethod,
  Signature,
  SurveyWay,
  Surveyor,
  VerificationAnswer,
} from './vocabulary.ts';

export * from './vocabulary.ts';

/** One command union: everything a person, the clock or a partner may ask of a case. `type` selects the body. */
export type CaseCommand =
  // intake 申请受理
  | {
      readonly type: 'draftApplication';
      readonly applicationId: string;
      /** What is applied for; dibao if not said (older records). */
      readonly kind?: Kind;
      /** Whom it is for, a member: exactly for kinds by person. */
      readonly subject?: string;
      readonly channel: Channel;
      readonly village: string;
      readonly town: string;
      /** The district that decides: for 经开区's six towns the managing body (`managedBy`). */
      readonly district: string;
      /** Roll category 城乡; since the standards were unified only the recheck period of R2012 differs. */
      readonly roll: 'urban' | 'rural';
      readonly head: string;
      /** The one who files, when it is not the head: any member, or an agent with a mandate. */
      readonly filedBy?: { readonly personId: string; readonly mandate?: string };
      readonly facts: HouseholdFacts;
      readonly needs: readonly string[];
      readonly causeOfHardship: string;
      /** Account version in the register, if already known. */
      readonly accountId?: string;
      readonly papers: readonly Paper[];
    }
  | {
      readonly type: 'amendApplication';
      readonly facts?: HouseholdFacts;
      readonly accountId?: string;
      readonly papers?: readonly Paper[];
    }
  | {
      readonly type: 'recordAuthorisation';
      readonly personId: string;
      readonly by: 'self' | 'guardian' | 'agent';
      /** The guardian or agent who signed, as a person of the register. */
      readonly signer?: string;
      readonly file: string;
      readonly mandate?: string;
    }
  | {
      readonly type: 'recordSupporterConsent';
      readonly personId: string;
      readonly file: string;
      /** Which supporter of the facts this person is, by the mark there. */
      readonly supporter?: string;
    }
  | {
      readonly type: 'registerRelative';
      readonly staffId: string;
      readonly personId: string;
      readonly relation: string;
    }
  | { readonly type: 'submitApplication' }
  /** What is missing besides signatures: those the case adds by itself. */
  | { readonly type: 'requestPapers'; readonly missing: readonly string[] }
  | { readonly type: 'supplyPapers'; readonly papers: readonly Paper[] }
  | { readonly type: 'acceptApplication' }
  | { readonly type: 'declineApplication'; readonly reason: string }
  | { readonly type: 'withdraw'; readonly reason?: string }
  | { readonly type: 'terminate'; readonly ground: string }
  // verification 核对
  | { readonly type: 'requestVerification'; readonly persons?: readonly string[] }
  | { readonly type: 'startVerification'; readonly round: number }
  | {
      readonly type: 'recordVerificationAnswers';
      readonly round: number;
      readonly answers: readonly VerificationAnswer[];
    }
  | {
      readonly type: 'concludeVerification';
      readonly round: number;
      readonly ground: string;
      readonly papers: readonly Paper[];
    }
  | {
      readonly type: 'clearDoubt';
      readonly doubt: string;
      readonly outcome: 'cleared' | 'amountChanged' | 'stopped';
      readonly by: 'phone' | 'letter' | 'visit';
      readonly note: string;
    }
  | { readonly type: 'findNotQualified'; readonly round: number; readonly ground: string }
  | { readonly type: 'contestVerification'; readonly round: number; readonly evidence: readonly Paper[] }
  | { readonly type: 'reexamine'; readonly round: number; readonly upheld: boolean; readonly ground: string }
  // village review 入户调查、民主评议、公示
  | { readonly type: 'startSurvey'; readonly surveyors: readonly string[] }
  | {
      readonly type: 'recordHomeVisit';
      readonly visitedOn: PlainDate;
      /** At home if not said; by phone or video in an epidemic, the recording then stands for the signed sheet. */
      readonly by?: SurveyWay;
      readonly surveyors: readonly Surveyor[];
      readonly memberPresent: Signature;
      readonly agrees: boolean;
      readonly summary: string;
      readonly photos: readonly string[];
    }
  | {
      readonly type: 'recordAppraisal';
      readonly heldOn: PlainDate;
      readonly attendance: Readonly<Record<'town' | 'villageOrganisation' | 'residents' | 'representatives', number>>;
      readonly conclusion: 'agrees' | 'disagrees' | 'disputed';
      readonly record: string;
      readonly signatures: readonly string[];
    }
  | {
      readonly type: 'writeOpinion';
      readonly facts: HouseholdFacts;
      readonly recheckClass: RecheckClass;
      /** 'refuse' where a condition the assessment cannot see failed; the ground names it. */
      readonly proposal: 'grant' | 'refuse';
      readonly ground: string;
    }
  | { readonly type: 'signOpinion' }
  | { readonly type: 'startPosting'; readonly place: string }
  | { readonly type: 'raiseObjection'; readonly objectionId: string }
  | {
      readonly type: 'extendLimit';
      readonly ground: 'objection' | 'registeredElsewhere' | 'crossPlace' | 'hardSurvey';
      readonly note: string;
    }
  | {
      readonly type: 'investigateObjection';
      readonly objectionId: string;
      readonly upheld: boolean;
      readonly finding: string;
    }
  // confirmation 审核确认
  | { readonly type: 'forward' }
  | {
      readonly type: 'recordDistrictVisit';
      readonly visitedOn: PlainDate;
      readonly visitors: readonly Surveyor[];
      readonly agrees: boolean;
      readonly summary: string;
    }
  | { readonly type: 'writeDistrictOpinion'; readonly proposal: 'grant' | 'refuse'; readonly ground: string }
  | { readonly type: 'confirm' }
  | { readonly type: 'refuse'; readonly ground: string }
  | { readonly type: 'publish'; readonly place: string }
  /** After payment at once: who got how much for what, with all signatures [T23 二(二)]. */
  | {
      readonly type: 'completePapers';
      readonly personId: string;
      readonly reason: string;
      readonly amount: Fen;
      readonly signatures: readonly Signature[];
    }
  // while in payment 动态管理
  | {
      readonly type: 'reportChange';
      readonly kind: ChangeKind;
      readonly happenedOn: PlainDate;
      readonly personId?: string;
      readonly note: string;
      readonly papers: readonly Paper[];
    }
  | { readonly type: 'changeAccount'; readonly accountId: string }
  | { readonly type: 'changeHead'; readonly head: string }
  | {
      readonly type: 'transferTown';
      readonly village: string;
      readonly town: string;
      readonly district: string;
      readonly movedOn: PlainDate;
    }
  | {
      readonly type: 'proposeAdjustment';
      readonly facts: HouseholdFacts;
      readonly recheckClass: RecheckClass;
      /** Only this counts for accuracy (policy.md §6): was the last decision right on its own day? */
      readonly rightAtLastDecision: boolean;
      readonly changedSince: boolean;
      readonly outcome: Outcome;
      /** Within the poverty-alleviation period 脱贫攻坚期, where the law gives a longer gradual exit (policy.md R-GX). */
      readonly withinPovertyAlleviation?: boolean;
      readonly ground: string;
    }
  | {
      readonly type: 'serveViewsNotice';
      readonly servedOn: PlainDate;
      readonly method: ServiceMethod;
      readonly receipt?: string;
    }
  | { readonly type: 'recordViews'; readonly views: string; readonly file?: string }
  | {
      readonly type: 'decideAdjustment';
      readonly outcome: Outcome;
      readonly gradualExitMonths?: number;
      readonly ground: string;
    }
  | { readonly type: 'suspendPayment'; readonly ground: 'unreachable' | 'doubtUncleared'; readonly note: string }
  | { readonly type: 'releasePayment'; readonly arrears: boolean; readonly ground: string }
  | {
      readonly type: 'endCase';
      readonly reason: 'ownWish' | 'movedOut' | 'custody' | 'memberDied';
      readonly happenedOn: PlainDate;
      readonly note: string;
    }
  // records, corrections, hands 送达、更正、交接
  | {
      readonly type: 'recordService';
      readonly document: string;
      readonly method: ServiceMethod;
      readonly servedOn: PlainDate;
      readonly receipt?: string;
    }
  | { readonly type: 'recordComplaint'; readonly complaintId: string }
  | { readonly type: 'answerComplaint'; readonly complaintId: string; readonly answer: string }
  | {
      readonly type: 'proposeCorrection';
      readonly ofSeq: number;
      readonly facts: HouseholdFacts;
      readonly ground: string;
    }
  | { readonly type: 'approveCorrection'; readonly correction: number }
  | {
      readonly type: 'correctDecision';
      readonly decision: number;
      readonly by: 'authority' | 'reconsideration' | 'court';
      /** Months from which the right amounts are set, each until the next; 0 ends the right. */
      readonly amounts: readonly { readonly from: YearMonth; readonly amount: Fen }[];
      readonly ground: string;
      /** The ruling of the reviewing authority or court. */
      readonly ruling?: string;
      /** The hearing on it, where the authority itself lowers or ends a right [L26 §48]. */
      readonly hearing?: Hearing;
    }
  | { readonly type: 'reassign'; readonly from: string; readonly to: string }
  | { readonly type: 'takeTask'; readonly task: string }
  // the calendar and the law 日历与政策
  | { readonly type: 'recountDeadlines'; readonly year?: number };

export type CommandType = CaseCommand['type'];
export type CommandOf<T extends CommandType> = Extract<CaseCommand, { readonly type: T }>;

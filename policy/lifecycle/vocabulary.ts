import type { PlainDate } from '../dates.ts';

/** How the application came in (policy.md §5.2 "Facts to keep"). */
export const channels = ['self', 'agent', 'villageReport', 'dataMatch', 'conversion', 'hotline'] as const;
export type Channel = (typeof channels)[number];

/** Sources 核对数据项 the verification platform is asked about (policy.md §7). */
export const verificationSources = [
  'householdRegistration',
  'marriage',
  'vehicles',
  'realEstate',
  'businessRegistration',
  'tax',
  'socialInsurance',
  'housingFund',
  'deposits',
  'securities',
  'disability',
  'custody',
] as const;
export type VerificationSource = (typeof verificationSources)[number];

export const recheckClasses = ['A', 'B', 'C'] as const;
/** Recheck class 分类 (policy.md §6): A income hardly changes, B fairly stable, C able to work. */
export type RecheckClass = (typeof recheckClasses)[number];

export interface Paper {
  readonly kind: string;
  /** sha256 of the stored, encrypted file. */
  readonly file: string;
  readonly personId?: string;
}

export interface Signature {
  readonly personId: string;
  /** sha256 of the signed sheet. */
  readonly file: string;
}

export interface Surveyor {
  /** A member of staff, or a contracted social worker named by licence. */
  readonly staffId?: string;
  readonly socialWorkerLicence?: string;
  readonly file: string;
}

export interface VerificationAnswer {
  readonly source: VerificationSource;
  readonly personId: string;
  readonly finding: 'agrees' | 'differs' | 'noRecord';
  readonly note?: string;
}

export const changeKinds = [
  'memberAdded',
  'memberLeft',
  'memberDied',
  'incomeChanged',
  'propertyChanged',
  'tookUpWork',
  'selfCareChanged',
  'movedOut',
  'custody',
  'ownWish',
  'other',
] as const;
/** Changes 变化情况 that reopen the amount or the right. */
export type ChangeKind = (typeof changeKinds)[number];

export const outcomes = ['unchanged', 'increase', 'reduce', 'stop', 'gradualExit'] as const;
/** Results of a proceeding during payment: 不变, 增发, 减发, 停发, 渐退. */
export type Outcome = (typeof outcomes)[number];

export const endReasons = [
  'incomeAboveStandard',
  'propertyAboveLimit',
  'memberDied',
  'movedOut',
  'custody',
  'ownWish',
  'fraud',
  'unreachable',
  'doubtUncleared',
  'gradualExitLapsed',
  'correction',
  'conditionsNoLongerMet',
  'abilityRegained',
  'supporterAble',
  'ageReached',
  'parentsCare',
  'validityOver',
  'paidOnce',
] as const;
export type EndReason = (typeof endReasons)[number];

export const surveyWays = ['visit', 'phone', 'video'] as const;
/** How a home survey 入户调查 is made; by phone or video only in an epidemic [WP20 一5]. */
export type SurveyWay = (typeof surveyWays)[number];

export const serviceMethods = ['inPerson', 'leftAtHome', 'post', 'electronic', 'publicNotice'] as const;
export type ServiceMethod = (typeof serviceMethods)[number];

/** How the recipient was heard 听取意见 on a correction: notice served, then what was said, or the silence [L26 §48]. */
export interface Hearing {
  readonly servedOn: PlainDate;
  readonly method: ServiceMethod;
  /** sha256 of the notice as served, with its receipt. */
  readonly notice: string;
  /** Without: nothing was said until the time to answer had passed. */
  readonly said?: {
    readonly on: PlainDate;
    readonly views: string;
    /** sha256 of the views in writing. */
    readonly file?: string;
  };
}

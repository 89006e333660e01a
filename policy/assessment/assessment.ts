import type { PlainDate, YearMonth } from '../dates.ts';
import type { Condition, Wording } from '../eligibility/condition.ts';
import type { IncomeParts } from '../eligibility/income.ts';
import type { Kind } from '../kinds.ts';
import type { Fen, Ratio } from '../money.ts';
import type { TopUpReason } from '../parameters/top-up-reasons.ts';

/** The days an assessment rests on. */
export interface AssessmentDates {
  /** The day whose facts and standard decide whether there is a right. */
  readonly assessedOn: PlainDate;
  /** The month whose standard and ages decide the amount (one-off help: the month of the application). */
  readonly benefitMonth: YearMonth;
  /** The day whose law counts: acceptance (quick aid: application), or the opening of a later proceeding. `assessedOn` if not given. */
  readonly regimeOn?: PlainDate;
}

/**
 * A member's part of the household's amount, not rounded (policy R-DB): (S - income a head) + own extra; of who refuses suitable work
 * again and again only what is left of that, without naming an extra.
 */
export interface Share {
  readonly personId: string;
  /** Fen a month, exact. */
  readonly share: Ratio;
  /** Extra contained in the share, fen a month. */
  readonly topUp: Fen;
  readonly topUpReason: TopUpReason | null;
  /** Lessened because suitable work was refused too often (民发〔2021〕57号 §34). */
  readonly afterRefusals?: true;
}

/** A named piece of the amount, so that a letter can show how it came about. */
export interface AmountPart {
  readonly name: AmountPartName;
  /** Fen, exact before the one rounding. */
  readonly amount: Ratio;
}

/** Pieces an amount is made of, with their words for letters. */
export const amountParts = {
  basicLivingStandard: { zh: '基本生活标准', en: 'basic living standard' },
  careStandard: { zh: '照料护理标准', en: 'care standard' },
  childStandard: { zh: '儿童基本生活费标准', en: 'allowance for a child' },
  dibaoAlreadyPaid: { zh: '已享受低保的人均补差（扣减）', en: 'dibao paid for the child already (deducted)' },
  singlePersonDibaoAlreadyPaid: {
    zh: '本人已享受的单人保低保金（扣减）',
    en: 'dibao paid to the child alone already (deducted)',
  },
  tekunAlreadyPaid: {
    zh: '已享受的特困人员救助供养金（扣减）',
    en: 'full support paid to the child already (deducted)',
  },
  quickAid: { zh: '小额快救', en: 'quick aid' },
  emergencyTier: { zh: '急难型救助档次金额', en: 'tier of emergency assistance' },
  expenditureTier: { zh: '支出型救助档次金额', en: 'tier of expenditure assistance' },
  aboveYearlyCap: { zh: '超过年度封顶线部分（扣减）', en: 'above the yearly cap (deducted)' },
} as const satisfies Record<string, Wording>;
export type AmountPartName = keyof typeof amountParts;

/** A mismatch that must be cleared but refuses nobody by itself 存疑. */
export interface PropertyDoubt {
  readonly id: 'companyInterest';
  readonly personId: string;
  readonly role: 'shareholder' | 'director' | 'legalRepresentative' | 'selfEmployed';
}

/**
 * Right and amount for one kind of help, with everything tested. Plain JSON; the same facts, dates and parameters give it again
 * (`npm run policy -- redecide`).
 */
export interface Assessment {
  readonly kind: Kind;
  /** Whom it is about, for a kind given by person. */
  readonly personId?: string;
  readonly on: AssessmentDates;
  readonly eligible: boolean;
  readonly conditions: readonly Condition[];
  /** Ids of the members counted; the person alone for a kind given by person. */
  readonly countedMembers: readonly string[];
  /** Countable income of the past 12 months of those counted, fen. */
  readonly annualIncome: Fen;
  /** What it was reckoned from, for a kind given by household; absent in records of before it was kept. */
  readonly incomeParts?: IncomeParts;
  /** Exact income a head and month, in fen. */
  readonly perCapitaMonthly: Ratio;
  /** The dibao standard of the benefit month, fen a month. */
  readonly standard: Fen;
  /** Fen in whole yuan, a month or once as `kinds` says; 0 if there is no right or no money. */
  readonly amount: Fen;
  /** Dibao by household only; empty if there is no right. */
  readonly shares: readonly Share[];
  /** How the amount of the other kinds came about. */
  readonly parts?: readonly AmountPart[];
  /** Last day of a right that ends by itself (rigid expenditure: 12 months at most, its first day included). */
  readonly validTo?: PlainDate;
  readonly parameterVersion: string;
  readonly doubts: readonly PropertyDoubt[];
}

import type { PlainDate } from '../dates.ts';
import type { Fen } from '../money.ts';

/** Tie to the applicant, who is the `head`. */
export const relations = [
  'head',
  'spouse',
  'child',
  'parent',
  'grandparent',
  'grandchild',
  'sibling',
  'childInLaw',
  'other',
] as const;
export type Relation = (typeof relations)[number];

/** Kinds of income 收入项目 (policy R-INC); which of them do not count is a dated parameter. */
export const incomeTypes = [
  'wage',
  'business',
  'interest',
  'rent',
  'landTransfer',
  'supportPayment',
  'pension',
  'residentsPension',
  'centralBasicPension',
  'unemploymentBenefit',
  'compensation',
  'gift',
  'otherIncome',
  'preferentialPension',
  'stateDisabilityPension',
  'familyPlanningAward',
  'scholarship',
  'braveryAward',
  'socialAssistance',
  'childrensAllowance',
  'disabilityAllowance',
] as const;
export type IncomeType = (typeof incomeTypes)[number];

/** What lessens the income (民发〔2021〕57号 §13); rigid costs only where the place deducts them. */
export const deductionTypes = [
  'socialInsurance',
  'incomeTax',
  'supportPaid',
  'rigidIllness',
  'rigidDisability',
] as const;
export type DeductionType = (typeof deductionTypes)[number];

export const disabilityTypes = ['visual', 'hearing', 'speech', 'limb', 'intellectual', 'mental', 'multiple'] as const;
export type DisabilityType = (typeof disabilityTypes)[number];

/** Schooling under way; only up to `undergraduate` does it keep an adult child in the household. */
export const schoolLevels = ['compulsory', 'secondary', 'undergraduate', 'postgraduate'] as const;
export type SchoolLevel = (typeof schoolLevels)[number];

/** Why a member is not at home. */
export const absences = [
  'work',
  'school',
  'ownHousehold',
  'prison',
  'detoxification',
  'declaredMissing',
  'clergy',
  'institution',
] as const;
export type Absence = (typeof absences)[number];

/** One person of the household, by the id of the register: never a name or an identity number. */
export interface Member {
  readonly personId: string;
  readonly relation: Relation;
  readonly birthDate: PlainDate;
  readonly diedOn?: PlainDate;
  /** Full-time schooling under way. */
  readonly student?: SchoolLevel;
  /** An adult child who cannot live on its own for other reasons than schooling (illness, disability). */
  readonly unableToLiveIndependently?: boolean;
  /** For relations other than spouse, child and parent: whether the law makes the two support each other. */
  readonly legalDutyOfSupport?: boolean;
  readonly livesElsewhere?: { readonly reason: Absence; readonly since: PlainDate };
  readonly disability?: { readonly type: DisabilityType; readonly grade: 1 | 2 | 3 | 4 };
  /** Has an illness of the local list of major illnesses 重病. */
  readonly severelyIll?: boolean;
  /** On full support 特困: leaves the count with income and property. */
  readonly tekun?: boolean;
  /** Net amounts of the past 12 months. */
  readonly incomes: readonly { readonly type: IncomeType; readonly annual: Fen }[];
  /** Months of the past 12 in which wages were earned, 0 to 12; needed with a wage. */
  readonly monthsWorked?: number;
  /** Amounts of the past 12 months. */
  readonly deductions?: readonly { readonly type: DeductionType; readonly annual: Fen }[];
  /** Deposits, securities and the like of this person alone. */
  readonly financialAssets?: Fen;
}

export const vehicleKinds = ['car', 'ship', 'heavyMachine', 'motorcycle', 'mobilityVehicle', 'farmVehicle'] as const;
export type VehicleKind = (typeof vehicleKinds)[number];

/**
 * What was found out about a household: plain JSON, everything an assessment depends on besides the law.
 * Only members' ids identify people.
 */
export interface HouseholdFacts {
  readonly members: readonly Member[];
  /** Deposits, securities and the like held together, besides those of single members. */
  readonly financialAssets: Fen;
  readonly vehicles: readonly {
    readonly kind: VehicleKind;
    readonly ownerId?: string;
    /** Needed for living or production, so exempt (民发〔2021〕57号 §14). */
    readonly needed?: boolean;
  }[];
  /** Dwellings owned. */
  readonly homes: number;
  /** Shops and other business premises owned. */
  readonly shops: number;
  /** Shares and offices in companies: each raises a doubt, none refuses. */
  readonly companyInterests: readonly {
    readonly personId: string;
    readonly role: 'shareholder' | 'director' | 'legalRepresentative' | 'selfEmployed';
  }[];
}

import type { PlainDate } from '../dates.ts';
import type { Kind } from '../kinds.ts';
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
  'oldAgeAllowance',
  'medicalInsurance',
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

/** The six items of the self-care test 生活自理能力 (民发〔2021〕43号 §21). */
export const selfCareItems = ['eating', 'dressing', 'bed', 'toilet', 'walking', 'bathing'] as const;
export type SelfCareItem = (typeof selfCareItems)[number];

export interface Disability {
  readonly type: DisabilityType;
  readonly grade: 1 | 2 | 3 | 4;
}

/** How a parent of a child stands to it (民发〔2019〕62号 一). `able`: lives and can care for it. */
export const parentCircumstances = [
  'able',
  'dead',
  'declaredMissing',
  'notTraceable',
  'disabled',
  'severelyIll',
  'inCustody',
  'outOfContact',
] as const;

export interface ParentFacts {
  readonly circumstance: (typeof parentCircumstances)[number];
  /** First day of custody or of the silence: six months count. */
  readonly since?: PlainDate;
  /** Needed with `disabled`. */
  readonly disability?: Disability;
}

/** Why somebody bound by law to support cannot be asked to (民发〔2021〕43号 §8). */
export const supporterImpediments = ['withoutLegalCapacity', 'declaredMissing', 'inPrison'] as const;

/** Somebody bound by law to support a person (法定赡养、抚养、扶养义务人), living outside the household or in it. */
export interface Supporter {
  /** Any mark that tells this supporter from the others: no name. */
  readonly id: string;
  readonly relation: 'spouse' | 'parent' | 'child' | 'grandchild' | 'grandparent' | 'sibling';
  readonly birthDate: PlainDate;
  readonly onTekun?: boolean;
  readonly onDibao?: boolean;
  readonly disability?: Disability;
  readonly impediment?: (typeof supporterImpediments)[number];
  /** Income of the past 12 months, fen. */
  readonly annualIncome?: Fen;
  /** Whether the property is within the limit of edge households (财产符合规定). */
  readonly modestProperty?: boolean;
}

/** Kinds of necessary spending 必需支出 (刚性支出困难家庭认定办法 §5), the household's own share. */
export const spendingTypes = ['living', 'medical', 'education', 'rehabilitation', 'other'] as const;
export type SpendingType = (typeof spendingTypes)[number];

/** What can bring a sudden hardship 急难 (民发〔2018〕23号 二(一)). */
export const emergencyEvents = ['fire', 'accident', 'suddenIllness', 'otherHardship'] as const;

/** Difficulties that other departments answer for (社会救助法 §§24–31, 64). */
export const difficulties = [
  'medical',
  'education',
  'housing',
  'employment',
  'disaster',
  'medicalEmergency',
  'homeless',
] as const;
export type Difficulty = (typeof difficulties)[number];

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
  readonly disability?: Disability;
  /** Has an illness of the local list of major illnesses 重病. */
  readonly severelyIll?: boolean;
  /** On full support 特困 already: leaves the count with income and property. */
  readonly tekun?: boolean;
  /** Has work now. */
  readonly employed?: boolean;
  /** Without ability to work although not of those the law names, as the R2012 rule on single persons asks. */
  readonly unableToWork?: boolean;
  /** How many times running suitable work was refused without good reason (民发〔2021〕57号 §34). */
  readonly workRefusals?: number;
  /** Registered alone 单独立户: asked by the rule of 2012 on single persons. */
  readonly registeredAlone?: boolean;
  /** Items of the self-care test the person cannot do; absent: not tested yet. */
  readonly selfCareFailed?: readonly SelfCareItem[];
  /** Everybody bound by law to support this person; empty: nobody; absent: not looked into yet. */
  readonly supporters?: readonly Supporter[];
  /** Both parents of a minor; absent for a child of the head: the head cares for it. */
  readonly parents?: readonly [ParentFacts, ParentFacts];
  /** Where both a children's allowance and full support fit: which one is chosen; the allowance if not said (民发〔2021〕43号 §9). */
  readonly choosesTekun?: boolean;
  /** Net amounts of the past 12 months. */
  readonly incomes: readonly {
    readonly type: IncomeType;
    readonly annual: Fen;
    /** Which of `supporters` pays it, where the law may leave support out (民发〔2022〕83号 一(一)). */
    readonly from?: string;
  }[];
  /** Months of the past 12 in which wages were earned, 0 to 12; needed with a wage. */
  readonly monthsWorked?: number;
  /** Amounts of the past 12 months. */
  readonly deductions?: readonly { readonly type: DeductionType; readonly annual: Fen }[];
  /** Deposits, securities and the like of this person alone; what is held in common belongs to the head and the spouse. */
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
  /** Necessary spending of the past 12 months, own share, fen; absent: not asked yet. */
  readonly necessarySpending?: readonly { readonly type: SpendingType; readonly annual: Fen }[];
  /** The sudden hardship temporary assistance is asked for. */
  readonly emergency?: {
    readonly event: (typeof emergencyEvents)[number];
    readonly on: PlainDate;
    /** Ids of the members it struck. */
    readonly affected: readonly string[];
    /** 1 some, 2 serious, 3 very serious: the tier. */
    readonly severity: 1 | 2 | 3;
    /** What is needed at once, fen. */
    readonly need: Fen;
  };
  /** What the household asks temporary assistance for, in a word that tells the same cause again. */
  readonly cause?: string;
  /** Temporary assistance of the calendar years before and now: the yearly cap, and the same cause again (国发〔2014〕47号). */
  readonly assisted?: readonly {
    readonly on: PlainDate;
    readonly cause: string;
    readonly amount: Fen;
    /** A good reason why the same cause is asked for again. */
    readonly goodReason?: boolean;
  }[];
  /** How the household belongs to the place; absent: registered here. */
  readonly residence?: {
    readonly registeredHere: boolean;
    /** Whole months of residence and of social insurance paid here. */
    readonly monthsResident: number;
    readonly monthsInsured: number;
  };
  /** What the household is on already; absent: nobody has said. */
  readonly onKinds?: readonly Kind[];
  /** Difficulties beyond the living, for other departments. */
  readonly difficulties?: readonly Difficulty[];
}

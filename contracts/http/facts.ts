import { z } from 'zod';
import * as facts from '../../policy/eligibility/facts.ts';
import { kindNames } from '../../policy/kinds.ts';
import { annualFen, id, plainDate, text } from './values.ts';

const disability = z.strictObject({
  type: z.enum(facts.disabilityTypes),
  grade: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
});

const parent = z.strictObject({
  circumstance: z.enum(facts.parentCircumstances),
  since: plainDate.exactOptional(),
  disability: disability.exactOptional(),
});

const supporter = z.strictObject({
  id: text(40).meta({ description: '区分各义务人的记号，不写姓名 A mark that tells this supporter apart: no name' }),
  relation: z.enum(['spouse', 'parent', 'child', 'grandchild', 'grandparent', 'sibling']),
  birthDate: plainDate,
  onTekun: z.boolean().exactOptional(),
  onDibao: z.boolean().exactOptional(),
  disability: disability.exactOptional(),
  impediment: z.enum(facts.supporterImpediments).exactOptional(),
  annualIncome: annualFen.exactOptional(),
  modestProperty: z.boolean().exactOptional(),
});

const payer = text(40).meta({ description: '支付赡养抚养扶养费的义务人记号 Mark of the supporter who pays it' });

/** What is known of a member besides who it is. */
export const memberDetails = {
  relation: z.enum(facts.relations).meta({ description: '与户主关系 Tie to the head' }),
  diedOn: plainDate.exactOptional(),
  student: z.enum(facts.schoolLevels).exactOptional(),
  unableToLiveIndependently: z.boolean().exactOptional(),
  legalDutyOfSupport: z.boolean().exactOptional(),
  livesElsewhere: z.strictObject({ reason: z.enum(facts.absences), since: plainDate }).exactOptional(),
  disability: disability.exactOptional(),
  severelyIll: z.boolean().exactOptional(),
  tekun: z.boolean().exactOptional(),
  employed: z.boolean().exactOptional(),
  unableToWork: z.boolean().exactOptional(),
  workRefusals: z.int().min(0).max(99).exactOptional().meta({
    description: '无正当理由连续拒绝合适工作的次数 Times running that suitable work was refused without good reason',
  }),
  registeredAlone: z.boolean().exactOptional(),
  selfCareFailed: z.array(z.enum(facts.selfCareItems)).max(facts.selfCareItems.length).exactOptional().meta({
    description: '六项自理能力中不能完成的项目；未评估的不填 Items of the self-care test failed; absent: not tested',
  }),
  supporters: z
    .array(supporter)
    .max(30)
    .exactOptional()
    .meta({ description: '法定赡养抚养扶养义务人；没有的填空数组，未查的不填 Empty: nobody; absent: not looked into' }),
  parents: z.tuple([parent, parent]).exactOptional(),
  choosesTekun: z.boolean().exactOptional(),
  incomes: z
    .array(z.strictObject({ type: z.enum(facts.incomeTypes), annual: annualFen, from: payer.exactOptional() }))
    .max(40)
    .meta({ description: '过去十二个月净收入 Net amounts of the past 12 months' }),
  monthsWorked: z.int().min(0).max(12).exactOptional(),
  deductions: z
    .array(z.strictObject({ type: z.enum(facts.deductionTypes), annual: annualFen }))
    .max(20)
    .exactOptional(),
  financialAssets: annualFen.exactOptional(),
};

/** What the household owns together. */
export const householdDetails = {
  financialAssets: annualFen,
  homes: z.int().min(0).max(99),
  shops: z.int().min(0).max(99),
  necessarySpending: z
    .array(z.strictObject({ type: z.enum(facts.spendingTypes), annual: annualFen }))
    .max(20)
    .exactOptional()
    .meta({ description: '过去十二个月必需支出（自付部分） Necessary spending of the past 12 months, own share' }),
  cause: text(60).exactOptional(),
  assisted: z
    .array(
      z.strictObject({ on: plainDate, cause: text(60), amount: annualFen, goodReason: z.boolean().exactOptional() }),
    )
    .max(60)
    .exactOptional(),
  residence: z
    .strictObject({
      registeredHere: z.boolean(),
      monthsResident: z.int().min(0).max(1200),
      monthsInsured: z.int().min(0).max(1200),
    })
    .exactOptional(),
  onKinds: z
    .array(z.enum(kindNames))
    .max(kindNames.length)
    .exactOptional()
    .meta({ description: '已在享受的救助 What the household is on already' }),
  difficulties: z.array(z.enum(facts.difficulties)).max(facts.difficulties.length).exactOptional(),
};

/** A sudden hardship; `affected` names the members it struck, each as the form names members. */
export const emergencyOf = <T extends z.ZodType>(member: T) =>
  z.strictObject({
    event: z.enum(facts.emergencyEvents),
    on: plainDate,
    affected: z.array(member).min(1).max(30),
    severity: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    need: annualFen,
  });

export const vehicleDetails = { kind: z.enum(facts.vehicleKinds), needed: z.boolean().exactOptional() };

export const companyRole = z.enum(['shareholder', 'director', 'legalRepresentative', 'selfEmployed']);

/** The facts of a household, its members by their ids in the register. */
export const householdFacts = z
  .strictObject({
    members: z
      .array(z.strictObject({ personId: id, birthDate: plainDate, ...memberDetails }))
      .min(1)
      .max(30),
    ...householdDetails,
    emergency: emergencyOf(id).exactOptional(),
    vehicles: z.array(z.strictObject({ ...vehicleDetails, ownerId: id.exactOptional() })).max(20),
    companyInterests: z.array(z.strictObject({ personId: id, role: companyRole })).max(30),
  })
  .meta({ id: 'HouseholdFacts', description: '家庭情况 Facts of a household' });

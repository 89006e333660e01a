import { z } from 'zod';
import * as facts from '../../policy/eligibility/facts.ts';
import { annualFen, id, plainDate } from './values.ts';

/** What is known of a member besides who it is. */
export const memberDetails = {
  relation: z.enum(facts.relations).meta({ description: '与户主关系 Tie to the head' }),
  diedOn: plainDate.exactOptional(),
  student: z.enum(facts.schoolLevels).exactOptional(),
  unableToLiveIndependently: z.boolean().exactOptional(),
  legalDutyOfSupport: z.boolean().exactOptional(),
  livesElsewhere: z.strictObject({ reason: z.enum(facts.absences), since: plainDate }).exactOptional(),
  disability: z
    .strictObject({
      type: z.enum(facts.disabilityTypes),
      grade: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    })
    .exactOptional(),
  severelyIll: z.boolean().exactOptional(),
  tekun: z.boolean().exactOptional(),
  incomes: z
    .array(z.strictObject({ type: z.enum(facts.incomeTypes), annual: annualFen }))
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
};

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
    vehicles: z.array(z.strictObject({ ...vehicleDetails, ownerId: id.exactOptional() })).max(20),
    companyInterests: z.array(z.strictObject({ personId: id, role: companyRole })).max(30),
  })
  .meta({ id: 'HouseholdFacts', description: '家庭情况 Facts of a household' });

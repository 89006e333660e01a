import { z } from 'zod';
import { difficulties } from '../../policy/eligibility/facts.ts';
import { kindNames } from '../../policy/kinds.ts';
import { bilingual, condition } from './case.ts';
import { companyRole, emergencyOf, householdDetails, memberDetails, vehicleDetails } from './facts.ts';
import { identityNumber, plainDate, yearMonth } from './values.ts';

/** A mark that tells persons apart in one form: never a name or a number of a person. */
const mark = z
  .string()
  .regex(/^[\w-]{1,40}$/, '编号由字母、数字、横线组成，至多40位 / A mark of up to 40 letters, digits and dashes')
  .refine((text) => !/\d{15}/.test(text), '编号不得用身份证号 / Not an identity number')
  .meta({ description: '区分成员的编号，不写姓名、身份证号 A mark such as p1: no name, no identity number' });

const member = z.strictObject({
  personId: mark,
  birthDate: plainDate,
  identityNumber: identityNumber.exactOptional().meta({
    description:
      '可不填；填写的，须与出生日期一致，不保存不回显 Optional; must agree with the birth date; neither stored nor repeated',
  }),
  ...memberDetails,
});

/** The facts of a household for a pre-check: as in a case, its members by any marks. */
const assessmentFacts = z
  .strictObject({
    members: z.array(member).min(1).max(30),
    ...householdDetails,
    emergency: emergencyOf(mark).exactOptional(),
    vehicles: z.array(z.strictObject({ ...vehicleDetails, ownerId: mark.exactOptional() })).max(20),
    companyInterests: z.array(z.strictObject({ personId: mark, role: companyRole })).max(30),
  })
  .meta({ id: 'AssessmentFacts', description: '试算用家庭情况 Facts of a household for a pre-check' });

/** What is to be looked through for every kind of help. */
export const newAssessment = z
  .strictObject({
    facts: assessmentFacts,
    on: plainDate
      .refine((day) => day < '9999-12-01', '评估日过晚 / A day too late to reckon with')
      .exactOptional()
      .meta({ description: '评估日，默认今日 The day of the assessment, today by default' }),
    month: yearMonth.exactOptional().meta({
      description: '计算金额的月份，默认评估日次月 The month whose amounts count, by default the one after the day',
    }),
    division: z
      .string()
      .regex(/^\d{6}(\d{3}){0,2}$/, '应为区划代码 / The code of a division')
      .exactOptional()
      .meta({ description: '适用其标准的区划，默认本人所在区划 Whose standards apply, by default your own division' }),
  })
  .meta({ id: 'NewAssessment', description: '救助试算 A pre-check at the window' });

export type NewAssessment = z.output<typeof newAssessment>;

const kind = { kind: z.enum(kindNames), words: bilingual, personId: z.string().optional() };
const money = z.int().meta({ description: '分 fen' });
const payment = z.enum(['monthly', 'once', 'none']);

const assessed = z.object({
  ...kind,
  eligible: z.boolean(),
  payment,
  amount: money,
  amountExplained: z.array(bilingual).meta({ description: '金额如何得出 How the amount came about, step by step' }),
  standard: money,
  annualIncome: money,
  countedMembers: z.array(z.string()),
  conditions: z.array(condition),
  validTo: z.string().optional(),
  doubts: z.array(z.object({ id: z.string(), personId: z.string(), role: z.string() })),
});

/** A household looked through for every kind of help; nothing is stored. */
export const assessmentAnswer = z
  .object({
    on: z.string(),
    month: z.string(),
    parameterVersion: z.string(),
    kinds: z
      .array(z.object({ ...kind, amount: money, payment }))
      .meta({ description: '可以同时享受的救助 The kinds that fit, together' }),
    assessments: z.array(assessed).meta({ description: '逐项测算结果 Every kind tested, eligible or not' }),
    undetermined: z
      .array(z.object({ ...kind, ask: z.array(z.object({ path: z.string(), zh: z.string(), en: z.string() })) }))
      .meta({ description: '尚不能判断的救助及须补充询问的情况 Kinds nobody can judge yet, and what to ask' }),
    referrals: z
      .array(z.object({ difficulty: z.enum(difficulties), department: bilingual, article: z.string() }))
      .meta({ description: '转介其他部门 Other departments to be asked' }),
  })
  .meta({ id: 'Assessment' });

export type AssessmentAnswer = z.output<typeof assessmentAnswer>;

import { z } from 'zod';
import { isByPerson, type Kind, kindNames } from '../../policy/kinds.ts';
import { channels } from '../../policy/lifecycle/commands.ts';
import { companyRole, emergencyOf, householdDetails, memberDetails, vehicleDetails } from './facts.ts';
import { accountFields } from './register.ts';
import { file, identityNumber, personName, text, villageCode, words } from './values.ts';

const MOST_MEMBERS = 30;

/** Place of a member in `members`, from 0. */
const member = z
  .int()
  .min(0)
  .max(MOST_MEMBERS - 1)
  .meta({ description: '成员序号（从 0 起） Index in `members`, from 0' });

const person = { name: personName, identityNumber };

const filedBy = z.union([
  z.strictObject({ member }),
  z.strictObject({ ...person, mandate: file.meta({ description: '委托书 The mandate, as an uploaded file' }) }),
]);

const fields = z.strictObject({
  kind: z
    .enum(kindNames as [Kind, ...Kind[]])
    .default('dibao')
    .meta({ description: '救助种类 Kind of help applied for' }),
  subject: member
    .exactOptional()
    .meta({ description: '按人申请的救助：为哪名成员 Whom it is for: exactly for kinds given by person' }),
  village: villageCode.meta({ description: '申请地村居 Where the application is filed' }),
  channel: z.enum(channels),
  roll: z.enum(['urban', 'rural']),
  head: member,
  filedBy: filedBy.exactOptional().meta({
    description:
      '申请人不是户主时填写：成员，或持委托书的代理人 Who files, if not the head: a member, or an agent with a mandate',
  }),
  members: z
    .array(z.strictObject({ ...person, ...memberDetails }))
    .min(1)
    .max(MOST_MEMBERS),
  ...householdDetails,
  emergency: emergencyOf(member).exactOptional(),
  vehicles: z.array(z.strictObject({ ...vehicleDetails, owner: member.exactOptional() })).max(20),
  companyInterests: z.array(z.strictObject({ member, role: companyRole })).max(30),
  account: z.strictObject({ holder: member, ...accountFields }).exactOptional(),
  needs: z.array(text(100)).min(1).max(20),
  causeOfHardship: words,
  papers: z.array(z.strictObject({ kind: text(100), file, member: member.exactOptional() })).max(100),
});

/** A new application 申请: people by name and identity number; whatever points to one of them gives the index. */
export const newApplication = fields
  .superRefine((form, context) => {
    const fault = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    const outside = (path: (string | number)[], index: number | undefined) => {
      if (index !== undefined && index >= form.members.length) fault(path, '无此成员 / No such member');
    };
    outside(['head'], form.head);
    outside(['subject'], form.subject);
    const byPerson = isByPerson(form.kind);
    if (byPerson && form.subject === undefined)
      fault(['subject'], '按人申请的救助须写明对象 / Say which member this kind of help is for');
    if (!byPerson && form.subject !== undefined)
      fault(['subject'], '按户申请的救助不得写明个人对象 / This kind of help is for the whole household');
    for (const [at, index] of (form.emergency?.affected ?? []).entries()) outside(['emergency', 'affected', at], index);
    outside(['account', 'holder'], form.account?.holder);
    if (form.filedBy && 'member' in form.filedBy) outside(['filedBy', 'member'], form.filedBy.member);
    for (const [at, { owner }] of form.vehicles.entries()) outside(['vehicles', at, 'owner'], owner);
    for (const [at, interest] of form.companyInterests.entries())
      outside(['companyInterests', at, 'member'], interest.member);
    for (const [at, paper] of form.papers.entries()) outside(['papers', at, 'member'], paper.member);
    for (const [at, { relation, identityNumber: number }] of form.members.entries()) {
      if ((relation === 'head') !== (at === form.head))
        fault(['members', at, 'relation'], '户主关系与 head 不符 / Only the member named by `head` is the head');
      if (form.members.findIndex((other) => other.identityNumber === number) < at)
        fault(
          ['members', at, 'identityNumber'],
          '与前面成员的身份证号相同 / The same identity number as a member before',
        );
    }
  })
  .meta({ id: 'NewApplication', description: '救助申请 Application for help' });

export type NewApplication = z.output<typeof newApplication>;

/** What filing an application answers; the same key gets the same again. */
export const applicationFiled = z
  .object({
    caseId: z.string(),
    applicationId: z.string(),
    trackingCode: z
      .string()
      .meta({ description: '查询码，交申请人 The code with which the applicant looks the application up' }),
    persons: z.array(z.object({ index: z.int(), personId: z.string() })),
    accountId: z.string().optional(),
    filedBy: z.string().optional().meta({ description: '代理人的编号 Id of the agent' }),
    seq: z.int(),
    allowedActions: z.array(z.string()),
  })
  .meta({ id: 'ApplicationFiled' });

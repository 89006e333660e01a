import { z } from 'zod';
import { kindNames } from '../../policy/kinds.ts';

/** Words in both languages. */
export const bilingual = z.object({ zh: z.string(), en: z.string() });

/** One running limit, as people read it. */
export const deadlineView = z
  .object({
    name: z.string(),
    of: z.string().meta({ description: '同类期限中的哪一个 Which of several alike' }),
    from: z.string(),
    lastDay: z.string().meta({ description: '最后一日 Last day' }),
    unit: z.enum(['workingDay', 'day', 'month']),
    source: z.string(),
    left: z.int().meta({
      description:
        '剩余天数（工作日期限按工作日计），负数为已逾期 Days left (working days for limits in working days); below 0 when past',
    }),
    provisional: z.boolean().meta({ description: '暂按预排日历 Rests on a year whose holiday notice is not out yet' }),
    level: z.int().meta({ description: '已上移级数 How often it has passed and moved one level up' }),
    words: bilingual,
  })
  .meta({ id: 'Deadline' });

/** Where a case stands: in lists and after actions. */
const standing = {
  caseId: z.string(),
  stage: z.string(),
  stageWords: bilingual,
};

export const caseLine = z
  .object({
    ...standing,
    applicationId: z.string(),
    kind: z.enum(kindNames),
    kindWords: bilingual,
    village: z.string(),
    town: z.string(),
    district: z.string(),
    head: z
      .string()
      .meta({ description: '户主或者救助对象姓名（脱敏） Masked name of the head, or of whom it is for' }),
    members: z.int(),
    openedOn: z.string(),
    next: deadlineView.nullable().meta({ description: '最近期限 The limit that ends first' }),
  })
  .meta({ id: 'CaseLine' });

/** What an action answers: the case after it. */
export const actionOutcome = z
  .object({
    ...standing,
    seq: z.int().meta({ description: '本操作的最后一号记录 Number of the last event that the action led to' }),
    deadlines: z.array(deadlineView),
    allowedActions: z.array(z.string()),
  })
  .meta({ id: 'ActionOutcome' });

const ratio = z.object({ num: z.number(), den: z.number() });

export const condition = z
  .object({
    id: z.string(),
    article: z.string(),
    fact: bilingual,
    unit: z.string(),
    value: ratio,
    limit: ratio,
    comparison: z.string(),
    met: z.boolean(),
    personId: z.string().optional(),
    parameterVersion: z.string(),
    explanation: bilingual,
  })
  .meta({ id: 'Condition', description: '一项条件及其理由 One condition of the law as tested' });

const decisionView = z
  .object({
    no: z.int(),
    kind: z.string(),
    decidedOn: z.string(),
    decidedBy: z.array(z.string()),
    level: z.enum(['town', 'district']),
    ground: z.string(),
    from: z.string().optional(),
    to: z.string().optional(),
    amount: z.int().meta({ description: '分/月 Fen a month' }),
    conditions: z.array(condition),
    nextKinds: z
      .array(z.object({ kind: z.enum(kindNames), personId: z.string().optional() }))
      .meta({ description: '其他可申请的救助 Kinds of help to look at next' }),
  })
  .meta({ id: 'Decision' });

const memberView = z
  .object({
    personId: z.string(),
    relation: z.string(),
    name: z.string(),
    identityNumber: z.string(),
  })
  .meta({ id: 'MemberOfHousehold' });

const outsiderView = z
  .object({
    personId: z.string(),
    parts: z.array(z.enum(['guardian', 'agent', 'supporter'])),
    name: z.string(),
    identityNumber: z.string(),
  })
  .meta({
    id: 'PersonOutsideHousehold',
    description: '案件涉及的非成员：监护人、代理人、赡养人 Guardians, agents and supporters who are no members',
  });

export const taskView = z
  .object({
    name: z.string(),
    action: z.string(),
    words: bilingual,
    role: z.string(),
    division: z.string(),
    assignee: z.string().nullable(),
    supervisor: z.object({ role: z.string(), division: z.string() }).nullable().meta({
      description: '督办：逾期后由其催办，仍由 role 办理 Who sees to it since it is late; it is still done by `role`',
    }),
    dueDate: z.string().nullable(),
    provisional: z.boolean(),
    level: z
      .int()
      .meta({ description: '已逾期次数，督办随之上移 How often it was late; supervision moves up each time' }),
  })
  .meta({ id: 'Task' });

/** A case as its staff see it. */
export const caseView = z
  .object({
    ...standing,
    applicationId: z.string(),
    kind: z.enum(kindNames),
    kindWords: bilingual,
    village: z.string(),
    town: z.string(),
    district: z.string(),
    seq: z.int(),
    at: z.string(),
    members: z.array(memberView).meta({
      description:
        '姓名与号码默认脱敏；写明 purpose 时完整显示并留痕 Masked, unless a `purpose` is given, which is recorded',
    }),
    outsiders: z.array(outsiderView),
    account: z
      .object({
        accountId: z.string(),
        holderId: z.string(),
        capacity: z.string(),
        bank: z.string(),
        number: z.string(),
      })
      .nullable(),
    deadlines: z.array(deadlineView),
    tasks: z.array(taskView),
    decisions: z.array(decisionView),
    assessment: z
      .object({ eligible: z.boolean(), amount: z.int(), conditions: z.array(condition) })
      .nullable()
      .meta({ description: '最近一次测算 The last assessment' }),
    allowedActions: z.array(z.string()),
    state: z.record(z.string(), z.unknown()).meta({
      description: '全部状态（仅含编号，不含姓名） The whole folded state; people by id only',
    }),
  })
  .meta({ id: 'Case' });

/** One event of the legal record, with its place in the hash chain. */
export const eventView = z
  .object({
    seq: z.int(),
    type: z.string(),
    at: z.string(),
    actor: z.string(),
    commandId: z.string().nullable(),
    event: z.record(z.string(), z.unknown()),
    prevHash: z.string(),
    hash: z.string(),
    storedAt: z.string(),
  })
  .meta({ id: 'CaseEvent' });

/** A document issued. */
export const documentView = z
  .object({
    number: z.string(),
    kind: z.string(),
    title: z.string(),
    on: z.string(),
    sha256: z.string(),
    served: z.object({ on: z.string(), method: z.string() }).nullable(),
  })
  .meta({ id: 'IssuedDocument' });

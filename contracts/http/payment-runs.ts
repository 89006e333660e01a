import { z } from 'zod';
import { type RunCommandType, runCommands } from '../../policy/payment-run/commands.ts';
import { programmes } from '../../policy/payment-run/programmes.ts';
import { districtCode, text, words } from './values.ts';

/** More results than this come in several requests; a batch is recorded wholly or not at all. */
const MOST_LINES = 1_000;

const lineId = z.uuid('应为发放明细编号 / The id of a payment line');
/** Stages 环节 of a run. */
export const runStage = z.enum([
  'drawingUp',
  'drawnUp',
  'checked',
  'districtApproved',
  'sentToFinance',
  'sentToBank',
  'settled',
]);
/** What becomes of a line. */
export const lineStatus = z.enum(['due', 'sent', 'settled', 'returned', 'cancelled']);
/** Why a line is held 暂缓. */
const holdReason = z.enum(['cancellation', 'noAccount', 'accountChanged', 'notSent']);
/** Kinds of help that pay money. */
const programme = z.enum(programmes).meta({ description: '发放项目 A kind of help that pays money' });
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, '应为月份 YYYY-MM / A month, as YYYY-MM');

const action = <T extends RunCommandType, S extends z.ZodRawShape>(type: T, fields: S) =>
  z
    .strictObject({ type: z.literal(type), ...fields })
    .meta({ id: `paymentRun.${type}`, description: `${runCommands[type].zh} ${runCommands[type].en}` });

const note = { note: words.exactOptional() };

/** Every action on a run: `type` selects the form. Its output is a `RunCommand`. */
export const paymentRunAction = z
  .discriminatedUnion('type', [
    action('check', note),
    action('approve', note),
    action('sendToFinance', note),
    action('sendToBank', note),
    action('recordResults', {
      lines: z
        .array(
          z.strictObject({
            lineId,
            attempt: z.int().min(1).max(100).meta({ description: '第几次发放。Which transfer of the line.' }),
            outcome: z.enum(['settled', 'returned']),
            reason: text(200).exactOptional(),
          }),
        )
        .min(1)
        .max(MOST_LINES),
    }),
    action('repay', { lineIds: z.array(lineId).min(1).max(MOST_LINES) }),
    action('cancelLine', { lineId, ground: words }),
    action('approveCancellation', { lineId }),
    action('declineCancellation', { lineId }),
  ])
  .meta({ id: 'PaymentRunAction' });

/** The stage that the action led to. */
export const paymentRunOutcome = z.object({ stage: runStage }).meta({ id: 'PaymentRunOutcome' });

/** A run to be drawn up by hand. */
export const newPaymentRun = z.strictObject({ programme, month, district: districtCode }).meta({ id: 'NewPaymentRun' });

export const paymentRunQuery = {
  programme: programme.optional(),
  month: month.optional(),
  district: districtCode.optional(),
  stage: runStage.optional(),
};

export const paymentLineQuery = { status: lineStatus.optional() };

export const paymentRunSummary = z
  .object({
    id: z.string(),
    programme,
    programmeName: z.string().meta({ description: '发放项目名称。The programme in Chinese.' }),
    month,
    district: z.string(),
    stage: runStage,
    stageName: z.string().meta({ description: '环节名称。The stage in Chinese.' }),
    lines: z.int(),
    totalFen: z.int().meta({ description: '合计，分。Sum in fen, cancelled lines left out.' }),
    lastDay: z.string().nullable().meta({ description: '本环节期限。Last day for the step now due.' }),
    responsible: z.string().nullable().meta({ description: '现由谁负责。The role that must see to it now.' }),
    level: z.int().meta({ description: '逾期上升的级数。How many levels up it has moved since its limit passed.' }),
    at: z.string(),
  })
  .meta({ id: 'PaymentRunSummary' });

export const paymentRunDetail = paymentRunSummary
  .extend({
    byStatus: z.array(z.object({ status: lineStatus, lines: z.int(), totalFen: z.int() })),
    withoutAccount: z.int().meta({ description: '缺收款账户的明细数。Lines held for want of an account.' }),
    accountChanged: z.int().meta({
      description:
        '编制后收款账户已变更的明细数：送银行时暂缓。Lines whose case has another account than they were drawn up with: held when the run is sent.',
    }),
    steps: z.array(
      z.object({
        no: z.int(),
        step: z.string(),
        staffId: z.string(),
        onBehalfOf: z.string().nullable(),
        at: z.string(),
        note: z.string(),
      }),
    ),
    allowedActions: z.array(z.string()),
  })
  .meta({ id: 'PaymentRun' });

export const paymentLine = z
  .object({
    id: z.string(),
    caseId: z.string(),
    component: z.string().meta({
      description:
        '款项：特困供养分基本生活和照料护理两项，其余为救助种类。What the money is for: one of the two payments of full support, else the kind of help.',
    }),
    componentName: z.string(),
    benefitMonth: month,
    instalment: z.int(),
    amountFen: z.int(),
    status: lineStatus,
    hold: holdReason
      .nullable()
      .meta({ description: '未送银行的原因。Why the line is held or will be; null where nothing holds it.' }),
    holdName: z.string().nullable(),
    attempt: z.int(),
    bank: z.string().nullable(),
    account: z.string().nullable().meta({ description: '账号后四位。The last four digits of the account.' }),
    accountNow: z.string().nullable().meta({
      description:
        '个案现收款账户后四位，重新发放即付至该账户。The account its case has now, to which it would be paid again.',
    }),
    lastAnswer: z
      .string()
      .nullable()
      .meta({ description: '银行对上次发放的答复。The word of the bank on the last transfer.' }),
    reason: z.string().nullable().meta({ description: '财政和银行不可见。Not shown to finance and bank.' }),
    cancelGround: z
      .string()
      .nullable()
      .meta({ description: '待批的取消理由。A cancellation proposed; not shown to finance and bank.' }),
  })
  .meta({ id: 'PaymentLine' });

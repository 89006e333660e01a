import { paymentRunId, type PaymentRunKey } from '../../contracts/ids.ts';
import { civilInstant, firstDayOf, monthOf, plainDate, type CivilInstant } from '../../policy/dates.ts';
import { type Actor, eyesOf } from '../../policy/lifecycle/actors.ts';
import type { PaymentRun, RunStepName } from '../../policy/payment-run/run.ts';
import { stageDue } from '../../policy/payment-run/deadlines.ts';
import { runStages, type RunStage } from '../../policy/payment-run/stages.ts';
import type { Prisma } from '../generated/client.ts';

type Tx = Prisma.TransactionClient;

/**
 * Writes the row of a run that is to be drawn up, and who ordered it by hand; an existing run stays as it is. A Schedule's run is
 * ordered by nobody.
 * @returns whether it is new
 */
export async function openRun(
  tx: Tx,
  key: PaymentRunKey,
  { at, training, orderedBy }: { at: CivilInstant; training: boolean; orderedBy?: Actor | undefined },
): Promise<boolean> {
  const id = paymentRunId(key);
  const nextDue = stageDue('drawingUp', key.month, at) ?? null;
  const opened = await tx.paymentRun.createMany({
    data: [
      {
        id,
        programme: key.programme,
        month: new Date(firstDayOf(key.month)),
        districtCode: key.district,
        status: 'drawingUp',
        nextDue,
        at,
        training,
      },
    ],
    skipDuplicates: true,
  });
  const isNew = opened.count === 1;
  if (isNew && orderedBy !== undefined)
    await tx.paymentRunStep.create({ data: { runId: id, no: 1, step: 'order', at, ...personOf(orderedBy) } });
  return isNew;
}

/** Reads a run with its steps, without lines. Throws if there is none. */
export async function readRun(tx: Tx, id: string): Promise<PaymentRun> {
  const row = await tx.paymentRun.findUniqueOrThrow({ where: { id }, include: { steps: { orderBy: { no: 'asc' } } } });
  return {
    id,
    district: row.districtCode,
    month: monthOf(plainDate(row.month.toISOString().slice(0, 10))),
    stage: stageFrom(row.status),
    at: civilInstant(row.at),
    nextDue: row.nextDue === null ? undefined : civilInstant(row.nextDue),
    level: row.level,
    steps: row.steps.map((step) => ({
      step: stepFrom(step.step),
      eyes: step.onBehalfOf === null ? [step.staffId] : [step.staffId, step.onBehalfOf],
    })),
    lines: [],
  };
}

/** Reads a run and holds its row until the transaction ends: one writer at a time. */
export async function lockRun(tx: Tx, id: string): Promise<PaymentRun> {
  await tx.$executeRaw`SELECT FROM payment_run WHERE id = ${id} FOR UPDATE`;
  return readRun(tx, id);
}

/** What a stored step adds to its name: who took it, under which command, in whose words. */
export interface StepNote {
  readonly actor: Actor;
  readonly commandId?: string;
  readonly note?: string;
}

/**
 * Stores how a run moved from `before` to `after`, with its new steps; `by` says who took those that are no doing of the
 * clock. Counts what the run comes to again.
 */
export async function saveRun(tx: Tx, before: PaymentRun, after: PaymentRun, by?: StepNote): Promise<void> {
  const added = after.steps.slice(before.steps.length);
  await tx.paymentRunStep.createMany({
    data: added.map((step, index) => ({
      runId: after.id,
      no: before.steps.length + index + 1,
      step: step.step,
      at: after.at,
      ...(by === undefined || ofItself.includes(step.step)
        ? { staffId: 'system' }
        : { ...personOf(by.actor), commandId: by.commandId ?? null, note: by.note ?? '' }),
    })),
  });
  const sum = await tx.paymentLine.aggregate({
    where: { runId: after.id, status: { not: 'cancelled' } },
    _count: true,
    _sum: { amountFen: true },
  });
  await tx.paymentRun.update({
    where: { id: after.id },
    data: {
      status: after.stage,
      at: after.at,
      level: after.level,
      nextDue: after.nextDue ?? null,
      lines: sum._count,
      totalFen: BigInt(sum._sum.amountFen ?? 0),
    },
  });
}

const ofItself: readonly RunStepName[] = ['drawUp', 'settle', 'escalate'];

const personOf = (actor: Actor) => {
  const [staffId = actor.staffId, onBehalfOf = null] = eyesOf(actor);
  return { staffId, onBehalfOf };
};

/** The stage so written in the record. Throws, naming the text, if there is none. */
export function stageFrom(text: string): RunStage {
  if (!isStage(text)) throw new Error(`the record holds a run in the unknown stage "${text}"`);
  return text;
}

const isStage = (text: string): text is RunStage => Object.hasOwn(runStages, text);

const stepNames = {
  order: true,
  drawUp: true,
  check: true,
  approve: true,
  sendToFinance: true,
  sendToBank: true,
  recordResults: true,
  repay: true,
  cancelLine: true,
  approveCancellation: true,
  declineCancellation: true,
  settle: true,
  escalate: true,
} as const satisfies Record<RunStepName, true>;

function stepFrom(text: string): RunStepName {
  if (!isStep(text)) throw new Error(`the record holds the unknown step "${text}"`);
  return text;
}

const isStep = (text: string): text is RunStepName => Object.hasOwn(stepNames, text);

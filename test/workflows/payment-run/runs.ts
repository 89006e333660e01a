import { randomUUID } from 'node:crypto';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { paymentRunWorkflowId } from '../../../contracts/ids.ts';
import { advancePaymentRun, type PaymentRunInput, paymentRunWorkflow } from '../../../contracts/payment-run.ts';
import { civilInstantOf } from '../../../contracts/shanghai-time.ts';
import { type CivilInstant, yearMonth } from '../../../policy/dates.ts';
import type { Role } from '../../../policy/lifecycle/actors.ts';
import type { RunCommand } from '../../../policy/payment-run/commands.ts';
import type { PrismaClient } from '../../../prisma/client.ts';

export const inputFor = (district: string, rest: Partial<PaymentRunInput> = {}): PaymentRunInput => ({
  programme: 'dibao',
  district,
  month: yearMonth('2026-01'),
  training: false,
  ...rest,
});

export const startRun = (client: Client, input: PaymentRunInput, taskQueue: string): Promise<WorkflowHandle> =>
  client.workflow.start(paymentRunWorkflow, { taskQueue, workflowId: paymentRunWorkflowId(input), args: [input] });

/** Gives a command as the API does: the update's id is the command's. */
export function give(
  handle: WorkflowHandle,
  role: Role,
  command: RunCommand,
  by: { at?: CivilInstant; commandId?: string } = {},
) {
  const { at = civilInstantOf(Date.now()), commandId = randomUUID() } = by;
  const actor = { staffId: role, role, division: handle.workflowId.split('/').at(-1) ?? '' };
  return handle.executeUpdate(advancePaymentRun, {
    updateId: commandId,
    args: [{ commandId, bodyHash: JSON.stringify(command), command, actor, at }],
  });
}

export const stageOf = async (prisma: PrismaClient, input: PaymentRunInput): Promise<string | undefined> =>
  (await prisma.paymentRun.findUnique({ where: { id: `dibao-${input.month}-${input.district}` } }))?.status;

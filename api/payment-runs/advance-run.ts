import { type PaymentRunKey, paymentRunId } from '../../contracts/ids.ts';
import type { Actor } from '../../policy/lifecycle/actors.ts';
import { type RunCommand, runCommands, ruleOf } from '../../policy/payment-run/commands.ts';
import { allowedRunCommands } from '../../policy/payment-run/decide.ts';
import type { RunStage } from '../../policy/payment-run/stages.ts';
import { readRun, stageFrom } from '../../prisma/repositories/payment-runs.ts';
import { readReceipt } from '../../prisma/repositories/receipts.ts';
import type { AppDeps } from '../deps.ts';
import { afterDelivery } from '../problems/outages.ts';
import { forbidden, refused } from '../problems/problem.ts';

export type AdvanceDeps = Pick<AppDeps, 'prisma' | 'paymentRuns' | 'civilClock'>;

/** A command as a request asks for it. */
export interface RunOrder {
  readonly key: PaymentRunKey;
  readonly commandId: string;
  readonly bodyHash: string;
  readonly command: RunCommand;
  readonly actor: Actor;
}

/**
 * Gives a command to its run and answers with the stage it led to; a repeated key gets its first outcome.
 * @throws Problem `forbidden` for a role that may never do this, `refused` if the run says no; ReceiptMismatch for another
 * body under the same key; errors of database and Temporal when the outcome is not known
 */
export async function advanceRun(deps: AdvanceDeps, order: RunOrder): Promise<RunStage> {
  const { prisma } = deps;
  const { commandId, bodyHash, command, actor } = order;
  const { zh, en } = runCommands[command.type];
  if (!ruleOf(command.type).roles.includes(actor.role))
    throw forbidden({ zh: `您的岗位不能办理：${zh}`, en: `Your role may not: ${en}` });
  if ((await readReceipt(prisma, commandId, bodyHash)) === undefined) await deliver(deps, order);
  // Read even after a first delivery: Temporal, too, knows a key, but not the body that came with it.
  const receipt = await afterDelivery(() => readReceipt(prisma, commandId, bodyHash));
  const status = typeof receipt === 'object' && receipt !== null && 'status' in receipt && receipt['status'];
  if (typeof status !== 'string') throw new Error(`${paymentRunId(order.key)} has answered and left no receipt.`);
  return stageFrom(status);
}

async function deliver({ prisma, paymentRuns, civilClock }: AdvanceDeps, order: RunOrder): Promise<void> {
  const { key, commandId, bodyHash, command, actor } = order;
  const answer = await civilClock.during((at) => paymentRuns.deliver(key, { commandId, bodyHash, command, actor, at }));
  if (!('refused' in answer)) return;
  const { code, zh, en } = answer.refused;
  throw refused(code, { zh, en }, allowedRunCommands(await readRun(prisma, paymentRunId(key)), actor));
}

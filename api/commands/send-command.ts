import { actionTypes } from '../../contracts/http/actions.ts';
import type { Actor } from '../../policy/lifecycle/actors.ts';
import { commandRules } from '../../policy/lifecycle/command-rules.ts';
import type { CaseCommand } from '../../policy/lifecycle/commands.ts';
import { allowedCommands } from '../../policy/lifecycle/decide.ts';
import type { Refusal } from '../../policy/lifecycle/refusals.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import { type CasePlace, findState, readAfterCommand, readBeforeCommand } from '../../prisma/repositories/cases.ts';
import { readReceipt } from '../../prisma/repositories/receipts.ts';
import type { AppDeps } from '../deps.ts';
import { afterDelivery } from '../problems/outages.ts';
import { forbidden, refused } from '../problems/problem.ts';
import { assertVisible } from './visible.ts';

export type CommandDeps = Pick<AppDeps, 'prisma' | 'cases' | 'civilClock'>;

/** A command as a request asks for it: to which case, what, by whom, under which key. */
export interface CommandOrder {
  readonly caseId: string;
  readonly commandId: string;
  readonly bodyHash: string;
  readonly command: CaseCommand;
  readonly actor: Actor;
}

/** A command that was carried out, now or when its key was first sent: the case as it is in the record. */
export interface CarriedOut {
  /** Number of the last event that the command led to. */
  readonly seq: number;
  readonly state: CaseState;
}

/** Throws `forbidden` unless the role may ever give such a command; the case asks again, and asks more. */
export function assertRole(actor: Actor, type: CaseCommand['type']): void {
  const { roles, zh, en } = commandRules[type];
  if (!roles.includes(actor.role)) throw forbidden({ zh: `您的岗位不能办理：${zh}`, en: `Your role may not: ${en}` });
}

/** Actions of staff that the actor may take now. */
export const allowedActions = (state: CaseState, actor: Actor): string[] =>
  allowedCommands(state, actor).filter((type) => actionTypes.some((action) => action === type));

/**
 * Gives a command to its case and answers with what is stored. A repeated key gets its first outcome, also after the run has
 * continued as new, since the receipt is in PostgreSQL.
 * @throws Problem `not-found` for a case the actor may not know of, `refused` if the case says no; ReceiptMismatch for
 * another body under the same key; errors of database and Temporal when the outcome is not known
 */
export async function sendCommand(deps: CommandDeps, order: CommandOrder): Promise<CarriedOut> {
  const { prisma } = deps;
  const before = await readBeforeCommand(prisma, order);
  if (before.outcome === undefined) await deliver(deps, order, before.place);
  // Read even after a first delivery: Temporal, too, knows a key, but not the body that came with it.
  const { outcome, state } = await afterDelivery(() => readAfterCommand(prisma, order));
  if (state === undefined) throw new Error(`Case ${order.caseId} has answered and is not in the record.`);
  return { seq: seqIn(outcome) ?? state.seq, state };
}

async function deliver(deps: CommandDeps, order: CommandOrder, place: CasePlace | undefined): Promise<void> {
  const { prisma, cases, civilClock } = deps;
  const { caseId, commandId, bodyHash, command, actor } = order;
  const founds = command.type === 'draftApplication';
  const signs = founds
    ? { stage: 'draft' as const, kind: command.kind ?? 'dibao', town: command.town }
    : assertVisible(actor, place);
  const answer = await civilClock.during((at) =>
    cases.deliver({ caseId, signs, founds, message: { commandId, bodyHash, command, actor, at } }),
  );
  if (!('refused' in answer)) return;
  // The same key may have been carried out by an earlier run, whose updates this one does not know.
  if ((await readReceipt(prisma, commandId, bodyHash)) !== undefined) return;
  throw refusedBy(answer.refused, await findState(prisma, caseId), actor);
}

const refusedBy = ({ code, zh, en }: Refusal, state: CaseState | undefined, actor: Actor) =>
  refused(code, { zh, en }, state ? allowedActions(state, actor) : []);

function seqIn(receipt: unknown): number | undefined {
  const isOutcome = typeof receipt === 'object' && receipt !== null && 'seq' in receipt;
  return isOutcome && typeof receipt.seq === 'number' ? receipt.seq : undefined;
}

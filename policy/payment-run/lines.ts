import { type Actor, eyesOf } from '../lifecycle/actors.ts';
import { type Refusal, refusal } from '../lifecycle/refusals.ts';
import { type BankResult, linesNamedBy, type RunCommand } from './commands.ts';
import type { PaymentRun, RunLine } from './run.ts';
import type { LineStatus } from './stages.ts';

/** How a line stands after a command. `reason` is the bank's word on a transfer. */
export interface LineChange {
  readonly id: string;
  readonly status: LineStatus;
  readonly attempt: number;
  readonly accountId?: string;
  readonly reason?: string;
  readonly cancellation: { readonly ground: string; readonly by: readonly string[] } | undefined;
}

export type LineChanges = { readonly refused: Refusal } | { readonly changes: readonly LineChange[] };

/** What the command does to the lines it names; refused if one of them is unknown, named twice or not in the state for it. */
export function changedLines(run: PaymentRun, command: RunCommand, actor: Actor): LineChanges {
  const named = linesNamedBy(command);
  if (new Set(named).size !== named.length)
    return { refused: refusal('lineNamedTwice', '同一发放明细重复出现', 'a line is named twice') };
  const changes: LineChange[] = [];
  for (const id of named) {
    const line = run.lines.find((candidate) => candidate.id === id);
    if (line === undefined)
      return { refused: refusal('unknownLine', `批次中没有明细 ${id}`, `the run has no line ${id}`) };
    const change = changeOf(line, command, actor);
    if ('code' in change) return { refused: change };
    changes.push(change);
  }
  return { changes };
}

function changeOf(line: RunLine, command: RunCommand, actor: Actor): LineChange | Refusal {
  const { id, status, attempt, cancellation } = line;
  switch (command.type) {
    case 'recordResults': {
      const result = command.lines.find((candidate) => candidate.lineId === id);
      return result === undefined ? notSent(id) : answered(line, result);
    }
    case 'repay':
      return sentAgain(line, actor);
    case 'cancelLine':
      if (line.cancellation !== undefined) return notHeld(id, '已有取消申请', 'has a proposed cancellation already');
      if (status !== 'due' && status !== 'returned') return notHeld(id, '不能取消', 'is neither due nor returned');
      return { id, status, attempt, cancellation: { ground: command.ground, by: eyesOf(actor) } };
    case 'approveCancellation':
    case 'declineCancellation': {
      const proposal = line.cancellation;
      if (proposal === undefined)
        return refusal('noProposal', `明细 ${id} 没有待批的取消申请`, `no cancellation of line ${id} is proposed`);
      if (eyesOf(actor).some((person) => proposal.by.includes(person)))
        return refusal('sameEyes', '提请与批准取消须由不同人员办理', 'who proposed a cancellation may not answer it');
      return command.type === 'approveCancellation'
        ? { id, status: 'cancelled', attempt, cancellation: undefined }
        : { id, status, attempt, cancellation: undefined };
    }
    case 'check':
    case 'approve':
    case 'sendToFinance':
    case 'sendToBank':
      return { id, status, attempt, cancellation };
  }
}

/** The same answer again changes nothing; another answer than the first is refused, since money has moved on it. */
function answered(line: RunLine, result: BankResult): LineChange | Refusal {
  const { id, status, attempt, cancellation } = line;
  if (result.attempt > attempt || result.attempt < 1) return notSent(id);
  if (result.attempt === attempt && status === 'sent')
    return {
      id,
      status: result.outcome,
      attempt,
      cancellation,
      ...(result.reason === undefined ? {} : { reason: result.reason }),
    };
  const known = result.attempt < attempt || status === 'cancelled' ? 'returned' : status;
  return known === result.outcome
    ? { id, status, attempt, cancellation }
    : refusal(
        'alreadyAnswered',
        `明细 ${id} 第 ${result.attempt} 次发放已有不同结果`,
        `transfer ${result.attempt} of line ${id} was already answered otherwise`,
      );
}

/** To the account its case has now, by somebody who had no hand in that account (policy.md §9, assumption). */
function sentAgain(line: RunLine, actor: Actor): LineChange | Refusal {
  const { id, status, attempt, caseAccountId, accountChangedBy = [] } = line;
  if (line.cancellation !== undefined) return notHeld(id, '有待批的取消申请', 'has a proposed cancellation');
  if (status !== 'returned' && status !== 'due') return notHeld(id, '没有被退回', 'is not held');
  if (caseAccountId === undefined)
    return refusal('noAccount', `明细 ${id} 的个案没有收款账户`, `the case of line ${id} has no account`);
  if (eyesOf(actor).some((person) => accountChangedBy.includes(person)))
    return refusal(
      'sameEyes',
      `明细 ${id} 的收款账户由本人变更，须由另一人重新发放`,
      `whoever changed the account of line ${id} may not pay again to it; another person has to`,
    );
  return { id, status: 'sent', attempt: attempt + 1, accountId: caseAccountId, cancellation: undefined };
}

const notSent = (id: string): Refusal =>
  refusal('notSent', `明细 ${id} 没有这次发放`, `line ${id} was not sent to the bank that often`);

const notHeld = (id: string, zh: string, en: string): Refusal =>
  refusal('lineNotHeld', `明细 ${id} ${zh}`, `line ${id} ${en}`);

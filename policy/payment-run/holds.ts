import type { RunLine } from './run.ts';
import type { RunStage } from './stages.ts';

/** Why a due line is held 暂缓: what was checked and approved is what is sent to the bank, and nothing else. */
export const holdReasons = {
  cancellation: { zh: '取消申请待批', en: 'a cancellation is proposed' },
  noAccount: { zh: '编制时无收款账户', en: 'drawn up without an account' },
  accountChanged: { zh: '复核后收款账户已变更', en: 'the account has changed since the line was drawn up' },
  notSent: { zh: '送银行时暂缓，现可重新发放', en: 'held when the run was sent; may be paid now' },
} as const satisfies Record<string, { zh: string; en: string }>;

export type HoldReason = keyof typeof holdReasons;

/**
 * Why a line of a run in `stage` is not sent to the bank, or was not; undefined where it will be, or where it is not due. `prisma`
 * sends by the same rule (`sendDueLines`).
 */
export function heldBecause(
  { status, accountId, caseAccountId, cancellation }: Omit<RunLine, 'id' | 'attempt' | 'accountChangedBy'>,
  stage: RunStage,
): HoldReason | undefined {
  if (status !== 'due') return undefined;
  if (cancellation !== undefined) return 'cancellation';
  if (accountId === undefined) return 'noAccount';
  if (accountId !== caseAccountId) return 'accountChanged';
  return stage === 'sentToBank' ? 'notSent' : undefined;
}

import type { Role } from '../lifecycle/actors.ts';
import type { RunStage } from './stages.ts';

/** What the bank said about one transfer: the attempt is named, so that a late answer never meets a newer transfer. */
export interface BankResult {
  readonly lineId: string;
  readonly attempt: number;
  readonly outcome: 'settled' | 'returned';
  readonly reason?: string;
}

/** Everything that staff, finance and bank may ask of a run. `type` selects the body. */
export type RunCommand =
  | { readonly type: 'check'; readonly note?: string }
  | { readonly type: 'approve'; readonly note?: string }
  | { readonly type: 'sendToFinance'; readonly note?: string }
  | { readonly type: 'sendToBank'; readonly note?: string }
  | { readonly type: 'recordResults'; readonly lines: readonly BankResult[] }
  /** Sends held and returned lines, to the account their case has now. */
  | { readonly type: 'repay'; readonly lineIds: readonly string[] }
  /** Proposes not to pay a line; it is held from here on. What the month then still lacks, the next run draws anew. */
  | { readonly type: 'cancelLine'; readonly lineId: string; readonly ground: string }
  | { readonly type: 'approveCancellation'; readonly lineId: string }
  | { readonly type: 'declineCancellation'; readonly lineId: string };

export type RunCommandType = RunCommand['type'];

interface CommandRule {
  readonly zh: string;
  readonly en: string;
  readonly roles: readonly Role[];
  /** Stages in which the run takes it. */
  readonly during: readonly RunStage[];
  /** Stage the run reaches by it; absent where it concerns lines only. */
  readonly leadsTo?: RunStage;
}

const beforeBank = ['drawnUp', 'checked', 'districtApproved', 'sentToFinance'] as const;

/** Who may give each command and when (policy.md §9). Results also come by hand, from the statement of account. */
export const runCommands = {
  check: { zh: '复核', en: 'check', roles: ['districtOfficer'], during: ['drawnUp'], leadsTo: 'checked' },
  approve: { zh: '审批', en: 'approve', roles: ['districtApprover'], during: ['checked'], leadsTo: 'districtApproved' },
  sendToFinance: {
    zh: '送财政',
    en: 'send to finance',
    roles: ['districtOfficer'],
    during: ['districtApproved'],
    leadsTo: 'sentToFinance',
  },
  sendToBank: {
    zh: '送银行',
    en: 'send to the bank',
    roles: ['financeOfficer'],
    during: ['sentToFinance'],
    leadsTo: 'sentToBank',
  },
  recordResults: {
    zh: '登记发放结果',
    en: 'record results',
    roles: ['bank', 'financeOfficer'],
    during: ['sentToBank'],
  },
  repay: { zh: '重新发放', en: 'pay again', roles: ['districtOfficer'], during: ['sentToBank'] },
  cancelLine: {
    zh: '提请取消',
    en: 'propose to cancel a line',
    roles: ['districtOfficer'],
    during: [...beforeBank, 'sentToBank'],
  },
  approveCancellation: {
    zh: '同意取消',
    en: 'approve a cancellation',
    roles: ['districtApprover'],
    during: [...beforeBank, 'sentToBank'],
  },
  declineCancellation: {
    zh: '不同意取消',
    en: 'decline a cancellation',
    roles: ['districtApprover'],
    during: [...beforeBank, 'sentToBank'],
  },
} as const satisfies Record<RunCommandType, CommandRule>;

/** The rule of a command, with its optional members in sight. */
export const ruleOf = (type: RunCommandType): CommandRule => runCommands[type];

/** The lines a command names; a run is decided on with just these. */
export function linesNamedBy(command: RunCommand): readonly string[] {
  switch (command.type) {
    case 'recordResults':
      return command.lines.map((line) => line.lineId);
    case 'repay':
      return command.lineIds;
    case 'cancelLine':
    case 'approveCancellation':
    case 'declineCancellation':
      return [command.lineId];
    case 'check':
    case 'approve':
    case 'sendToFinance':
    case 'sendToBank':
      return [];
  }
}

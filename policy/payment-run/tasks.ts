import type { Role } from '../lifecycle/actors.ts';
import { responsibleRole, stageLimits } from './deadlines.ts';
import type { RunStage } from './stages.ts';

type OpenStage = Exclude<RunStage, 'settled'>;

/** What has to be done with a run in each stage, for the worklist of whoever is responsible. */
export const runTasks = {
  drawingUp: { name: 'drawUp', zh: '查明批次为何未编成', en: 'Find out why the run is not drawn up' },
  drawnUp: { name: 'check', zh: '复核发放批次', en: 'Check the payment run' },
  checked: { name: 'approve', zh: '审批发放批次', en: 'Approve the payment run' },
  districtApproved: { name: 'sendToFinance', zh: '将发放批次送财政', en: 'Send the payment run to finance' },
  sentToFinance: { name: 'sendToBank', zh: '将发放批次送银行', en: 'Send the payment run to the bank' },
  sentToBank: { name: 'settle', zh: '催办银行结果、处理退回', en: 'See to the answers of the bank and returned lines' },
} as const satisfies Record<OpenStage, { readonly name: string; readonly zh: string; readonly en: string }>;

/** More levels than any stage has. */
const LEVELS = 5;

/** A stage at a level of lateness: who has to act, and who sees to it (督办) once it is late. */
export interface WaitingRun {
  readonly stage: OpenStage;
  readonly level: number;
  readonly role: Role;
  readonly supervisor?: Role;
}

/** The runs on which that role has to act, however late they are, or whose lateness it sees to. Drawn up by itself, a run waits only when late. */
export const waitingFor = (asked: Role): WaitingRun[] =>
  (Object.keys(runTasks) as OpenStage[]).flatMap((stage) =>
    Array.from({ length: LEVELS }, (_, level): WaitingRun => {
      const [role] = stageLimits[stage].roles;
      const supervisor = responsibleRole(stage, level);
      return { stage, level, role, ...(supervisor !== undefined && supervisor !== role && { supervisor }) };
    }).filter(
      ({ level, role, supervisor }) =>
        (role === asked || supervisor === asked) && !(stage === 'drawingUp' && level === 0),
    ),
  );

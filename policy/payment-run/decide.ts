import type { CivilInstant } from '../dates.ts';
import { type Actor, eyesOf } from '../lifecycle/actors.ts';
import { covers } from '../lifecycle/divisions.ts';
import { type Refusal, refusal } from '../lifecycle/refusals.ts';
import { type RunCommand, type RunCommandType, ruleOf, runCommands } from './commands.ts';
import { escalated, stageDue } from './deadlines.ts';
import { stepTakenBefore } from './four-eyes.ts';
import { changedLines, type LineChange } from './lines.ts';
import type { PaymentRun, RunStep } from './run.ts';
import { type RunStage, runStages } from './stages.ts';

/** What a command leads to. `sendsDueLines`: every due line that is not held (`heldBecause`) goes to the bank. */
export interface RunDecision {
  readonly stage: RunStage;
  readonly at: CivilInstant;
  readonly step: RunStep;
  readonly changes: readonly LineChange[];
  readonly sendsDueLines: boolean;
}

export type RunOutcome = { readonly refused: Refusal } | { readonly decided: RunDecision };

/** Whether the actor's role, division and eyes and the run's stage allow the command; its lines are not looked at. */
export function refuses(run: PaymentRun, type: RunCommandType, actor: Actor): Refusal | undefined {
  const rule = ruleOf(type);
  if (!rule.roles.includes(actor.role))
    return refusal('wrongRole', `当前角色不能${rule.zh}`, `the role ${actor.role} may not ${rule.en}`);
  if (!covers(actor, { village: '', town: '', district: run.district }))
    return refusal('otherDivision', '不属于本辖区的批次', 'the run belongs to another division');
  if (!rule.during.includes(run.stage)) {
    const { zh, en } = runStages[run.stage];
    return refusal('notNow', `批次${zh}，不能${rule.zh}`, `the run is ${en}: it cannot take "${rule.en}" now`);
  }
  const before = stepTakenBefore(run, type, actor);
  return before === undefined
    ? undefined
    : refusal(
        'sameEyes',
        '编制、复核、审批、拨付须由不同人员办理；重新发放不得由复核、审批、拨付人员办理',
        `drawing up, checking, approving, paying and paying again take different persons; this one already took "${before}"`,
      );
}

/**
 * Decides a command given at `at`. An instant before the run's last step counts as that step's. Refused wholly if any line
 * it names does not allow it: half a batch is never recorded.
 */
export function decideRun(run: PaymentRun, command: RunCommand, actor: Actor, at: CivilInstant): RunOutcome {
  const refused = refuses(run, command.type, actor);
  if (refused !== undefined) return { refused };
  const lines = changedLines(run, command, actor);
  if ('refused' in lines) return lines;
  return {
    decided: {
      stage: ruleOf(command.type).leadsTo ?? run.stage,
      at: at < run.at ? run.at : at,
      step: { step: command.type, eyes: eyesOf(actor) },
      changes: lines.changes,
      sendsDueLines: command.type === 'sendToBank',
    },
  };
}

/** The run's stage and steps after a decision; what becomes of its lines is the decision's to say. */
export const moveRun = (run: PaymentRun, { step, stage, at }: RunDecision): PaymentRun =>
  enter({ ...run, steps: [...run.steps, step] }, stage, at);

/** The run once all its lines are drawn. One without lines has nothing to pay and is settled. */
export function drawnUp(run: PaymentRun, at: CivilInstant, empty: boolean): PaymentRun {
  if (run.stage !== 'drawingUp') return run;
  const drawn = { ...run, steps: [...run.steps, { step: 'drawUp', eyes: ['system'] } as const] };
  return empty ? settle(drawn, at) : enter(drawn, 'drawnUp', at);
}

/** Moves a run that the bank has to `settled` once no line of it is open. */
export const settledWhen = (run: PaymentRun, nothingOpen: boolean): PaymentRun =>
  run.stage === 'sentToBank' && nothingOpen ? settle(run, run.at) : run;

/** The run after its limit has passed at or before `until`; the same run if none has. Each level is applied by itself. */
export function escalateRun(run: PaymentRun, until: CivilInstant): PaymentRun {
  if (run.nextDue === undefined || run.nextDue > until) return run;
  const steps = [...run.steps, { step: 'escalate', eyes: ['system'] } as const];
  const at = run.nextDue > run.at ? run.nextDue : run.at;
  return { ...run, steps, at, ...escalated(run.stage, run.level, run.nextDue) };
}

/** The commands the actor may give now, before any line is named. */
export const allowedRunCommands = (run: PaymentRun, actor: Actor): RunCommandType[] =>
  (Object.keys(runCommands) as RunCommandType[]).filter((type) => refuses(run, type, actor) === undefined);

const settle = (run: PaymentRun, at: CivilInstant): PaymentRun =>
  enter({ ...run, steps: [...run.steps, { step: 'settle', eyes: ['system'] }] }, 'settled', at);

const enter = (run: PaymentRun, stage: RunStage, at: CivilInstant): PaymentRun =>
  stage === run.stage ? { ...run, at } : { ...run, stage, at, level: 0, nextDue: stageDue(stage, run.month, at) };

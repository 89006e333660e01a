import { civilInstant, yearMonth } from '../../../policy/dates.ts';
import type { Actor, Role } from '../../../policy/lifecycle/actors.ts';
import type { RunCommand } from '../../../policy/payment-run/commands.ts';
import { decideRun, drawnUp, moveRun, type RunDecision, settledWhen } from '../../../policy/payment-run/decide.ts';
import { heldBecause } from '../../../policy/payment-run/holds.ts';
import type { PaymentRun, RunLine } from '../../../policy/payment-run/run.ts';
import { lineStatuses } from '../../../policy/payment-run/stages.ts';

export const at = civilInstant('2026-11-01T06:00:00');

export const staff = (staffId: string, role: Role, division = '320402'): Actor => ({ staffId, role, division });
export const officer = staff('officer', 'districtOfficer');
export const checker = staff('checker', 'districtOfficer');
export const approver = staff('approver', 'districtApprover');
export const finance = staff('finance', 'financeOfficer');
export const bank = staff('bank', 'bank', '3204');

export const line = (id: string, rest: Partial<RunLine> = {}): RunLine => ({
  id,
  status: 'due',
  attempt: 0,
  accountId: `account-of-${id}`,
  caseAccountId: `account-of-${id}`,
  ...rest,
});

const drawing: PaymentRun = {
  id: 'run',
  district: '320402',
  month: yearMonth('2026-11'),
  stage: 'drawingUp',
  at,
  nextDue: undefined,
  level: 0,
  steps: [],
  lines: [],
};

/** A run drawn up, ordered by the person named if any. */
export function drawn(lines: readonly RunLine[] = [line('a'), line('b')], orderedBy?: string): PaymentRun {
  const steps = orderedBy === undefined ? [] : [{ step: 'order' as const, eyes: [orderedBy] }];
  return drawnUp({ ...drawing, lines, steps }, at, lines.length === 0);
}

/** What the record does with a decision, over a run that holds all its lines. */
function evolve(run: PaymentRun, decision: RunDecision): PaymentRun {
  const lines = run.lines
    .map((each) => ({ ...each, ...decision.changes.find((change) => change.id === each.id) }))
    .map((each) =>
      decision.sendsDueLines && each.status === 'due' && heldBecause(each, run.stage) === undefined
        ? { ...each, status: 'sent' as const, attempt: 1 }
        : each,
    );
  const nothingOpen = lines.every(({ status }) => !lineStatuses[status].open);
  return settledWhen(moveRun({ ...run, lines }, decision), nothingOpen);
}

/** The run after the command, or the code of its refusal. */
export function give(run: PaymentRun, command: RunCommand, actor: Actor, when = at): PaymentRun | string {
  const outcome = decideRun(run, command, actor, when);
  return 'refused' in outcome ? outcome.refused.code : evolve(run, outcome.decided);
}

/** The run after all the commands; throws at the first refusal. */
export const after = (run: PaymentRun, ...steps: readonly (readonly [RunCommand, Actor])[]): PaymentRun =>
  steps.reduce((current, [command, actor]) => {
    const next = give(current, command, actor);
    if (typeof next === 'string') throw new Error(`${command.type} was refused: ${next}`);
    return next;
  }, run);

/** The run with the account of one line's case as said. */
export const withAccount = (run: PaymentRun, id: string, now: Partial<RunLine>): PaymentRun => ({
  ...run,
  lines: run.lines.map((each) => (each.id === id ? { ...each, ...now } : each)),
});

/** The run with its money on the way. */
export const withBank = (run: PaymentRun): PaymentRun =>
  after(
    run,
    [{ type: 'check' }, checker],
    [{ type: 'approve' }, approver],
    [{ type: 'sendToFinance' }, officer],
    [{ type: 'sendToBank' }, finance],
  );

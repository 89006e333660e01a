import type { z } from 'zod';
import {
  lineStatus,
  type paymentLine,
  type paymentRunDetail,
  paymentRunSummary,
  runStage,
} from '../../../contracts/http/payment-runs.ts';
import { addDays, civilInstant, dateOf } from '../../../policy/dates.ts';
import { kinds } from '../../../policy/kinds.ts';
import type { RunCommandType } from '../../../policy/payment-run/commands.ts';
import { componentWords } from '../../../policy/payment-run/components.ts';
import { responsibleRole } from '../../../policy/payment-run/deadlines.ts';
import { heldBecause, holdReasons } from '../../../policy/payment-run/holds.ts';
import { type RunStage, runStages } from '../../../policy/payment-run/stages.ts';
import type { StaffRole } from '../../access/caller.ts';
import type { findRun, listLines, listRuns } from '../../../prisma/repositories/payment-run-lists.ts';

type FoundRun = NonNullable<Awaited<ReturnType<typeof findRun>>>;
type RunRow = Awaited<ReturnType<typeof listRuns>>[number];
type LineRow = Awaited<ReturnType<typeof listLines>>[number];

/** Finance and bank pay without seeing why [policy.md §9]. */
const seesReasons = (role: StaffRole): boolean => role !== 'financeOfficer' && role !== 'bank';

const monthOf = (date: Date): string => date.toISOString().slice(0, 7);

/** A run in a list. */
export function summaryOf(run: RunRow): z.output<typeof paymentRunSummary> {
  const stage = runStage.parse(run.status);
  const programme = paymentRunSummary.shape.programme.parse(run.programme);
  return {
    id: run.id,
    programme,
    programmeName: kinds[programme].zh,
    month: monthOf(run.month),
    district: run.districtCode,
    stage,
    stageName: runStages[stage].zh,
    lines: run.lines,
    totalFen: Number(run.totalFen),
    lastDay: run.nextDue === null ? null : addDays(dateOf(civilInstant(run.nextDue)), -1),
    responsible: responsibleRole(stage, run.level) ?? null,
    level: run.level,
    at: run.at,
  };
}

/** A run by itself, with what the caller may do. */
export function detailOf(
  { run, byStatus, withoutAccount, accountChanged }: FoundRun,
  allowedActions: readonly RunCommandType[],
  role: StaffRole,
): z.output<typeof paymentRunDetail> {
  return {
    ...summaryOf(run),
    byStatus: byStatus.map((row) => ({ ...row, status: lineStatus.parse(row.status) })),
    withoutAccount,
    accountChanged,
    steps: run.steps.map(({ no, step, staffId, onBehalfOf, at, note }) => ({
      no,
      step,
      staffId,
      onBehalfOf,
      at,
      note: seesReasons(role) ? note : '',
    })),
    allowedActions: [...allowedActions],
  };
}

/** A line of a run in `stage` as the role may see it. */
export function lineOf(line: LineRow, stage: RunStage, role: StaffRole): z.output<typeof paymentLine> {
  const status = lineStatus.parse(line.status);
  const hold = heldBecause(
    {
      status,
      accountId: line.accountId ?? undefined,
      caseAccountId: line.caseAccountId ?? undefined,
      ...(line.cancelGround !== null && { cancellation: { ground: line.cancelGround, by: line.cancelBy } }),
    },
    stage,
  );
  return {
    id: line.id,
    caseId: line.caseId,
    component: line.component,
    componentName: componentWords(line.component)?.zh ?? line.component,
    benefitMonth: monthOf(line.benefitMonth),
    instalment: line.instalment,
    amountFen: line.amountFen,
    status,
    hold: hold ?? null,
    holdName: hold === undefined ? null : holdReasons[hold].zh,
    attempt: line.attempt,
    bank: line.account?.bank ?? null,
    account: line.account?.lastFour ?? null,
    accountNow: line.accountNow?.lastFour ?? null,
    lastAnswer: line.attempts[0]?.reason ?? null,
    reason: seesReasons(role) ? line.reason : null,
    cancelGround: seesReasons(role) ? line.cancelGround : null,
  };
}

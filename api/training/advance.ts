import type { PrismaClient } from '../../prisma/client.ts';
import { type CivilInstant, nextMonth, type YearMonth } from '../../policy/dates.ts';
import { nextRunMonth, runInstant } from '../../policy/payment-run/schedule.ts';
import { casesMovingOn, dueCases, dueRuns, earliestMove, missingRuns } from '../../prisma/repositories/due-work.ts';
import type { Advanced, CalendarStep } from './advanced.ts';
import { inFlight } from './in-flight.ts';
import { wakeCase, type WakeDeps, wakeRun } from './wake.ts';

/** More at once would only queue in the worker and turn the last of them into laggards. */
const MOST_IN_FLIGHT = 50;

/**
 * Moves civil time from `from` to `to`, from one instant at which something moves on by itself to the next: there the clocks of cases
 * strike, then the Schedules' runs are drawn up. Limits that only escalate, of cases and of runs, touch nothing but their own; they
 * strike at their own instants all the same, when their case goes on next, and at the latest at the end of the move. What an
 * interrupted move has left undone is done first.
 * @throws Laggard; civil time then stands at the instant where it lags
 */
export async function advance(
  deps: WakeDeps,
  from: CivilInstant,
  to: CivilInstant,
  moveTo: (instant: CivilInstant) => Promise<void>,
): Promise<Advanced> {
  const { prisma } = deps;
  const steps: CalendarStep[] = [];
  const stuck: string[] = [];
  for (let now = from; ;) {
    const scheduled = await nextScheduled(prisma, now);
    const moves = await earliestMove(prisma, to, stuck);
    const earliest = moves === undefined || scheduled.at < moves ? scheduled.at : moves;
    if (earliest > to) break;
    // A clock before `now` is left from an interrupted move, or was moved back by a notice.
    if (earliest > now) now = earliest;
    await moveTo(now);
    const cases = await casesMovingOn(prisma, now, stuck);
    await inFlight(cases, MOST_IN_FLIGHT, (caseId) => wakeCase(deps, caseId, now));
    const missing = scheduled.at === now ? await missingRuns(prisma, scheduled.month) : [];
    await inFlight(missing, MOST_IN_FLIGHT, (run) => wakeRun(deps, { ...run, month: scheduled.month }, now));
    steps.push({ at: now, cases: cases.length, lateRuns: 0, drawnUp: missing.length });
    stuck.push(...(await casesMovingOn(prisma, now, stuck)));
  }
  await moveTo(to);
  const cases = await dueCases(prisma, to, stuck);
  await inFlight(cases, MOST_IN_FLIGHT, (caseId) => wakeCase(deps, caseId, to));
  const late = await dueRuns(prisma, to, stuck);
  await inFlight(late, MOST_IN_FLIGHT, (run) => wakeRun(deps, run, to));
  if (cases.length + late.length > 0) steps.push({ at: to, cases: cases.length, lateRuns: late.length, drawnUp: 0 });
  stuck.push(...(await dueCases(prisma, to, stuck)), ...(await dueRuns(prisma, to, stuck)).map(({ id }) => id));
  return { from, now: to, steps, stuck };
}

/** The Schedule's next month, and when it falls due: the one of this very instant as long as a run of it is missing. */
export async function nextScheduled(
  prisma: PrismaClient,
  now: CivilInstant,
): Promise<{ month: YearMonth; at: CivilInstant }> {
  const next = nextRunMonth(now);
  const done = runInstant(next) === now && (await missingRuns(prisma, next)).length === 0;
  const month = done ? nextMonth(next) : next;
  return { month, at: runInstant(month) };
}

import type { Client } from '@temporalio/client';
import { Gauge, Registry } from 'prom-client';
import { dateOf } from '../policy/dates.ts';
import type { PrismaClient } from '../prisma/client.ts';
import { countOverdue } from '../prisma/repositories/overdue.ts';
import { cached } from './access/cached.ts';
import type { CivilClock } from './civil-clock.ts';
import type { AppDeps } from './deps.ts';

const CACHE_MS = 30_000;
const RPC_TIMEOUT_MS = 2_000;

interface Sources {
  readonly prisma: PrismaClient;
  readonly client: Client;
  readonly civilClock: CivilClock;
}

/**
 * What somebody should be called for: stuck runs, which Temporal counts, and what is overdue, from PostgreSQL. Counted at most every
 * 30 seconds; while the one or the other is away its figures are absent and `doudi_part_up` says 0, rather than a zero that is none.
 */
export function alertingMetrics({ prisma, client, civilClock }: Sources): AppDeps['otherMetrics'] {
  const stuck = new Registry();
  const stuckRuns = gauge(stuck, 'doudi_stuck_workflows', 'Running workflows with a StuckReason');
  const overdue = new Registry();
  const tasks = gauge(overdue, 'doudi_overdue_tasks', 'Open tasks of cases whose last day has passed');
  const runs = gauge(overdue, 'doudi_overdue_payment_runs', 'Payment runs whose step now due is late');

  const countStuck = cached(CACHE_MS, 1, async () => {
    const query = "ExecutionStatus = 'Running' AND StuckReason IS NOT NULL";
    const { count } = await client.withDeadline(Date.now() + RPC_TIMEOUT_MS, () => client.workflow.count(query));
    stuckRuns.set(count);
    return stuck.metrics();
  });
  const countLate = cached(CACHE_MS, 1, async () => {
    const late = await countOverdue(prisma, dateOf(await civilClock.now()));
    tasks.set(late.tasks);
    runs.set(late.paymentRuns);
    return overdue.metrics();
  });
  return { stuck: () => countStuck(''), overdue: () => countLate('') };
}

const gauge = (registry: Registry, name: string, help: string): Gauge =>
  new Gauge({ name, help, registers: [registry] });

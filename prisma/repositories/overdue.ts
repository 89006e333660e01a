import type { PlainDate } from '../../policy/dates.ts';
import type { PrismaClient } from '../client.ts';

/** How much is late: past its last day, or moved up a level because of it. */
export interface Overdue {
  readonly tasks: number;
  readonly paymentRuns: number;
}

/** What is overdue on that day, in all divisions. */
export async function countOverdue(prisma: PrismaClient, today: PlainDate): Promise<Overdue> {
  const [row] = await prisma.$queryRaw<Overdue[]>`
    SELECT (SELECT count(*)::int FROM task WHERE due_date < ${today}::date OR level > 0) AS tasks,
      (SELECT count(*)::int FROM payment_run
        WHERE status <> 'settled' AND (left(next_due, 10)::date <= ${today}::date OR level > 0)) AS "paymentRuns"`;
  return row ?? { tasks: 0, paymentRuns: 0 };
}

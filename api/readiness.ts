import type { Client } from '@temporalio/client';
import { optionalTsToMs } from '@temporalio/common/lib/time.js';
import proto from '@temporalio/proto';
import type { PrismaClient } from '../prisma/client.ts';
import type { AppDeps } from './deps.ts';

const RPC_TIMEOUT_MS = 2_500;
/** A living worker renews its long poll every minute. */
const POLL_MAX_AGE_MS = 90_000;

/** The checks behind `/health/ready`: database and Temporal answer, and a worker polls the task queue. */
export function readinessOf(prisma: PrismaClient, client: Client, taskQueue: string): AppDeps['readiness'] {
  const { connection } = client;
  const { namespace } = client.options;
  return {
    async database() {
      await prisma.$queryRaw`SELECT 1`;
    },
    async temporal() {
      await connection.withDeadline(Date.now() + RPC_TIMEOUT_MS, () =>
        connection.workflowService.describeNamespace({ namespace }),
      );
    },
    async worker() {
      const { pollers } = await connection.withDeadline(Date.now() + RPC_TIMEOUT_MS, () =>
        connection.workflowService.describeTaskQueue({
          namespace,
          taskQueue: { name: taskQueue },
          taskQueueType: proto.temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
        }),
      );
      const since = Date.now() - POLL_MAX_AGE_MS;
      const polling = pollers.some(({ lastAccessTime }) => (optionalTsToMs(lastAccessTime) ?? 0) > since);
      if (!polling) throw new Error(`No worker polls ${taskQueue}.`);
    },
  };
}

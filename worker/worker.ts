import { createHash } from 'node:crypto';
import type { DataConverter } from '@temporalio/common';
import { Worker, type NativeConnection, type WorkflowBundleOption } from '@temporalio/worker';
import type { Config } from '../platform/config.ts';

/** What a worker is composed of. Tests give their own parts; `main.ts` gives the real ones. */
export type WorkerDeps = {
  connection: NativeConnection;
  temporal: Pick<Config['temporal'], 'namespace' | 'taskQueue'>;
  workflowBundle: WorkflowBundleOption;
  activities: object;
  dataConverter: DataConverter;
  /** Connections of the database pool: more local activities at once would only wait for each other. */
  poolSize: number;
  shutdownGraceSeconds: number;
};

/**
 * The build id, which changes with the code of the workflows. The SDK calls the option deprecated as a part of worker versioning, which is
 * not used here; the way that replaces it writes search attributes of its own to every case.
 */
function named(bundle: WorkflowBundleOption): { readonly buildId: string } {
  if (!('code' in bundle)) throw new TypeError('The bundle is given as code.');
  return { buildId: `doudi+${createHash('sha256').update(bundle.code).digest('hex').slice(0, 12)}` };
}

/**
 * Creates the worker of workflows and activities; `run()` polls until `shutdown()`. Shutting down, it takes nothing new and
 * finishes what it holds, for at most the grace time.
 */
export function createWorker(deps: WorkerDeps): Promise<Worker> {
  return Worker.create({
    connection: deps.connection,
    namespace: deps.temporal.namespace,
    taskQueue: deps.temporal.taskQueue,
    workflowBundle: deps.workflowBundle,
    activities: deps.activities,
    // Two events of every command name the code that wrote them; the SDK's own name for it is four times as long.
    ...named(deps.workflowBundle),
    dataConverter: deps.dataConverter,
    shutdownGraceTime: `${deps.shutdownGraceSeconds}s`,
    // After the grace time, work that ignores its cancellation is given up: Temporal gives it to another worker.
    shutdownForceTime: `${deps.shutdownGraceSeconds + 5}s`,
    maxConcurrentLocalActivityExecutions: deps.poolSize,
    maxConcurrentActivityTaskExecutions: Math.max(2, Math.floor(deps.poolSize / 2)),
    // At less than 0.1 MB a case.
    maxCachedWorkflows: 2_000,
    // How long a case waits for a worker that died before another may take it.
    stickyQueueScheduleToStartTimeout: '5s',
  });
}

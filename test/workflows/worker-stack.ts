import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, type Worker } from '@temporalio/worker';
import { createActivities } from '../../activities/index.ts';
import { createDataConverter } from '../../platform/codec.ts';
import type { Config } from '../../platform/config.ts';
import { connectClient } from '../../platform/temporal.ts';
import { createPrisma } from '../../prisma/client.ts';
import { bundleOptions } from '../../worker/bundle-options.ts';
import { createWorker } from '../../worker/worker.ts';
import { ownDatabase, testConfig } from '../services.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });

const root = path.resolve(__dirname, '../..');
const poolSize = 8;

export interface WorkerStackOptions {
  /** Waits pass quickly: an hour and more 200,000 times as fast, less 50 times (`case/short-waits.ts`). */
  readonly shortWaits?: boolean;
  /** Keys of the payloads other than the run's. */
  readonly codecKeys?: Config['codecKeys'];
  /** Another Temporal server than the run's. */
  readonly temporalAddress?: string;
}

/** A worker with the real activities on the run's servers, with a database of its own. */
export async function startWorkerStack(
  taskQueue: string,
  { shortWaits, temporalAddress, codecKeys }: WorkerStackOptions = {},
) {
  const own = await ownDatabase(testConfig(taskQueue));
  const config = { ...own, temporal: { ...own.temporal, ...(temporalAddress && { address: temporalAddress }) } };
  const prisma = createPrisma(config.database.url, poolSize);
  const dataConverter = createDataConverter(codecKeys ?? config.codecKeys);
  const client = await connectClient(config.temporal, dataConverter);
  const connection = await NativeConnection.connect({ address: config.temporal.address });
  const workflowBundle = await bundleWorkflowCode({
    ...bundleOptions(root),
    workflowInterceptorModules: shortWaits ? [path.join(__dirname, 'case/short-waits.ts')] : [],
    logger: new DefaultLogger('ERROR'),
  });
  const real = createActivities({ prisma, registerKey: config.registerKey });
  const parts = {
    connection,
    temporal: config.temporal,
    workflowBundle,
    dataConverter,
    poolSize,
    shutdownGraceSeconds: 1,
  };
  let worker: Worker;
  let running: Promise<void>;
  const begin = async (changed: object = {}) => {
    worker = await createWorker({ ...parts, activities: { ...real, ...changed } });
    running = worker.run();
  };
  const end = async () => {
    worker.shutdown();
    await running;
  };
  await begin();
  return {
    prisma,
    client,
    config,
    activities: real,
    begin,
    end,
    /** The worker anew, with activities that differ from the real ones in this; without, the real ones again. */
    async restart(changed?: object) {
      await end();
      await begin(changed);
    },
    async stop() {
      await end();
      await connection.close();
      await client.connection.close();
      await prisma.$disconnect();
    },
  };
}

export type WorkerStack = Awaited<ReturnType<typeof startWorkerStack>>;

/** Resolves when the condition holds. @throws after 20 seconds */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 50) {
    if (waited > 20_000) throw new Error('What was waited for did not come about.');
    await sleep(50);
  }
}

/** The floor's worker process: the bare workflow and its one-row activity, on the servers and the settings of the product's worker. */
import path from 'node:path';
import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker';
import { loadConfig } from '../../../platform/config.ts';
import { createPrisma } from '../../../prisma/client.ts';

const config = loadConfig(process.env);
const prisma = createPrisma(config.database.url, config.database.poolSize);
const { address, namespace, taskQueue } = config.temporal;
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address, grpcCompression: { codec: 'none' } }),
  namespace,
  taskQueue: `${taskQueue}-floor`,
  workflowBundle: await bundleWorkflowCode({ workflowsPath: path.join(import.meta.dirname, 'workflow.ts') }),
  activities: {
    async writeRow(): Promise<void> {
      await prisma.$executeRaw`INSERT INTO bench_floor (at) VALUES (now())`;
    },
  },
  maxConcurrentLocalActivityExecutions: config.database.poolSize,
  maxCachedWorkflows: 2_000,
});
process.on('SIGTERM', () => worker.shutdown());
process.send?.('ready');
await worker.run();
await prisma.$disconnect();

/** The worker process: configuration, connections, bundle, health; it drains on SIGTERM. */
import { once } from 'node:events';
import { NativeConnection } from '@temporalio/worker';
import { createActivities } from '../activities/index.ts';
import { createDataConverter } from '../platform/codec.ts';
import { loadConfig } from '../platform/config.ts';
import { createLog } from '../platform/log.ts';
import { parameters, parameterVersion } from '../policy/parameters/generated.ts';
import { createPrisma } from '../prisma/client.ts';
import { keepLawVersion } from '../prisma/repositories/law-versions.ts';
import { workflowBundle } from './bundle.ts';
import { serveHealth } from './health.ts';
import { installRuntime, workerMetrics } from './metrics.ts';
import { createWorker } from './worker.ts';

const config = loadConfig(process.env);
const log = createLog(config, 'worker');
const sdkMetricsUrl = await installRuntime(log);
const { address, tls } = config.temporal;
const connection = await NativeConnection.connect({
  address,
  tls,
  // On loopback compressing costs more than it saves.
  ...(/^(127\.|localhost:)/.test(address) ? { grpcCompression: { codec: 'none' as const } } : {}),
});
const prisma = createPrisma(config.database.url, config.database.poolSize);
// Before the first decision under them, so that each can be computed again.
await keepLawVersion(prisma, parameterVersion, parameters);
const worker = await createWorker({
  connection,
  temporal: config.temporal,
  workflowBundle: await workflowBundle(),
  activities: createActivities({ prisma, registerKey: config.registerKey }),
  dataConverter: createDataConverter(config.codecKeys),
  poolSize: config.database.poolSize,
  shutdownGraceSeconds: config.shutdownGraceSeconds,
});

const health = await serveHealth({
  ...config.worker,
  metrics: workerMetrics(worker, sdkMetricsUrl),
  async ready() {
    if (worker.getState() !== 'RUNNING') throw new Error(`the worker is ${worker.getState().toLowerCase()}`);
    await connection.workflowService.getSystemInfo({});
    await prisma.$queryRaw`SELECT 1`;
  },
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    log.info({ signal }, 'the worker finishes what it holds');
    if (worker.getState() === 'RUNNING') worker.shutdown();
  });
}

log.info({ port: config.worker.port }, 'the worker polls');
await worker.run();
health.close();
await once(health, 'close');
await prisma.$disconnect();
await connection.close();
log.info('the worker has ended');

import { createServer } from 'node:net';
import { Runtime, type LogMetadata, type Worker } from '@temporalio/worker';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { faultOf } from '../platform/fault.ts';
import type { Logger } from '../platform/log.ts';

/** A port of loopback nobody uses: the SDK serves its metrics on a socket of its own and does not tell a port it chose. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

/**
 * Sets up the SDK of this process: its log goes to ours, its metrics to loopback, signals are left to us.
 * Must run before the first connection.
 * @returns where the SDK's metrics are
 */
export async function installRuntime(log: Logger): Promise<string> {
  const bindAddress = `127.0.0.1:${await freePort()}`;
  Runtime.install({
    shutdownSignals: [],
    logger: {
      log: (_level, message) => log.debug(message),
      trace: (message) => log.trace(message),
      debug: (message) => log.debug(message),
      // What the SDK finds worth an info line, state changes of its worker, is detail to us.
      info: (message) => log.debug(message),
      warn: (message, meta) => log.warn(about(meta), message),
      error: (message, meta) => log.error(about(meta), message),
    },
    telemetryOptions: { metrics: { prometheus: { bindAddress, countersTotalSuffix: true, unitSuffix: true } } },
  });
  return `http://${bindAddress}/metrics`;
}

/** Which run and step the SDK speaks of, and what went wrong with it. */
function about(meta: LogMetadata = {}): object {
  const { workflowId, activityType, attempt, error }: Readonly<Record<string, unknown>> = meta;
  return { workflowId, activityType, attempt, ...(error !== undefined && faultOf(error)) };
}

/** The worker's own metrics and the SDK's, in one text. */
export function workerMetrics(worker: Worker, sdkUrl: string): () => Promise<string> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'doudi_worker_' });
  const gauges = {
    numCachedWorkflows: new Gauge({
      name: 'doudi_worker_cached_cases',
      help: 'Workflows in memory',
      registers: [registry],
    }),
    numInFlightWorkflowActivations: new Gauge({
      name: 'doudi_worker_workflow_tasks',
      help: 'Workflow activations under way',
      registers: [registry],
    }),
    numInFlightLocalActivities: new Gauge({
      name: 'doudi_worker_local_activities',
      help: 'Local activities under way',
      registers: [registry],
    }),
    numInFlightActivities: new Gauge({
      name: 'doudi_worker_activities',
      help: 'Activities under way',
      registers: [registry],
    }),
  };
  return async () => {
    const status = worker.getStatus();
    for (const [name, gauge] of Object.entries(gauges)) gauge.set(status[name as keyof typeof gauges]);
    const sdk = await fetch(sdkUrl, { signal: AbortSignal.timeout(2_000) });
    return `${await registry.metrics()}\n${await sdk.text()}`;
  };
}

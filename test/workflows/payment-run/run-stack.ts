import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, type Worker } from '@temporalio/worker';
import { createPaymentRunActivities } from '../../../activities/payment-runs.ts';
import { paymentRunWorkflowId } from '../../../contracts/ids.ts';
import { advancePaymentRun, type PaymentRunInput, paymentRunWorkflow } from '../../../contracts/payment-run.ts';
import { civilInstantOf } from '../../../contracts/shanghai-time.ts';
import { createDataConverter } from '../../../platform/codec.ts';
import { connectClient } from '../../../platform/temporal.ts';
import { type CivilInstant, yearMonth } from '../../../policy/dates.ts';
import type { Role } from '../../../policy/lifecycle/actors.ts';
import type { RunCommand } from '../../../policy/payment-run/commands.ts';
import { createPrisma, type PrismaClient } from '../../../prisma/client.ts';
import { bundleOptions } from '../../../worker/bundle-options.ts';
import { createWorker } from '../../../worker/worker.ts';
import { ownDatabase, testConfig } from '../../services.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });

/** A worker with the real activities on the run's servers, and the way to start and advance runs. */
export async function startRunStack(taskQueue: string) {
  const config = await ownDatabase(testConfig(taskQueue));
  const prisma = createPrisma(config.database.url, 6);
  const dataConverter = createDataConverter(config.codecKeys);
  const client = await connectClient(config.temporal, dataConverter);
  const connection = await NativeConnection.connect({ address: config.temporal.address });
  const root = path.resolve(__dirname, '../../..');
  const workflowBundle = await bundleWorkflowCode({
    ...bundleOptions(root),
    logger: new DefaultLogger('ERROR'),
  });
  const activities = createPaymentRunActivities({ prisma, now: () => civilInstantOf(Date.now()) });
  const parts = {
    connection,
    temporal: config.temporal,
    workflowBundle,
    dataConverter,
    poolSize: 6,
    shutdownGraceSeconds: 1,
  };
  let worker: Worker;
  let running: Promise<void>;
  const begin = async (given: object = activities) => {
    worker = await createWorker({ ...parts, activities: given });
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
    activities,
    /** Replaces the worker, as a new start with other activities would. */
    async restart(given?: object) {
      await end();
      await begin(given);
    },
    async stop() {
      await end();
      await connection.close();
      await client.connection.close();
      await prisma.$disconnect();
    },
  };
}

export type RunStack = Awaited<ReturnType<typeof startRunStack>>;

export const inputFor = (district: string, rest: Partial<PaymentRunInput> = {}): PaymentRunInput => ({
  programme: 'dibao',
  district,
  month: yearMonth('2026-01'),
  training: false,
  ...rest,
});

export const startRun = (client: Client, input: PaymentRunInput, taskQueue: string): Promise<WorkflowHandle> =>
  client.workflow.start(paymentRunWorkflow, { taskQueue, workflowId: paymentRunWorkflowId(input), args: [input] });

/** Gives a command as the API does: the update's id is the command's. */
export function give(
  handle: WorkflowHandle,
  role: Role,
  command: RunCommand,
  by: { at?: CivilInstant; commandId?: string } = {},
) {
  const { at = civilInstantOf(Date.now()), commandId = randomUUID() } = by;
  const actor = { staffId: role, role, division: handle.workflowId.split('/').at(-1) ?? '' };
  return handle.executeUpdate(advancePaymentRun, {
    updateId: commandId,
    args: [{ commandId, bodyHash: JSON.stringify(command), command, actor, at }],
  });
}

/** Resolves when the condition holds. Throws after 20 seconds. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 100) {
    if (waited > 20_000) throw new Error('what was waited for did not come about');
    await sleep(100);
  }
}

export const stageOf = async (prisma: PrismaClient, input: PaymentRunInput): Promise<string | undefined> =>
  (await prisma.paymentRun.findUnique({ where: { id: `dibao-${input.month}-${input.district}` } }))?.status;

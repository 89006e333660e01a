import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import type { Stack } from '../../stack/start-stack.ts';
import { concurrently } from '../lifecycles.ts';
import { floorWorkflow, step } from './names.ts';

/** The bare workflow on a stack's servers. */
export interface Floor {
  /** Runs so many workflows of `updates` updates each. */
  run(count: number, width: number, updates: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startFloor(stack: Stack): Promise<Floor> {
  const database = new pg.Client({ connectionString: stack.urls.database });
  await database.connect();
  await database.query('CREATE TABLE IF NOT EXISTS bench_floor (at timestamptz)');
  const worker = fork(path.join(import.meta.dirname, 'worker.ts'), { env: { ...process.env, ...stack.env } });
  await once(worker, 'message');
  const connection = await Connection.connect({ address: stack.temporalAddress });
  const client = new Client({ connection });
  return {
    run: (count, width, updates) =>
      concurrently(count, width, async () => {
        const handle = await client.workflow.start(floorWorkflow, {
          taskQueue: `${stack.env['DOUDI_TASK_QUEUE'] ?? 'doudi'}-floor`,
          workflowId: `floor/${randomUUID()}`,
          args: [updates],
        });
        for (let done = 0; done < updates; done += 1) await handle.executeUpdate(step);
      }),
    async stop() {
      worker.kill('SIGTERM');
      await once(worker, 'exit');
      await connection.close();
      await database.query('DROP TABLE bench_floor');
      await database.end();
    },
  };
}

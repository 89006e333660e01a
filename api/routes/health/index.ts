import { z } from 'zod';
import type { AppDeps } from '../../deps.ts';
import { resource } from '../../plugin.ts';
import { Problem } from '../../problems/problem.ts';
import { problems } from '../../problems/schema.ts';

const CHECK_TIMEOUT_MS = 3_000;

/** Whether the process lives, and whether every part it stands on answers. */
export const healthRoutes = ({ readiness }: AppDeps) =>
  resource('health', (app) => {
    app.get(
      '/health/live',
      {
        config: { permission: 'public' },
        schema: {
          tags: ['health'],
          summary: '进程存活 Whether the process lives',
          response: { 200: z.object({ status: z.literal('alive') }) },
        },
      },
      () => ({ status: 'alive' as const }),
    );

    app.get(
      '/health/ready',
      {
        config: { permission: 'public' },
        schema: {
          tags: ['health'],
          summary: '就绪：数据库、Temporal 和工作进程均应答 Whether database, Temporal and a worker answer',
          response: { 200: z.object({ status: z.literal('ready'), parts: z.array(z.string()) }), ...problems(503) },
        },
      },
      async (request) => {
        const parts = Object.keys(readiness);
        const results = await Promise.all(
          Object.entries(readiness).map(async ([part, check]) => ({ part, ok: await answers(check) })),
        );
        const missing = results.filter(({ ok }) => !ok).map(({ part }) => part);
        if (missing.length === 0) return { status: 'ready' as const, parts };
        request.log.warn({ missing }, 'not ready');
        throw new Problem('not-ready', {
          parts: missing,
          retryAfterSeconds: 5,
          detail: {
            zh: `以下部分未应答：${missing.join('、')}`,
            en: `These parts do not answer: ${missing.join(', ')}`,
          },
        });
      },
    );
  });

/** Whether the check came back well within its time. The reason of a failure is in the log of the part itself. */
async function answers(check: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), CHECK_TIMEOUT_MS);
  });
  const answered = check().then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}

import { z } from 'zod';
import type { AppDeps } from '../../deps.ts';
import { resource } from '../../plugin.ts';

/** Metrics of the API, followed by those of the stack's other processes, in Prometheus text. */
export const metricsRoutes = ({ otherMetrics }: AppDeps) =>
  resource('metrics', (app) => {
    app.get(
      '/metrics',
      {
        config: { permission: 'public' },
        schema: {
          tags: ['health'],
          summary: '运行指标 Metrics of API, worker and SDK (Prometheus)',
          response: { 200: { content: { 'text/plain': { schema: z.string() } } } },
        },
        serializerCompiler: () => String,
      },
      async (_request, reply) => {
        const others = await Promise.all(Object.entries(otherMetrics).map(([part, read]) => withState(part, read)));
        const up = ['# HELP doudi_part_up Whether the part gave its metrics', '# TYPE doudi_part_up gauge'];
        const states = others.map(({ part, text }) => `doudi_part_up{part="${part}"} ${text === undefined ? 0 : 1}`);
        const texts = others.map(({ text }) => text ?? '');
        return reply
          .type(app.metrics.contentType)
          .send(
            [await app.metrics.metrics(), ...up, ...states, ...texts].filter((part) => part !== '').join('\n') + '\n',
          );
      },
    );
  });

async function withState(part: string, read: () => Promise<string>) {
  return read().then(
    (text) => ({ part, text: text.trimEnd() }),
    () => ({ part, text: undefined }),
  );
}

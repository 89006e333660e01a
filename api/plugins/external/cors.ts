import fastifyCors from '@fastify/cors';
import type { AppDeps } from '../../deps.ts';
import { declarePermission, plugin } from '../../plugin.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether pages of the Temporal UI's origin may read the route's answers. All other routes are for their own origin. */
    crossOrigin?: boolean;
  }
}

/** Lets the Temporal UI, and no other origin, call the routes that say `config.crossOrigin`, with its session. */
export const cors = ({ uiOrigins }: AppDeps) =>
  plugin('cors', [], async (app) => {
    const open = new Set<string>();
    app.addHook('onRoute', ({ url, config }) => {
      if (config?.crossOrigin === true) open.add(url);
    });
    declarePermission(app, 'public', '*');
    await app.register(fastifyCors, {
      hideOptionsRoute: true,
      delegator: (request, decide) => {
        decide(
          null,
          open.has(request.url.split('?', 1)[0] ?? '') ? { ...forTheUi, origin: [...uiOrigins] } : { origin: false },
        );
      },
    });
  });

const forTheUi = {
  credentials: true,
  methods: ['POST'],
  allowedHeaders: ['content-type', 'authorization', 'authorization-extras', 'x-namespace', 'x-workflow-id'],
  maxAge: 600,
};

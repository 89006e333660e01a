import fastifyHelmet from '@fastify/helmet';
import { plugin } from '../../plugin.ts';

/** Security headers. Pages of the API load nothing from elsewhere and stand in no frame. */
export const helmet = plugin('helmet', [], async (app) => {
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginResourcePolicy: { policy: 'same-site' },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
  });
});

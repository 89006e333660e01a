import fastifyScalar from '@scalar/fastify-api-reference';
import { declarePermission, resource } from '../../plugin.ts';

/** The page loads its own script and asks its own origin for the document; nothing comes from elsewhere. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The OpenAPI document, and pages to read it and to try it out. */
export const docsRoutes = resource('docs', async (app) => {
  declarePermission(app, 'public');
  app.get('/openapi.json', { schema: { hide: true } }, (_request, reply) => reply.send(app.swagger()));
  app.addHook('onSend', (request, reply, payload, done) => {
    if (request.routeOptions.url?.startsWith('/docs') === true)
      void reply.header('content-security-policy', pagePolicy);
    done(null, payload);
  });
  await app.register(fastifyScalar, {
    routePrefix: '/docs',
    configuration: {
      url: '/openapi.json',
      pageTitle: '兜底 Doudi API',
      withDefaultFonts: false,
      telemetry: false,
      hideClientButton: true,
      showDeveloperTools: 'never',
      agent: { disabled: true },
      mcp: { disabled: true },
    },
  });
});

import { plugin } from '../../plugin.ts';

/**
 * One line for each answer: the route's pattern, never the path or its query, which may hold a tracking code or a name.
 * Every answer carries its request id.
 */
export const accessLog = plugin('access-log', [], (app) => {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    );
    done();
  });
});

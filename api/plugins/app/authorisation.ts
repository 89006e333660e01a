import { plugin } from '../../plugin.ts';
import { forbidden } from '../../problems/problem.ts';

/** Lets a caller through to the routes whose permission names the caller's role. */
export const authorisation = plugin('authorisation', ['permissions', 'authentication'], (app) => {
  app.addHook('preHandler', (request, _reply, done) => {
    const permission = request.routeOptions.config.permission;
    if (permission === undefined || permission === 'public' || permission.roles.includes(request.caller.role)) done();
    else done(forbidden());
  });
});

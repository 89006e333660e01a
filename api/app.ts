import { randomUUID } from 'node:crypto';
import { fastify, LogController, type FastifyInstance } from 'fastify';
import type { AppDeps } from './deps.ts';
import { accessLog } from './plugins/app/access-log.ts';
import { authentication } from './plugins/app/authentication.ts';
import { authorisation } from './plugins/app/authorisation.ts';
import { idempotency } from './plugins/app/idempotency.ts';
import { metrics } from './plugins/app/metrics.ts';
import { permissions } from './plugins/app/permissions.ts';
import { answer, problems } from './plugins/app/problems.ts';
import { timeLimit } from './plugins/app/time-limit.ts';
import { cors } from './plugins/external/cors.ts';
import { helmet } from './plugins/external/helmet.ts';
import { openapi } from './plugins/external/openapi.ts';
import { notFound } from './problems/problem.ts';
import { applicationRoutes } from './routes/applications/index.ts';
import { assessmentRoutes } from './routes/assessments/index.ts';
import { calendarNoticesRoutes } from './routes/calendar-notices/index.ts';
import { caseActionRoutes } from './routes/cases/actions.ts';
import { caseDocumentRoutes } from './routes/cases/documents.ts';
import { caseRoutes } from './routes/cases/index.ts';
import { caseListRoutes } from './routes/cases/list.ts';
import { codecRoutes } from './routes/codec/index.ts';
import { divisionsRoutes } from './routes/divisions/index.ts';
import { docsRoutes } from './routes/docs/index.ts';
import { fileRoutes } from './routes/files/index.ts';
import { healthRoutes } from './routes/health/index.ts';
import { metricsRoutes } from './routes/metrics/index.ts';
import { paymentRunsRoutes } from './routes/payment-runs/index.ts';
import { postingRoutes } from './routes/postings/index.ts';
import { publicRoutes } from './routes/public/index.ts';
import { registerRoutes } from './routes/register/index.ts';
import { signinRoutes } from './routes/signin/index.ts';
import { simulationRoutes } from './routes/simulations/index.ts';
import { spotCheckRoutes } from './routes/spot-checks/index.ts';
import { staffRoutes } from './routes/staff/index.ts';
import { taskRoutes } from './routes/tasks/index.ts';
import { trainingRoutes } from './routes/training/index.ts';

/** A command is a form, not a file; routes that take files raise this for themselves. */
const BODY_LIMIT_BYTES = 256 * 1024;

/** Builds the API, not yet listening. `ready()` rejects if a route breaks a rule of the house. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const app = fastify({
    ...(deps.logger && { loggerInstance: deps.logger }),
    bodyLimit: BODY_LIMIT_BYTES,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    frameworkErrors: (_error, request, reply) => void answer(notFound(), request, reply),
    forceCloseConnections: 'idle',
  });

  // A form is JSON; what Fastify would take as plain text besides is none.
  app.removeContentTypeParser('text/plain');

  await app.register(permissions);

  await app.register(helmet);
  await app.register(cors(deps));
  await app.register(openapi);

  await app.register(accessLog);
  await app.register(metrics);
  await app.register(problems);
  await app.register(timeLimit);
  await app.register(authentication(deps));
  await app.register(authorisation);
  await app.register(idempotency);

  await app.register(healthRoutes(deps));
  await app.register(metricsRoutes(deps));
  await app.register(docsRoutes);
  await app.register(divisionsRoutes(deps));
  await app.register(applicationRoutes(deps));
  await app.register(assessmentRoutes(deps));
  await app.register(simulationRoutes(deps));
  await app.register(caseListRoutes(deps));
  await app.register(caseRoutes(deps));
  await app.register(caseActionRoutes(deps));
  await app.register(caseDocumentRoutes(deps));
  await app.register(fileRoutes(deps));
  await app.register(postingRoutes(deps));
  await app.register(publicRoutes(deps));
  await app.register(spotCheckRoutes(deps));
  await app.register(registerRoutes(deps));
  await app.register(taskRoutes(deps));
  await app.register(staffRoutes(deps));
  await app.register(calendarNoticesRoutes(deps));
  if (deps.training) await app.register(trainingRoutes(deps.training));
  await app.register(paymentRunsRoutes(deps));
  await app.register(codecRoutes(deps));
  if (deps.developmentIssuer) await app.register(signinRoutes(deps, deps.developmentIssuer));

  return app;
}

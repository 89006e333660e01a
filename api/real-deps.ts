import { Client, Connection } from '@temporalio/client';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { createDataConverter, EncryptionCodec } from '../platform/codec.ts';
import type { Config } from '../platform/config.ts';
import type { Logger } from '../platform/log.ts';
import type { CivilInstant } from '../policy/dates.ts';
import { createPrisma } from '../prisma/client.ts';
import { recordPayloadOpening } from '../prisma/repositories/access-records.ts';
import { listDivisions } from '../prisma/repositories/divisions.ts';
import { findStaff, listActiveStaff } from '../prisma/repositories/staff.ts';
import { alertingMetrics } from './alerting.ts';
import { cached } from './access/cached.ts';
import { DivisionTree } from './access/divisions.ts';
import { staffMemberOf } from './access/staff-rows.ts';
import { createTokenVerifier, localKeys, remoteKeys } from './access/tokens.ts';
import { openCasework } from './casework-deps.ts';
import { createCalendarNotices } from './calendar-notices/notices.ts';
import { serverClock } from './civil-clock.ts';
import type { AppDeps } from './deps.ts';
import { developmentAudience, developmentIssuerName, openDevelopmentIssuer } from './development/issuer.ts';
import { announceLawWhenPossible } from './law-changes/announce-law.ts';
import { readinessOf } from './readiness.ts';
import { openTraining } from './training/training.ts';
import { wakeCase } from './training/wake.ts';

const DIVISIONS_CACHE_MS = 60_000;
const METRICS_TIMEOUT_MS = 2_000;
/** How long the training calendar waits for a case before it says which one lags. */
const LAGGARD_SECONDS = 30;

export interface OpenDeps {
  readonly deps: AppDeps;
  /** Tells the cases in payment of parameters that are new, as soon as all parts answer. */
  readonly announceLaw: (signal: AbortSignal) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens database and Temporal client for the API. Neither need answer yet: until they do, requests get 503.
 * Throws if the configuration leaves no way to check tokens.
 */
export async function openDeps(config: Config, logger: Logger): Promise<OpenDeps> {
  const access = await openAccess(config);
  const prisma = createPrisma(config.database.url, config.database.poolSize);
  const connection = Connection.lazy({ address: config.temporal.address, tls: config.temporal.tls });
  const dataConverter = createDataConverter(config.codecKeys);
  const client = new Client({ connection, namespace: config.temporal.namespace, dataConverter });
  const temporal = { prisma, client, taskQueue: config.temporal.taskQueue, laggardSeconds: LAGGARD_SECONDS };
  const training = config.training
    ? openTraining({ ...temporal, databaseUrl: config.database.url, start: config.trainingStart })
    : undefined;
  const civilClock = training?.clock ?? serverClock();
  const tell = {
    ...temporal,
    civilClock,
    training: config.training,
    ...(training && { settled: (caseId: string, at: CivilInstant) => wakeCase(temporal, caseId, at) }),
  };
  const divisions = cached(DIVISIONS_CACHE_MS, 1, async () => new DivisionTree(await listDivisions(prisma)));
  const own = new Registry();
  collectDefaultMetrics({ register: own });

  return {
    deps: {
      ...access,
      ...openCasework(config, prisma, client),
      logger,
      staff: {
        find: async (staffId) => staffMemberOf(await findStaff(prisma, staffId)),
        list: async () => (await listActiveStaff(prisma)).flatMap((row) => staffMemberOf(row) ?? []),
      },
      divisions: () => divisions('all'),
      civilClock,
      notices: createCalendarNotices(tell),
      ...(training && { training }),
      readiness: readinessOf(prisma, client, config.temporal.taskQueue),
      codec: new EncryptionCodec(config.codecKeys),
      recordOpening: (opening) => recordPayloadOpening(prisma, opening),
      uiOrigins: config.temporal.uiOrigins,
      otherMetrics: {
        process: () => own.metrics(),
        worker: () => workerMetrics(config.worker.url),
        ...alertingMetrics({ prisma, client, civilClock }),
      },
    },
    announceLaw: (signal) => announceLawWhenPossible({ ...tell, logger }, signal),
    async close() {
      await training?.close();
      await connection.close();
      await prisma.$disconnect();
    },
  };
}

async function openAccess({ oidc, devIssuerKey }: Config): Promise<Pick<AppDeps, 'tokens' | 'developmentIssuer'>> {
  if (oidc) return { tokens: createTokenVerifier(oidc.issuer, oidc.audience, remoteKeys(oidc.jwksUrl)) };
  if (devIssuerKey === undefined)
    throw new Error('No way to check tokens: give DOUDI_OIDC_ISSUER, _AUDIENCE and _JWKS_URL.');
  const developmentIssuer = await openDevelopmentIssuer(devIssuerKey);
  const tokens = createTokenVerifier(developmentIssuerName, developmentAudience, localKeys(developmentIssuer.keys));
  return { tokens, developmentIssuer };
}

async function workerMetrics(url: string): Promise<string> {
  const response = await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(METRICS_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`worker metrics: ${response.status}`);
  return withoutClashes(await response.text());
}

/** Both processes export the same default metrics of Node; those of the worker are left to the worker's own page. */
function withoutClashes(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^(?:# (?:HELP|TYPE) )?(?:process_|nodejs_)/.test(line))
    .join('\n');
}

import type { Client } from '@temporalio/client';
import type { Config } from '../platform/config.ts';
import { createRegisterSecrets, type Sealer } from '../platform/sealing.ts';
import { calendarAfter } from '../policy/calendar/built-in.ts';
import type { WorkCalendar } from '../policy/calendar/work-calendar.ts';
import type { PrismaClient } from '../prisma/client.ts';
import { listNotices } from '../prisma/repositories/holiday-notices.ts';
import { cached } from './access/cached.ts';
import type { CaseGateway } from './commands/case-gateway.ts';
import { temporalGateway } from './commands/temporal-gateway.ts';
import { paymentRunGateway, type PaymentRunGateway } from './payment-runs/gateway.ts';

/** What the routes of casework reach: the record, the register's secrets, the runs of cases, the working days. */
export interface CaseworkDeps {
  /** The record: read, never written but for the register, files, grievances and orders. Cases and runs write it themselves. */
  readonly prisma: PrismaClient;
  readonly secrets: { readonly sealer: Sealer; readonly keyedHash: (value: string) => string };
  readonly cases: CaseGateway;
  readonly paymentRuns: PaymentRunGateway;
  /** Working days by the notices loaded so far. */
  readonly calendar: () => Promise<WorkCalendar>;
  /** The largest paper or photo that is taken, in bytes. */
  readonly fileLimitBytes: number;
}

const CALENDAR_CACHE_MS = 10_000;
const BYTES_PER_MB = 1024 * 1024;

/** The real ones, on an open database and Temporal client. */
export function openCasework(config: Config, prisma: PrismaClient, client: Client): CaseworkDeps {
  const calendar = cached(CALENDAR_CACHE_MS, 1, async () => calendarAfter(await listNotices(prisma)));
  return {
    prisma,
    secrets: createRegisterSecrets(config.registerKey),
    cases: temporalGateway({ client, taskQueue: config.temporal.taskQueue, training: config.training }),
    paymentRuns: paymentRunGateway(client, config.temporal.taskQueue, config.training),
    calendar: () => calendar('all'),
    fileLimitBytes: config.api.fileLimitMb * BYTES_PER_MB,
  };
}

import { createRegisterSecrets } from '../platform/sealing.ts';
import { builtInCalendar } from '../policy/calendar/built-in.ts';
import { createPrisma } from '../prisma/client.ts';
import { DivisionTree } from './access/divisions.ts';
import type { AppDeps } from './deps.ts';

const unused = () => Promise.reject(new Error('An application that only describes itself answers nothing.'));

/** Dependencies of an application that is built for its OpenAPI document and never called. */
export const describingDeps: AppDeps = {
  // Connects to nothing before its first query.
  prisma: createPrisma('postgresql://127.0.0.1:1/none', 1),
  secrets: createRegisterSecrets(Buffer.alloc(32)),
  cases: { deliver: unused },
  paymentRuns: { deliver: unused, start: unused },
  calendar: () => Promise.resolve(builtInCalendar),
  fileLimitBytes: 1,
  staff: { find: unused, list: unused },
  divisions: () => Promise.resolve(new DivisionTree([])),
  civilClock: { now: unused, during: unused },
  notices: { years: unused, load: unused },
  training: { clock: { now: unused, during: unused }, show: unused, move: unused, close: unused },
  tokens: { verify: unused },
  readiness: {},
  codec: { encode: unused, decode: unused },
  recordOpening: unused,
  uiOrigins: [],
  otherMetrics: {},
};

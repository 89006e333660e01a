import type { PayloadCodec } from '@temporalio/common';
import type { FastifyBaseLogger } from 'fastify';
import type { StaffDirectory } from './access/caller.ts';
import type { DivisionTree } from './access/divisions.ts';
import type { TokenVerifier } from './access/tokens.ts';
import type { CalendarNotices } from './calendar-notices/notices.ts';
import type { CivilClock } from './civil-clock.ts';
import type { CaseworkDeps } from './casework-deps.ts';
import type { DevelopmentIssuer } from './development/issuer.ts';
import type { Training } from './training/training.ts';

/** Records that a member of staff had payloads decrypted. Rejects if it could not be stored: then nothing is shown. */
export type RecordOpening = (opening: {
  readonly staffId: string;
  readonly count: number;
  readonly namespace: string;
  readonly workflowId: string | undefined;
}) => Promise<void>;

/** Everything the API reaches outside itself. Tests give objects in memory; `server.ts` gives the real ones. */
export interface AppDeps extends CaseworkDeps {
  readonly staff: StaffDirectory;
  readonly divisions: () => Promise<DivisionTree>;
  readonly tokens: TokenVerifier;
  /** Gives every command its instant: `civilClock.during((at) => ...)`. */
  readonly civilClock: CivilClock;
  readonly notices: CalendarNotices;
  /** The training calendar, on a training stack only. */
  readonly training?: Training;
  /** Checks by the name of the part; one that rejects makes the stack not ready. */
  readonly readiness: Readonly<Record<string, () => Promise<void>>>;
  readonly codec: PayloadCodec;
  readonly recordOpening: RecordOpening;
  /** Origins of the Temporal UI, the only ones that may call another origin's `/codec`. */
  readonly uiOrigins: readonly string[];
  /** Metrics of the same stack's other processes, in Prometheus text; a rejected one is reported as down. */
  readonly otherMetrics: Readonly<Record<string, () => Promise<string>>>;
  readonly developmentIssuer?: DevelopmentIssuer;
  readonly logger?: FastifyBaseLogger;
}

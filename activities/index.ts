import { civilInstantOf } from '../contracts/shanghai-time.ts';
import { createRegisterSecrets } from '../platform/sealing.ts';
import type { PrismaClient } from '../prisma/client.ts';
import { createCaseStore } from './case-store.ts';
import { createPaymentRunActivities } from './payment-runs.ts';
import { createReferenceCache } from './reference-cache.ts';

export interface ActivityDeps {
  readonly prisma: PrismaClient;
  /** The key under which the register of persons is sealed and hashed. */
  readonly registerKey: Uint8Array;
}

/** Everything the workflows may ask of the world. */
export function createActivities({ prisma, registerKey }: ActivityDeps) {
  return {
    ...createCaseStore({
      prisma,
      secrets: createRegisterSecrets(registerKey),
      reference: createReferenceCache(prisma),
    }),
    ...createPaymentRunActivities({ prisma, now: () => civilInstantOf(Date.now()) }),
  };
}

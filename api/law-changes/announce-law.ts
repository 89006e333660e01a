import { setTimeout as pause } from 'node:timers/promises';
import { faultOf } from '../../platform/fault.ts';
import type { Logger } from '../../platform/log.ts';
import { parameterVersion } from '../../policy/parameters/generated.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { casesInPayment } from '../../prisma/repositories/due-work.ts';
import type { CivilClock } from '../civil-clock.ts';
import { type TellDeps, tellCases } from './tell-case.ts';

const PAGE = 1_000;
const RETRY_MS = 30_000;

export interface AnnounceDeps extends TellDeps {
  readonly prisma: PrismaClient;
  readonly civilClock: CivilClock;
  readonly logger: Logger;
}

/**
 * Tells every case in payment of the parameters this program came with, once a version: a case that nothing else would wake must know
 * of a standard published since its last decision. Begun anew after an interruption, which repeats words that change nothing more.
 * @returns how many cases were told
 * @throws the reason of `signal` once it is aborted
 */
export async function announceLaw(deps: AnnounceDeps, signal?: AbortSignal): Promise<number> {
  const { prisma, civilClock } = deps;
  if (await prisma.lawAnnouncement.findUnique({ where: { version: parameterVersion } })) return 0;
  let told = 0;
  for (let after = ''; ;) {
    signal?.throwIfAborted();
    const cases = await casesInPayment(prisma, after, PAGE);
    const last = cases.at(-1);
    if (last === undefined) break;
    await civilClock.during((at) => tellCases(deps, cases, { at }));
    told += cases.length;
    after = last.caseId;
  }
  await prisma.lawAnnouncement.createMany({ data: { version: parameterVersion }, skipDuplicates: true });
  return told;
}

/** Announces the law as soon as Temporal and the database answer; until `signal`. */
export async function announceLawWhenPossible(deps: AnnounceDeps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const told = await announceLaw(deps, signal);
      if (told > 0) deps.logger.info({ told, version: parameterVersion }, 'cases in payment were told of the law');
      return;
    } catch (error) {
      if (error === signal.reason) return;
      deps.logger.warn(faultOf(error), 'the law could not be announced yet; tried again');
      await pause(RETRY_MS, undefined, { signal }).catch((stopped: unknown) => {
        if (!signal.aborted) throw stopped;
      });
    }
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { loadConfig } from '../../platform/config.ts';
import { developmentTokens } from '../development-tokens.ts';
import type { Stack } from '../stack/start-stack.ts';
import { ApiClient } from '../walk/api-client.ts';
import { CaseWalk } from '../walk/case-walk.ts';
import { inventedFamily } from '../walk/household.ts';
import { mengheTown } from '../walk/staff.ts';

const CASES = 10;
/** A case that waits for the record tries again every five minutes at the longest. */
const PATIENCE_AFTERWARDS_MS = 420_000;

interface Away {
  /** How long PostgreSQL is stopped. */
  readonly seconds: number;
  readonly report: (line: string) => void;
}

/**
 * Stops PostgreSQL in the middle of commands to ten cases and starts it again after `seconds`; whoever gave a command asks again
 * under the same key. Returns the figures, in words. @throws if a command was lost or carried out twice
 */
export async function runAway(stack: Stack, { seconds, report }: Away): Promise<string[]> {
  const config = loadConfig({ ...process.env, ...stack.env });
  let repeats = 0;
  const api = new ApiClient({
    url: stack.urls.api,
    token: await developmentTokens(config),
    patienceMs: seconds * 1000 + PATIENCE_AFTERWARDS_MS,
    onRepeat: () => (repeats += 1),
  });
  const cases = Array.from({ length: CASES }, () => new CaseWalk(api, mengheTown));
  report(`Filing ${CASES} applications ...`);
  for (const [number, it] of cases.entries()) {
    await it.apply(inventedFamily(mengheTown.village, number));
    await it.authorise();
  }
  const before = await Promise.all(cases.map(async (it) => (await it.events()).length));

  report(`Submitting all of them while PostgreSQL goes away for ${seconds} s ...`);
  const { postgres } = stack.parts;
  let back = 0;
  const answered = cases.map(async (it, number) => {
    await sleep(number * 20);
    await it.act(it.staff.worker, { type: 'submitApplication' });
    return performance.now();
  });
  await Promise.all([
    ...answered,
    (async () => {
      await postgres.stop();
      await sleep(seconds * 1000);
      await postgres.start();
      back = performance.now();
      report('PostgreSQL answers again.');
    })(),
  ]);
  const waits = (await Promise.all(answered)).map((at) => (at - back) / 1000).filter((wait) => wait > 0);
  const more = (await Promise.all(cases.map(async (it) => (await it.events()).length))).map(
    (count, number) => count - (before[number] ?? 0),
  );
  if (more.some((count) => count !== 1)) throw new Error(`Entries more by case: ${more.join(', ')}; each must be 1.`);
  return [
    `away              ${seconds} s`,
    `asked again       ${repeats} times under the same keys`,
    `carried out       ${CASES} of ${CASES} commands, each once`,
    `answered before   ${CASES - waits.length}`,
    `answered after    ${waits.length}, at the latest ${Math.max(0, ...waits).toFixed(1)} s after it was back`,
  ];
}

import { compareCaseRuns, type Sides } from './case-runs.ts';
import type { Difference } from './difference.ts';
import { comparePaymentRuns } from './payment-runs.ts';
import { compareRecord } from './record.ts';
import type { RegisterSecrets } from './rewrite.ts';

export interface ReconcileOptions {
  /** Ask every run for its number, not only those whose signs contradict the record. */
  readonly every: boolean;
  /** Only the workflows: the record is not compared with itself. */
  readonly runsOnly: boolean;
  readonly repair: boolean;
  /** Receives one line a difference, and of progress. */
  readonly report: (line: string) => void;
}

/**
 * Compares the record with the workflows and with itself, and repairs what it may: workflows are started from the record, what is
 * folded from the entries is written anew; the entries themselves are never touched.
 * @returns the differences that remain
 */
export async function reconcile(
  sides: Sides,
  secrets: RegisterSecrets,
  options: ReconcileOptions,
): Promise<readonly Difference[]> {
  const found = await compare(sides, secrets, options);
  for (const { about, words } of found) options.report(`${about}: ${words}`);
  const remedies = found.filter(({ remedy }) => remedy !== undefined);
  if (!options.repair || remedies.length === 0) return found;
  // One case may have several differences with one remedy.
  const done = new Set<string>();
  for (const { about, remedy } of remedies) {
    const once = `${about}: ${remedy?.words ?? ''}`;
    if (done.has(once)) continue;
    done.add(once);
    await remedy?.apply();
    options.report(`Repaired: ${once}.`);
  }
  const left = await compare(sides, secrets, options);
  for (const { about, words } of left) options.report(`Remains: ${about}: ${words}`);
  return left;
}

async function compare(
  sides: Sides,
  secrets: RegisterSecrets,
  { every, runsOnly, report }: ReconcileOptions,
): Promise<Difference[]> {
  // The record first: a run that is started from it folds the entries, and its next step rests on the row.
  const record = runsOnly
    ? []
    : await compareRecord(sides.prisma, secrets, (done) => {
        if (done % 10_000 === 0) report(`... ${done} cases compared with their entries`);
      });
  return [...record, ...(await compareCaseRuns(sides, { every })), ...(await comparePaymentRuns(sides))];
}

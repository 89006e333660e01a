import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDataConverter } from '../../platform/codec.ts';
import { loadConfig } from '../../platform/config.ts';
import { connectClient } from '../../platform/temporal.ts';
import { type PlainDate, yearMonth } from '../../policy/dates.ts';
import { isClosed } from '../../policy/lifecycle/stages.ts';
import { createPrisma } from '../../prisma/client.ts';
import { advancedSchema } from '../../api/training/advanced.ts';
import { developmentTokens } from '../development-tokens.ts';
import type { Stack } from '../stack/start-stack.ts';
import { type ApiClient, ApiProblem } from '../walk/api-client.ts';
import { CaseWalk } from '../walk/case-walk.ts';
import { PaymentWalk } from '../walk/payment-walk.ts';
import { mengheTown, staffOf } from '../walk/staff.ts';
import { faultOf, makeAgenda } from './agenda.ts';
import { Chance } from './chance.ts';
import { checkPayments } from './check-payments.ts';
import { checkCases, checkCommands, type Folded, foldAll } from './check-record.ts';
import { checkWorkflows } from './check-workflows.ts';
import { type Figure, figure } from './figures.ts';
import { Killer } from './killer.ts';
import { Ledger } from './ledger.ts';
import { paidMonths } from './payroll.ts';

export interface ChaosOptions {
  readonly cases: number;
  readonly kills: number;
  readonly seed: number;
  readonly report: (line: string) => void;
}

/** A request is repeated under its key for so long. */
const PATIENCE_MS = 180_000;

/**
 * Leads cases from application to their end on a training stack whose calendar begins on `firstDay`, with staff and payment
 * runs at work at the same time, while its parts are killed; then compares what callers were told, the record, the payments
 * and the runs with each other.
 */
export async function runChaos(stack: Stack, options: ChaosOptions): Promise<Figure[]> {
  const { cases, kills, seed, report } = options;
  const config = loadConfig({ ...process.env, ...stack.env });
  const chance = new Chance(seed);
  let repeats = 0;
  const calling = {
    url: stack.urls.api,
    token: await developmentTokens(config),
    patienceMs: PATIENCE_MS,
    onRepeat: () => (repeats += 1),
  };
  const ledger = new Ledger(calling, chance);
  const parts = Object.values(stack.parts);
  const killer = new Killer(parts, kills, chance, report);

  const broken: string[] = [];
  const walks = Array.from({ length: cases }, () => new CaseWalk(ledger, mengheTown));
  const agenda = makeAgenda(walks, new PaymentWalk(ledger, staffOf(mengheTown), mengheTown.district), broken);
  const steps = [...agenda.values()].flat(2).length;
  let taken = 0;
  let days = 0;
  // Days count as much as steps do: else nearly all kills would fall into the weeks of the applications.
  const noteProgress = () => (killer.progress = (taken / steps + days / agenda.size) / 2);

  const over = new AbortController();
  const killing = killer.run(over.signal);
  try {
    let before = 0;
    for (const [day, people] of [...agenda].sort(([a], [b]) => (a < b ? -1 : 1))) {
      // Kills may come a day late, so that they also meet the calendar on its way.
      await Promise.race([killer.caughtUp(before, over.signal), killing]);
      before = killer.progress;
      await moveCalendar(ledger, day);
      // Each case's work of the day is done in its order, that of all cases at once.
      await Promise.all(
        people.map(async (works) => {
          for (const work of works) {
            await work();
            taken += 1;
            noteProgress();
          }
        }),
      );
      days += 1;
      noteProgress();
      report(`${day}: ${ledger.entries.length} requests answered`);
    }
  } catch (error) {
    broken.push(`the calendar stands still: ${faultOf(error)}`);
  } finally {
    over.abort();
    await killing;
  }
  for (const part of parts) await part.whenReady();

  const prisma = createPrisma(stack.urls.database, 4);
  const client = await connectClient(config.temporal, createDataConverter(config.codecKeys));
  try {
    const folded = await foldAll(prisma);
    const ended = [...folded.values()].filter(({ stage }) => isClosed(stage)).length;
    const byName = Object.entries(Object.groupBy(killer.killed, (name) => name));
    return [
      figure(
        'parts killed with SIGKILL',
        `${killer.killed.length} of ${kills} (${byName.map(([name, all]) => `${name} ${all?.length ?? 0}`).join(', ')})`,
        killer.killed.length < kills ? ['the work was over before'] : [],
      ),
      figure('cases that reached their end', `${ended} of ${cases}`, [...broken, ...notEnded(folded, cases)]),
      figure('requests repeated under their key', repeats),
      figure('requests sent twice at once', ledger.twins, ledger.contradictions),
      figure('answers that no outage excuses', ledger.faults.length, ledger.faults),
      ...(await checkCommands(prisma, ledger.entries)),
      ...(await checkCases(prisma, folded)),
      ...(await checkPayments(prisma, folded, paidMonths.at(-1) ?? yearMonth('2026-12'))),
      ...(await checkWorkflows(client, folded)),
    ];
  } finally {
    await client.connection.close();
    await prisma.$disconnect();
  }
}

const notEnded = (folded: Folded, cases: number): string[] => [
  ...[...folded.values()]
    .filter(({ stage }) => !isClosed(stage))
    .map(({ caseId, stage }) => `case ${caseId} is still ${stage}`),
  ...(folded.size === cases ? [] : [`${folded.size} cases are in the record`]),
];

/** An administrator moves civil time, and asks again under the same key while something lags or the last move goes on. */
async function moveCalendar(api: ApiClient, day: PlainDate): Promise<void> {
  const administrator = api.asStaff(staffOf(mengheTown).administrator);
  const key = randomUUID();
  for (const deadline = Date.now() + PATIENCE_MS; ;) {
    try {
      const { stuck } = await administrator.post('/v1/training/calendar', { to: day }, advancedSchema, key);
      if (stuck.length > 0) throw new Error(`${day}: the record refuses clocks of ${stuck.join(', ')}`);
      return;
    } catch (error) {
      const waits = error instanceof ApiProblem && ['laggard', 'calendar-moves'].includes(error.reason ?? '');
      if (!waits || Date.now() > deadline) throw error;
      await sleep(500);
    }
  }
}

import { civilInstantOf } from '../../contracts/shanghai-time.ts';
import { type CivilInstant, civilInstant, dateOf } from '../../policy/dates.ts';
import { keepReceipt, readReceipt } from '../../prisma/repositories/receipts.ts';
import { openTrainingCalendar } from '../../prisma/repositories/training-calendar.ts';
import { earliestDue, earliestMove } from '../../prisma/repositories/due-work.ts';
import type { CivilClock } from '../civil-clock.ts';
import { advance, nextScheduled } from './advance.ts';
import { type Advanced, advancedSchema } from './advanced.ts';
import type { WakeDeps } from './wake.ts';

/** A request to move the calendar, under the key by which a repetition is known. */
export interface MoveOrder {
  readonly to: CivilInstant;
  readonly commandId: string;
  readonly bodyHash: string;
}

/** The training calendar: what moves civil time where no timer does. Production has none. */
export interface Training {
  readonly clock: CivilClock;
  show(): Promise<{ readonly now: CivilInstant; readonly next: CivilInstant; readonly unfinished: boolean }>;
  /**
   * Moves to `order.to`; a repetition gets the first outcome. Undefined if civil time is past it already.
   * @throws Laggard, CalendarMoves; ReceiptMismatch for another body under the same key
   */
  move(order: MoveOrder): Promise<Advanced | undefined>;
  close(): Promise<void>;
}

export interface TrainingDeps extends WakeDeps {
  readonly databaseUrl: string;
  /** The day on which a new calendar begins; today if undefined. */
  readonly start: string | undefined;
}

/** Offices open at nine: the instant that a day stands for. */
export const morningOf = (day: string): CivilInstant => civilInstant(`${day}T09:00:00`);

/** Opens the training calendar of the stack. It begins at `start`, or on the day the server has, at nine in the morning. */
export function openTraining(deps: TrainingDeps): Training {
  const { prisma, databaseUrl, start } = deps;
  const row = openTrainingCalendar(databaseUrl, () => morningOf(start ?? dateOf(civilInstantOf(Date.now()))));

  return {
    clock: { now: () => row.now(), during: (act) => row.standingStill(act) },
    async show() {
      const now = await row.now();
      const { at } = await nextScheduled(prisma, now);
      const moves = (await earliestMove(prisma, at, [])) ?? at;
      // What is due by now was left by a move that is under way or broke off.
      const unfinished = (await earliestDue(prisma, now, [])) !== undefined;
      return { now, next: moves > now ? moves : now, unfinished };
    },
    async move({ to, commandId, bodyHash }) {
      return row.moving(async (moveTo) => {
        const first = await readReceipt(prisma, commandId, bodyHash);
        if (first !== undefined) return advancedSchema.parse(first);
        const from = await row.now();
        if (to < from) return undefined;
        const outcome = await advance(deps, from, to, moveTo);
        await keepReceipt(prisma, commandId, bodyHash, outcome);
        return outcome;
      });
    },
    close: () => row.close(),
  };
}

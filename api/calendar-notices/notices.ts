import { calendarAfter, type LoadedNotice } from '../../policy/calendar/built-in.ts';
import type { CalendarYear } from '../../policy/calendar/work-calendar.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { casesRestingOn } from '../../prisma/repositories/due-work.ts';
import { listNotices } from '../../prisma/repositories/holiday-notices.ts';
import { withReceipt } from '../../prisma/repositories/receipts.ts';
import type { CivilClock } from '../civil-clock.ts';
import { type TellDeps, tellCases } from '../law-changes/tell-case.ts';

/** A notice to be loaded, by whom, under the key by which a repetition is known. */
export interface NoticeOrder extends LoadedNotice {
  readonly loadedBy: string;
  readonly commandId: string;
  readonly bodyHash: string;
}

/** A year of the calendar; the built-in notices came with the product. */
export interface YearView extends CalendarYear {
  readonly year: number;
  readonly loaded: boolean;
}

export interface CalendarNotices {
  years(): Promise<YearView[]>;
  /**
   * Stores the notice and has every case count anew what rests on its year.
   * @returns how many cases were told
   * @throws RangeError listing everything wrong with the notice; ReceiptMismatch
   */
  load(order: NoticeOrder): Promise<{ readonly cases: number }>;
}

export interface NoticesDeps extends TellDeps {
  readonly prisma: PrismaClient;
  readonly civilClock: CivilClock;
}

/** The State Council's holiday notices, as administrators load them. */
export function createCalendarNotices(deps: NoticesDeps): CalendarNotices {
  const { prisma, civilClock } = deps;

  return {
    async years() {
      const loaded = await listNotices(prisma);
      return Object.entries(calendarAfter(loaded).years)
        .map(([year, days]) => ({
          ...days,
          year: Number(year),
          loaded: loaded.some((row) => row.year === Number(year)),
        }))
        .sort((a, b) => a.year - b.year);
    },

    load({ year, notice, loadedBy, commandId, bodyHash }) {
      return civilClock.during(async (at) => {
        const others = (await listNotices(prisma)).filter((row) => row.year !== year);
        calendarAfter([...others, { year, notice }]);
        await prisma.$transaction((tx) =>
          withReceipt(tx, commandId, bodyHash, async () => {
            const days = { daysOff: [...notice.daysOff], daysWorked: [...notice.daysWorked] };
            const row = { notice: days, loadedBy };
            await tx.calendarNotice.upsert({ where: { year }, create: { year, ...row }, update: row });
            return { year };
          }),
        );
        // A notice may move days of the December before too.
        const from = Math.min(...[...notice.daysOff, ...notice.daysWorked].map((day) => Number(day.slice(0, 4))));
        const cases = await casesRestingOn(prisma, from);
        // Told again after a repetition: who has counted already finds nothing moved.
        await tellCases(deps, cases, { year: from, at });
        return { cases: cases.length };
      });
    },
  };
}

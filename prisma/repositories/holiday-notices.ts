import type { HolidayNotice } from '../../policy/calendar/built-in.ts';
import type { Prisma } from '../generated/client.ts';

/** Holiday notices loaded after the product was built, by year. */
export function listNotices(tx: Prisma.TransactionClient) {
  return tx.$queryRaw<{ year: number; notice: HolidayNotice }[]>`
    SELECT year, notice FROM calendar_notice ORDER BY year`;
}

import { type CivilInstant, civilInstant, dateOf, firstDayOf, monthOf, nextMonth, type YearMonth } from '../dates.ts';

/** When the monthly run of each district is drawn up: on the first of its month at six in the morning [assumption]. */
export const runInstant = (month: YearMonth): CivilInstant => civilInstant(`${firstDayOf(month)}T06:00:00`);

/** The month whose run is drawn up next at or after `instant`. */
export function nextRunMonth(instant: CivilInstant): YearMonth {
  const month = monthOf(dateOf(instant));
  return instant <= runInstant(month) ? month : nextMonth(month);
}

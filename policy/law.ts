import type { WorkCalendar } from './calendar/work-calendar.ts';
import type { ParameterSnapshot } from './parameters/snapshot.ts';

/** The law as it stands for one town: dated parameters and the working-day calendar. Plain JSON, carried by the case's run. */
export interface Law {
  readonly parameters: ParameterSnapshot;
  readonly calendar: WorkCalendar;
}

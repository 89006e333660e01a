import { dateOf } from '../../policy/dates.ts';
import type { AppDeps } from '../deps.ts';
import type { Day } from './case.ts';

/** The civil day that counts now, with the working days known. */
export async function dayOf({ civilClock, calendar }: Pick<AppDeps, 'civilClock' | 'calendar'>): Promise<Day> {
  const [now, days] = await Promise.all([civilClock.now(), calendar()]);
  return { today: dateOf(now), calendar: days };
}

import { addDays, addSeconds, type CivilInstant, dateOf, daysBetween, plainDate, startOfDay } from '../policy/dates.ts';

/** Shanghai keeps UTC+8 all year (since 1992), so civil time is a shift and no time zone data is needed. */
const SHIFT_SECONDS = 8 * 3600;
const SECONDS_PER_DAY = 86_400;
const EPOCH = plainDate('1970-01-01');

/** The civil second in Shanghai in which the moment lies, given in milliseconds since 1970 UTC. */
export function civilInstantOf(epochMilliseconds: number): CivilInstant {
  const seconds = Math.floor(epochMilliseconds / 1000) + SHIFT_SECONDS;
  const days = Math.floor(seconds / SECONDS_PER_DAY);
  return addSeconds(startOfDay(addDays(EPOCH, days)), seconds - days * SECONDS_PER_DAY);
}

/** The moment at which the civil second begins in Shanghai, in milliseconds since 1970 UTC. */
export function epochMillisecondsOf(instant: CivilInstant): number {
  const [hours = 0, minutes = 0, seconds = 0] = instant.slice(11).split(':').map(Number);
  const days = daysBetween(EPOCH, dateOf(instant));
  return (days * SECONDS_PER_DAY + hours * 3600 + minutes * 60 + seconds - SHIFT_SECONDS) * 1000;
}

import { createHash } from 'node:crypto';
import type { LawPlace } from '../contracts/case.ts';
import { calendarAfter, type HolidayNotice } from '../policy/calendar/built-in.ts';
import type { Law } from '../policy/law.ts';
import { parameterVersion } from '../policy/parameters/generated.ts';
import type { ParameterSnapshot } from '../policy/parameters/snapshot.ts';
import { snapshotFor } from '../policy/parameters/snapshot-for.ts';
import type { Reference } from './reference-cache.ts';

/**
 * Which law a run has in hand: the parameters' version, the notices loaded, the place and the year its calendar is cut for.
 * A store that knows a newer one appends nothing and says so.
 */
export function lawVersion(reference: Reference, place: LawPlace): string {
  const notices = createHash('sha256').update(JSON.stringify(reference.notices)).digest('hex').slice(0, 8);
  return `${parameterVersion}/${notices}/${place.town}/${place.year}`;
}

/** Parameters for the town, and the calendar from the year before to two years after: enough for every limit, and small. */
export function lawFor(reference: Reference, place: LawPlace): Law {
  const calendar = calendarAfter(
    reference.notices.map(({ year, notice }) => ({ year, notice: notice as HolidayNotice })),
  );
  const years = Object.entries(calendar.years).filter(([year]) => Math.abs(Number(year) - place.year) <= 2);
  return {
    parameters: parametersAt(place),
    calendar: { ...calendar, years: Object.fromEntries(years) },
  };
}

/** The parameters in force at a place, today's and those of every day before. */
export const parametersAt = (place: Pick<LawPlace, 'town' | 'district'>): ParameterSnapshot =>
  snapshotFor(divisionPathOf(place));

/** Division codes whose parameters count at a place, the most specific first. */
export const divisionPathOf = ({ town, district }: Pick<LawPlace, 'town' | 'district'>): readonly string[] => [
  town,
  district,
  `${district.slice(0, 4)}00`,
];

import { parameters, parameterVersion } from './generated.ts';
import type { DatedValue, ParameterSnapshot, ParameterTable } from './snapshot.ts';

type Rows = readonly DatedValue<unknown>[];

/** A division's own values replace the wider ones from the day its first begins. */
function narrowedBy(wider: Rows, own: Rows | undefined): Rows {
  const first = own?.[0]?.from;
  return own === undefined || first === undefined ? wider : [...wider.filter((row) => row.from < first), ...own];
}

/**
 * Parameters for a place, given its division codes with the most specific first: `['320402109', '320402', '320400']`.
 * Codes without values of their own count as the city does.
 */
export function snapshotFor(divisionPath: readonly string[]): ParameterSnapshot {
  return snapshotOf({ version: parameterVersion, parameters }, divisionPath);
}

/** The same of another version of the parameters, such as the one that a past decision names. */
export function snapshotOf(
  law: { readonly version: string; readonly parameters: ParameterTable },
  divisionPath: readonly string[],
): ParameterSnapshot {
  const widestFirst = [...divisionPath].reverse();
  const values = Object.entries(law.parameters).map(([name, { values: cityWide, divisions }]) => [
    name,
    widestFirst.reduce<Rows>((rows, code) => narrowedBy(rows, divisions[code]), cityWide),
  ]);
  return { version: law.version, values: Object.fromEntries(values) as ParameterSnapshot['values'] };
}

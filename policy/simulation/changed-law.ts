import type { PlainDate } from '../dates.ts';
import { parameters, parameterVersion, type ParameterValues } from '../parameters/generated.ts';
import type { DatedValue, ParameterName, ParameterTable } from '../parameters/snapshot.ts';

/** A parameter given another value from a day on, in the whole city or in one division. Plain JSON. */
export type ParameterChange = {
  readonly [N in ParameterName]: {
    readonly name: N;
    readonly from: PlainDate;
    readonly value: ParameterValues[N];
    /** Code of the only division it is meant for; the city if not given. */
    readonly division?: string;
  };
}[ParameterName];

/** All parameters under a name of their own. */
export interface WholeLaw {
  readonly version: string;
  readonly parameters: ParameterTable;
}

/** The parameters as published. */
export const lawInForce: WholeLaw = { version: parameterVersion, parameters };

/**
 * The law with the changes made: each is a row from its day until the next row begins; one of the same day is replaced. Where the
 * row it falls into had a last day, so has the change.
 */
export function changedLaw(law: WholeLaw, changes: readonly ParameterChange[]): WholeLaw {
  return {
    version: `${law.version}, changed`,
    parameters: changes.reduce<ParameterTable>(
      (table, change) => ({ ...table, [change.name]: withRow(table[change.name], change) }),
      law.parameters,
    ),
  };
}

function withRow(parameter: ParameterTable[ParameterName], change: ParameterChange) {
  const { division } = change;
  if (division === undefined) return { ...parameter, values: changed(parameter.values, change) };
  const own = parameter.divisions[division] ?? [];
  return { ...parameter, divisions: { ...parameter.divisions, [division]: changed(own, change) } };
}

function changed(rows: readonly DatedValue<unknown>[], { from, value }: ParameterChange): DatedValue<unknown>[] {
  const within = rows.findLast((row) => row.from <= from);
  const isClosed = within?.to !== undefined && within.to >= from;
  const row = { from, value, source: 'proposed', ...(isClosed && { to: within.to }) };
  return [...rows.filter((other) => other.from < from), row, ...rows.filter((other) => other.from > from)];
}

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
 * The law a change is compared with: as published, but where it was changed on the same day already, as it stood before that day. So a
 * raise that has been published can be tried again, and proposals for one day are compared with the same law.
 */
export const lawBefore = (law: WholeLaw, changes: readonly ParameterChange[]): WholeLaw => ({
  version: law.version,
  parameters: changes.reduce<ParameterTable>(
    (table, change) => ({
      ...table,
      [change.name]: withRows(table[change.name], change, (rows) =>
        rows.some(({ from }) => from < change.from) ? rows.filter(({ from }) => from !== change.from) : rows,
      ),
    }),
    law.parameters,
  ),
});

/**
 * The law with the changes made: each is a row from its day until the next row begins; one of the same day is replaced. Where the
 * row it falls into had a last day, so has the change.
 */
export function changedLaw(law: WholeLaw, changes: readonly ParameterChange[]): WholeLaw {
  return {
    version: `${law.version}, changed`,
    parameters: changes.reduce<ParameterTable>(
      (table, change) => ({
        ...table,
        [change.name]: withRows(table[change.name], change, (rows) => changed(rows, change)),
      }),
      law.parameters,
    ),
  };
}

type Rows = readonly DatedValue<unknown>[];

/** The parameter with other rows where the change is meant for: in the city, or in its division. */
function withRows(
  parameter: ParameterTable[ParameterName],
  { division }: ParameterChange,
  change: (rows: Rows) => Rows,
) {
  if (division === undefined) return { ...parameter, values: change(parameter.values) };
  const own = change(parameter.divisions[division] ?? []);
  return { ...parameter, divisions: { ...parameter.divisions, [division]: own } };
}

function changed(rows: Rows, { from, value }: ParameterChange): Rows {
  const within = rows.findLast((row) => row.from <= from);
  const isClosed = within?.to !== undefined && within.to >= from;
  const row = { from, value, source: 'proposed', ...(isClosed && { to: within.to }) };
  return [...rows.filter((other) => other.from < from), row, ...rows.filter((other) => other.from > from)];
}

import { addDays, plainDate } from '../../../policy/dates.ts';
import { readParameters } from '../../read-parameters.ts';
import type { Parameter, ParameterRow } from '../../parameter-file.ts';
import { readDivisions } from '../divisions.ts';
import { valueInWords } from './value-in-words.ts';

/** One dated value that nobody has confirmed. */
export interface AssumedValue {
  readonly parameter: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly value: string;
  readonly from: string;
  /** Last day it counts; open if none. */
  readonly to: string | null;
  /** Code and name of the division it counts for; none for the whole city. */
  readonly division: string | null;
  readonly source: string;
  readonly file: string;
}

/** Every row marked as an assumption, in the order of the files. A row counts until its own end, or the day before the next begins. */
export async function assumedValues(): Promise<AssumedValue[]> {
  const names = new Map(readDivisions().map(({ code, name }) => [code, name]));
  return (await readParameters()).flatMap((parameter) => [
    ...rowsOf(parameter, parameter.values, null),
    ...Object.entries(parameter.divisions).flatMap(([code, rows]) =>
      rowsOf(parameter, rows, `${code} ${names.get(code) ?? ''}`.trim()),
    ),
  ]);
}

function rowsOf(
  { name, title, unit, file }: Parameter,
  rows: readonly ParameterRow[],
  division: string | null,
): AssumedValue[] {
  return rows.flatMap(({ from, to, value, source, assumption }, at) => {
    if (assumption === undefined) return [];
    const next = rows[at + 1]?.from;
    const last = to ?? (next === undefined ? null : addDays(plainDate(next), -1));
    return [{ parameter: name, title, value: valueInWords(value, unit), from, to: last, division, source, file }];
  });
}

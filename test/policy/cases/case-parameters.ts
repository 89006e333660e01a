import { z } from 'zod';
import { parameters } from '../../../policy/parameters/generated.ts';
import type { ParameterName, ParameterSnapshot } from '../../../policy/parameters/snapshot.ts';
import { snapshotFor } from '../../../policy/parameters/snapshot-for.ts';
import { readParameter } from '../../../scripts/parameter-file.ts';

const isName = (name: string): name is ParameterName => Object.hasOwn(parameters, name);

/** `gradualExit.maxMonths` lies in `gradual-exit/max-months.yaml`. */
const fileOf = (name: string): string =>
  `${name.replaceAll('.', '/').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.yaml`;

const isByDay = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).every((key) => /^\d{4}-/.test(key)) &&
  !Array.isArray(value);

/** The same few values stand in hundreds of cases. */
const known = new Map<string, readonly object[]>();

/** The rows of a parameter as a case sets it, held to the same rules as the parameter's file. */
function rowsFor(name: ParameterName, value: unknown): readonly object[] {
  const { unit } = parameters[name];
  const byDay = isByDay(value) ? value : { '2012-12-12': value };
  const values = Object.fromEntries(
    Object.entries(byDay).map(([from, value]) => [from, { value, source: 'worked example' }]),
  );
  const file = JSON.stringify({ title: { zh: name, en: name }, unit, values });
  const rows = known.get(file) ?? readParameter(fileOf(name), file).values;
  known.set(file, rows);
  return rows;
}

/** Parameters a case sets, each one value for all time or values by the day they begin; everything else is as in the place. */
export const caseParameters = z.record(z.string(), z.unknown()).transform((given, context) => {
  const rows = Object.entries(given).map(([name, value]) => {
    if (!isName(name)) {
      context.addIssue({ code: 'custom', message: 'is no parameter', path: [name] });
      return [name, []];
    }
    try {
      return [name, rowsFor(name, value)];
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      context.addIssue({ code: 'custom', message: error.message, path: [name] });
      return [name, []];
    }
  });
  return Object.fromEntries(rows) as Partial<ParameterSnapshot['values']>;
});

/** The law of a place with the values a case sets. */
export function lawWith(rows: z.infer<typeof caseParameters>, place: readonly string[]): ParameterSnapshot {
  const law = snapshotFor(place);
  return { ...law, values: { ...law.values, ...rows } };
}

import { parse } from 'yaml';
import { z } from 'zod';
import {
  isPartOfYuan,
  type ParameterUnit as Unit,
  parameterUnits as units,
} from '../contracts/http/parameter-units.ts';
import { isPlainDate } from '../policy/dates.ts';

/** Where the parameters lie, one YAML file each. */
export const FOLDER = 'policy/parameters';
const day = z.string().refine(isPlainDate, 'is not a date that exists');

/** Rows by the day they begin; `to` closes a row whose value must not be carried on. */
const rowsOf = (unit: Unit, mayBeEmpty = false) =>
  z
    .record(
      day,
      z.strictObject({
        value: units[unit].schema,
        to: day.optional(),
        source: z.string().min(3),
        assumption: z.literal(true).optional(),
      }),
    )
    .superRefine((rows, context) => {
      const entries = Object.entries(rows);
      if (entries.length === 0 && !mayBeEmpty) context.addIssue('holds no value');
      entries.forEach(([from, row], at) => {
        const next = entries[at + 1]?.[0];
        if (next !== undefined && next <= from) context.addIssue(`${next} does not follow ${from}`);
        if (row.to !== undefined && (row.to < from || (next !== undefined && row.to >= next)))
          context.addIssue(`the row of ${from} ends on ${row.to}, before it begins or after the next does`);
      });
    });

/** `mayBeEmpty`: a list that is waiting for its first value. */
const head = z.looseObject({
  unit: z.enum(Object.keys(units) as [Unit, ...Unit[]]),
  mayBeEmpty: z.literal(true).optional(),
});
const fileOf = ({ unit, mayBeEmpty }: z.output<typeof head>) =>
  z.strictObject({
    title: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
    unit: z.literal(unit),
    mayBeEmpty: z.literal(true).optional(),
    values: rowsOf(unit, mayBeEmpty),
    divisions: z.record(z.string().regex(/^\d{6}(\d{3}){0,2}$/), rowsOf(unit)).default({}),
  });

/** A value with the days it counts and where it comes from. */
export interface ParameterRow {
  readonly from: string;
  readonly to?: string | undefined;
  readonly value: unknown;
  readonly source: string;
  readonly assumption?: true | undefined;
}

/** One parameter as read: rows by the day they begin, for the city and for divisions that differ. */
export interface Parameter {
  readonly name: string;
  /** Its file in the repository. */
  readonly file: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly unit: string;
  /** Its type in code. */
  readonly type: string;
  readonly values: readonly ParameterRow[];
  readonly divisions: Readonly<Record<string, readonly ParameterRow[]>>;
}

/** `gradual-exit/max-months.yaml` is the parameter `gradualExit.maxMonths`. */
const nameOf = (path: string): string =>
  path
    .replace(/\.yaml$/, '')
    .replaceAll('/', '.')
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Reads one parameter. Throws an error naming the file and everything wrong in it. */
export function readParameter(path: string, text: string): Parameter {
  const content: unknown = parse(text);
  const read = <T>(schema: z.ZodType<T>): T => {
    const result = schema.safeParse(content);
    if (!result.success) throw new Error(`${FOLDER}/${path}:\n${z.prettifyError(result.error)}`);
    return result.data;
  };
  const { title, unit, values, divisions } = read(fileOf(read(head)));
  const rows = (byDay: typeof values) => Object.entries(byDay).map(([from, row]) => ({ from, ...row }));
  const allRows = [values, ...Object.values(divisions)].flatMap((byDay) => Object.values(byDay));
  if (allRows.some(({ value }) => isPartOfYuan(nameOf(path), value)))
    throw new Error(`${FOLDER}/${path}: a standard is a whole number of yuan`);
  return {
    name: nameOf(path),
    file: `${FOLDER}/${path}`,
    title,
    unit,
    type: units[unit].type,
    values: rows(values),
    divisions: Object.fromEntries(Object.entries(divisions).map(([code, byDay]) => [code, rows(byDay)])),
  };
}

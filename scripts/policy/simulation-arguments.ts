import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type ParameterUnit, parameterUnits } from '../../contracts/http/parameter-units.ts';
import { newSimulation, type NewSimulation } from '../../contracts/http/simulation.ts';
import { parameters } from '../../policy/parameters/generated.ts';

export const simulationUsage = `npm run policy -- simulate --standard YYYY-MM=yuan | --set name@YYYY-MM-DD=value ...
  --standard YYYY-MM=yuan      a new dibao standard from a month on
  --set name@YYYY-MM-DD=value  any parameter; money in fen, a fraction as 3/2, a list as a,b, yes or no as true or false
  --division code              the changes hold in this division only
  --month YYYY-MM              the month compared; that of the last change if not given
  --generate count             invented households instead of the roll in the database
  --seed number                which invented ones; 1 if not given
  --csv file, --chart file     the figures as CSV, and as JSON to draw`;

const text = { type: 'string' } as const;
const options = {
  standard: { type: 'string', multiple: true },
  set: { type: 'string', multiple: true },
  division: text,
  month: text,
  generate: text,
  seed: text,
  csv: text,
  chart: text,
  help: { type: 'boolean' },
} as const;

/** What was asked for on the command line. */
export interface SimulationArguments {
  readonly form: NewSimulation;
  readonly csv?: string;
  readonly chart?: string;
}

/**
 * Reads the arguments; `undefined` if help is asked for. Throws an Error naming every fault of them at once, by the same form as the
 * API's.
 */
export function simulationArguments(args: readonly string[]): SimulationArguments | undefined {
  const { values } = parseArgs({ args: [...args], options });
  if (values.help === true) return undefined;
  const { csv, chart, division, month, generate, seed } = values;
  const faults: string[] = [];
  const change = (option: string, given: string, pattern: RegExp): readonly string[] => {
    const found = pattern.exec(given);
    if (found === null) faults.push(`--${option} ${given}: expected ${expected[option] ?? 'another form'}`);
    return found ?? [];
  };
  const where = division === undefined ? {} : { division };
  const sources: string[] = [];
  const changes = [
    ...(values.standard ?? []).flatMap((given) => {
      const [whole, from, amount] = change('standard', given, /^(\d{4}-\d{2})=(.+)$/);
      if (whole === undefined) return [];
      sources.push(`--standard ${given}`);
      const yuan = numberIn(amount ?? '');
      return [
        { name: 'dibao.standard', from: `${from}-01`, value: typeof yuan === 'number' ? yuan * 100 : yuan, ...where },
      ];
    }),
    ...(values.set ?? []).flatMap((given) => {
      const [whole, name = '', from, value = ''] = change('set', given, /^([\w.]+)@(\d{4}-\d{2}-\d{2})=(.*)$/);
      if (whole === undefined) return [];
      sources.push(`--set ${given}`);
      return [{ name, from, value: valueIn(name, value), ...where }];
    }),
  ];
  if (changes.length === 0 && faults.length === 0) faults.push('--standard or --set: nothing is changed');
  const roll =
    generate === undefined
      ? {}
      : { roll: { invented: numberIn(generate), ...(seed !== undefined && { seed: numberIn(seed) }) } };
  if (generate === undefined && seed !== undefined) faults.push('--seed: only with --generate');
  const read = newSimulation.safeParse({ ...(month !== undefined && { month }), changes, ...roll });
  if (changes.length > 0 && read.error !== undefined)
    faults.push(...read.error.issues.map((issue) => faultIn(issue, sources)));
  if (faults.length > 0 || !read.success) throw new Error(faults.join('\n'));
  return { form: read.data, ...(csv !== undefined && { csv }), ...(chart !== undefined && { chart }) };
}

const expected: Readonly<Record<string, string>> = {
  standard: 'YYYY-MM=yuan, such as 2027-07=1280',
  set: 'name@YYYY-MM-DD=value, such as edge.multiplier@2027-01-01=2/1',
};

/** Names the option that is at fault instead of the place in the form. */
function faultIn({ path, message }: z.core.$ZodIssue, sources: readonly string[]): string {
  const [part, at] = path;
  if (part === 'changes' && typeof at === 'number') return `${sources[at] ?? 'changes'}: ${message}`;
  if (part === 'roll') return `--generate, --seed: a whole number from 1, and a seed from 0 below 2^32`;
  return `--${String(part)}: ${message}`;
}

const numberIn = (given: string): number | string => (/^\d+(\.\d+)?$/.test(given) ? Number(given) : given);

const isList = (unit: string): boolean => parameterUnits[unit as ParameterUnit].schema instanceof z.ZodArray;

/** A value as the unit of its parameter has it; what cannot be read stays text, and is refused by the form. */
function valueIn(name: string, given: string): unknown {
  const unit = Object.entries(parameters).find(([known]) => known === name)?.[1].unit;
  switch (unit) {
    case 'flag':
      return given === 'true' ? true : given === 'false' ? false : given;
    case 'ratio': {
      const [, num, den] = /^(\d+)\/(\d+)$/.exec(given) ?? [];
      return num === undefined ? given : { num: Number(num), den: Number(den) };
    }
    case 'authority':
      return given;
    default:
      return unit !== undefined && isList(unit) ? given.split(',').filter((word) => word !== '') : numberIn(given);
  }
}

import { z } from 'zod';
import { monthOf } from '../../policy/dates.ts';
import { kindNames } from '../../policy/kinds.ts';
import { parameters } from '../../policy/parameters/generated.ts';
import type { ParameterName } from '../../policy/parameters/snapshot.ts';
import type { ParameterChange } from '../../policy/simulation/changed-law.ts';
import type { SimulationOrder } from '../../policy/simulation/simulation.ts';
import { condition } from './case.ts';
import { isPartOfYuan, type ParameterUnit, parameterUnits } from './parameter-units.ts';
import { plainDate, yearMonth } from './values.ts';

/** Most households that the API invents; the command line invents any number. */
export const MOST_INVENTED = 100_000;

const names = Object.keys(parameters) as [ParameterName, ...ParameterName[]];

/** The schema of a parameter's values, by its unit. */
const valueOf = (name: ParameterName) => parameterUnits[parameters[name].unit as ParameterUnit].schema;

const division = z
  .string()
  .regex(/^\d{6}(?:\d{3})?$/, '区划代码应为6位或9位数字 / A division code has 6 digits, of a town 9')
  .meta({ description: '只在此区划改变 The only division in which it changes' });

const change = z
  .strictObject({
    name: z.enum(names, '没有这个参数 / No such parameter'),
    from: plainDate,
    value: z
      .unknown()
      .meta({ description: '新值，单位见参数 The new value in the unit of the parameter: money in fen' }),
    division: division.exactOptional(),
  })
  .superRefine(({ name, value }, context) => {
    const { unit } = parameters[name];
    const notInUnit = `不是${unit}单位的值 / Not a value in the unit of the parameter (${unit})`;
    for (const { path, message } of valueOf(name).safeParse(value, { error: () => notInUnit }).error?.issues ?? [])
      context.addIssue({ code: 'custom', path: ['value', ...path], message });
    if (isPartOfYuan(name, value))
      context.addIssue({ code: 'custom', path: ['value'], message: '标准应为整元 / A standard is whole yuan' });
  });

const changes = z
  .array(change)
  .min(1)
  .max(50)
  .superRefine((all, context) => {
    const keys = all.map(({ name, from, division: where = '' }) => `${name}@${from}@${where}`);
    for (const [at, key] of keys.entries())
      if (keys.indexOf(key) < at)
        context.addIssue({ code: 'custom', path: [at], message: '与前面的改变重复 / Changes what is changed above' });
  });

const roll = z
  .union([
    z.strictObject({ households: z.literal('inPayment') }),
    z.strictObject({
      invented: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
      seed: z
        .int()
        .min(0)
        .max(2 ** 32 - 1)
        .default(1),
    }),
  ])
  .default({ households: 'inPayment' })
  .meta({ description: '在保家庭，或按种子虚构的家庭 Households in payment, or invented ones by a seed' });

/** A change of the law to be tried on a roll. */
export const newSimulation = z
  .strictObject({
    month: yearMonth.exactOptional().meta({
      description: '比较的月份；不填则为最后一项改变的月份 The month compared; that of the last change if not given',
    }),
    changes,
    roll,
  })
  .meta({ id: 'NewSimulation' });

export type NewSimulation = z.output<typeof newSimulation>;

/** What the simulation is asked: the month compared is that of the last change, unless another is given. */
export const simulationOrder = ({ month, changes: asked }: NewSimulation): SimulationOrder => ({
  month: month ?? monthOf(asked.map(({ from }) => from).reduce((a, b) => (a < b ? b : a))),
  // Each value has been read by the schema of its own parameter's unit.
  changes: asked as readonly ParameterChange[],
});

const count = z.int();
const holding = z
  .object({ households: count, persons: count, budget: count.meta({ description: '分 fen' }) })
  .meta({ id: 'Holding' });

/** What a change does, month for month the same as the command line prints. */
export const simulationFigures = z
  .object({
    month: z.string(),
    parameterVersion: z.string(),
    changes: z.array(
      z.object({ name: z.string(), from: z.string(), value: z.unknown(), division: z.string().optional() }),
    ),
    standardChecks: z
      .array(
        z.object({
          from: z.string(),
          amount: z.int(),
          division: z.string().optional(),
          outcome: z.enum(['ok', 'warned', 'refused']),
          lowestAllowed: z.int(),
          lowestWithoutWarning: z.int(),
          conditions: z.array(condition),
        }),
      )
      .meta({ description: '拟定低保标准的审查 The proposed dibao standards against the rules on standards' }),
    looked: count,
    notAssessed: z.object({ households: count, because: z.record(z.string(), count) }),
    undetermined: z.partialRecord(z.enum(kindNames), count).meta({
      description: '缺事实或缺已公布数据而无法判断的 Could not be judged for want of a fact or a published figure',
    }),
    rows: z.array(
      z.object({
        district: z.string().meta({ description: '区县代码，city 为全市 Code of the district; city: all of them' }),
        kind: z.enum(['all', ...kindNames]),
        before: holding,
        after: holding,
        comingIn: count,
        goingOut: count,
        winners: count,
        losers: count,
      }),
    ),
    unchanged: count,
    histogram: z.array(z.object({ from: z.int(), below: z.int(), households: count })),
  })
  .meta({ id: 'SimulationFigures' });

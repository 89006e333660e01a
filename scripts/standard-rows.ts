import { checkStandardAmount } from '../policy/amounts/standard-rules.ts';
import { explain } from '../policy/eligibility/condition.ts';
import { fen } from '../policy/money.ts';
import type { Parameter, ParameterRow } from './parameter-file.ts';

const STANDARD = 'dibao.standard';

type Rows = readonly ParameterRow[];

const numberOn = (rows: Rows, day: string): number | undefined => {
  const row = rows.findLast(({ from }) => from <= day);
  return typeof row?.value === 'number' && (row.to === undefined || row.to >= day) ? row.value : undefined;
};

/**
 * Refuses a dibao standard, of the city or a division, that breaks a rule which binds: the year's target where it must be reached, the
 * province's guiding standard (policy R-STD). Throws an error naming the file, the row and each rule.
 */
export function refuseBrokenStandards(parameters: readonly Parameter[]): void {
  const cityRows = (name: string): Rows => parameters.find((parameter) => parameter.name === name)?.values ?? [];
  const standard = parameters.find(({ name }) => name === STANDARD);
  if (standard === undefined) return;
  const faults = [standard.values, ...Object.values(standard.divisions)].flatMap((rows) =>
    rows.flatMap(({ from, value }, at) => {
      const before = (rows[at - 1] ?? standard.values.findLast((row) => row.from < from))?.value;
      if (typeof value !== 'number' || typeof before !== 'number') return [];
      const floor = numberOn(cityRows('standards.provincialFloor'), from);
      const { outcome, conditions } = checkStandardAmount(fen(value), {
        before: fen(before),
        raiseTarget: numberOn(cityRows('standards.raiseTarget'), from) ?? 0,
        targetBinds: cityRows('standards.raiseTargetBinds').findLast((row) => row.from <= from)?.value === true,
        ...(floor !== undefined && { provincialFloor: fen(floor) }),
      });
      if (outcome !== 'refused') return [];
      return conditions.filter(({ met }) => !met).map((condition) => `${from}: ${explain(condition).en}`);
    }),
  );
  if (faults.length > 0) throw new Error(`${standard.file}:\n${faults.join('\n')}`);
}

import { explain } from '../../policy/eligibility/condition.ts';
import { kinds } from '../../policy/kinds.ts';
import { fen, formatYuan } from '../../policy/money.ts';
import type { FigureRow, SimulationFigures } from '../../policy/simulation/figures.ts';

/** Names of districts by code. */
export type Names = ReadonlyMap<string, string>;

const kindName = (kind: FigureRow['kind']): string =>
  kind === 'all' ? '合计 all money' : `${kinds[kind].zh} ${kinds[kind].en}`;
const nameOf = (names: Names, district: string): string =>
  district === 'city' ? '全市 city' : (names.get(district) ?? district);

/** A Chinese character takes two columns of a terminal. */
const width = (text: string): number => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);

/** The figures as a table for a terminal: the city first, then each district. */
export function simulationTable(figures: SimulationFigures, names: Names): string[] {
  const head = ['', '', '户 households', '→', '预算元 budget, yuan', '→', '进 in', '出 out', '增 winners', '减 losers'];
  const body = figures.rows.map((row) => [
    nameOf(names, row.district),
    kindName(row.kind),
    row.before.households.toLocaleString('en'),
    row.after.households.toLocaleString('en'),
    formatYuan(fen(row.before.budget)),
    formatYuan(fen(row.after.budget)),
    ...[row.comingIn, row.goingOut, row.winners, row.losers].map((n) => n.toLocaleString('en')),
  ]);
  const all = [head, ...body];
  const widths = head.map((_, at) => Math.max(...all.map((cells) => width(cells[at] ?? ''))));
  return all.map((cells) =>
    cells
      .map((cell, at) => {
        const pad = ' '.repeat((widths[at] ?? 0) - width(cell));
        return at < 2 ? cell + pad : pad + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

const outcomes = {
  ok: '符合 may be published',
  warned: "低于年度增幅目标 below the year's target: warned about",
  refused: '不得公布 must not be published',
};

/** What the rules on standards say of the proposed ones. */
export const standardLines = (checks: SimulationFigures['standardChecks']): string[] =>
  checks.flatMap(({ from, amount, outcome, lowestAllowed, lowestWithoutWarning, conditions }) => [
    `低保标准 standard ${formatYuan(amount)} ${from}: ${outcomes[outcome]} (最低 lowest ${formatYuan(lowestAllowed)}, ${formatYuan(lowestWithoutWarning)})`,
    ...conditions.filter(({ met }) => !met).map((condition) => `  ${explain(condition).zh}`),
  ]);

const cell = (value: string | number): string => {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The figures as CSV (RFC 4180), money in yuan; the mark in front has spreadsheets read Chinese as it is. */
export function simulationCsv({ rows, month }: SimulationFigures, names: Names): string {
  const head = [
    'month',
    'district',
    'district_name',
    'kind',
    'households_before',
    'households_after',
    'persons_before',
  ].concat(['persons_after', 'budget_before_yuan', 'budget_after_yuan', 'in', 'out', 'winners', 'losers']);
  const yuan = (amount: number): string => (amount / 100).toFixed(2);
  const lines = rows.map(({ district, kind, before, after, comingIn, goingOut, winners, losers }) => [
    ...[month, district, nameOf(names, district), kind, before.households, after.households, before.persons],
    ...[after.persons, yuan(before.budget), yuan(after.budget), comingIn, goingOut, winners, losers],
  ]);
  return `\uFEFF${[head, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`;
}

/** What there is to draw: how many households' money changes by how much, and each district's budget. Amounts in fen. */
export const simulationChart = ({ month, histogram, unchanged, rows }: SimulationFigures, names: Names) => ({
  month,
  changePerHousehold: { unchanged, bins: histogram },
  budgetByDistrict: rows
    .filter(({ kind, district }) => kind === 'all' && district !== 'city')
    .map(({ district, before, after }) => ({
      district,
      name: nameOf(names, district),
      before: before.budget,
      after: after.budget,
    })),
});

import { assumedLines, type AssumedLine } from './assumptions/in-code.ts';
import { type AssumedValue, assumedValues } from './assumptions/in-parameters.ts';
import { type AssumedLimit, assumedLimits } from './assumptions/in-procedures.ts';
import { proceduresInWords } from './assumptions/procedures-in-words.ts';

/** `npm run policy -- assumptions`: everything the product takes for law that no lawyer of the city has confirmed. Returns the exit code. */
export async function assumptions(args: readonly string[]): Promise<0 | 2> {
  const unknown = args.filter((arg) => arg !== '--json');
  if (unknown.length > 0) {
    console.error(`npm run policy -- assumptions [--json]; it does not take ${unknown.join(' ')}.`);
    return 2;
  }
  const parameters = await assumedValues();
  const limits = assumedLimits();
  const code = await assumedLines();
  if (args.includes('--json')) console.log(JSON.stringify({ parameters, limits, code }, undefined, 2));
  else console.log([...valueLines(parameters), ...limitLines(limits), ...codeLines(code)].join('\n'));
  return 0;
}

/** One heading a parameter, below it its values with days, division and source. */
function valueLines(parameters: readonly AssumedValue[]): string[] {
  const files = [...new Set(parameters.map(({ file }) => file))];
  return [
    `未经确认的参数 Parameters not confirmed: ${parameters.length} values in ${files.length} files`,
    ...files.flatMap((file) => {
      const rows = parameters.filter((row) => row.file === file);
      return [
        '',
        ...rows.slice(0, 1).map(({ title, parameter }) => `${title.zh}  ${title.en}  (${parameter}, ${file})`),
        ...rows.map(
          ({ from, to, division, value, source }) =>
            `  ${from} – ${to ?? '          '}  ${division ?? '全市 city'}  ${value}  [${source}]`,
        ),
      ];
    }),
  ];
}

const limitLines = (limits: readonly AssumedLimit[]): string[] => [
  '',
  `未经确认的程序期限 Limits of procedures not confirmed: ${limits.length}`,
  ...limits.flatMap(({ limit, title, value, source, procedures }) => [
    '',
    `${title ? `${title.zh}  ${title.en}` : limit}  (${limit})`,
    `  ${value}  [${source}]`,
    ...proceduresInWords(procedures).map((line) => `    ${line}`),
  ]),
];

const codeLines = (lines: readonly AssumedLine[]): string[] => [
  '',
  `规则中的假定 Assumptions that stand in the rules: ${lines.length}`,
  '',
  ...lines.map(({ at, text }) => `  ${at}  ${text}`),
];

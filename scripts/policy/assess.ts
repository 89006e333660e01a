import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { DivisionTree } from '../../api/access/divisions.ts';
import { assessHousehold } from '../../api/assessments/assess-household.ts';
import { readAssessment } from '../../api/assessments/read-assessment.ts';
import { type FieldError, Problem } from '../../api/problems/problem.ts';
import { civilInstantOf } from '../../contracts/shanghai-time.ts';
import { dateOf } from '../../policy/dates.ts';
import { snapshotFor } from '../../policy/parameters/snapshot-for.ts';
import { inWords } from './assess/in-words.ts';
import { readDivisions } from './divisions.ts';

const usage = `npm run policy -- assess facts.json [--on 2026-09-01] [--month 2026-10] [--division 320411101] [--json]
  From the facts of a household to every kind of help that fits, with reasons and amounts. Nothing is stored. The file holds what
  POST /v1/assessments takes as \`facts\`. Exit code: 0 assessed, 2 the input cannot be assessed.`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

/** `npm run policy -- assess`. Faults name no value that was typed. Returns the exit code. */
export async function assess(args: readonly string[]): Promise<0 | 2> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { on: text, month: text, division: text, json: flag, help: flag },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (values.help || file === undefined || positionals.length > 1) {
      console.error(usage);
      return values.help ? 0 : 2;
    }
    const { json, help: _help, ...options } = values;
    const answer = answerTo({ facts: await factsIn(file), ...options });
    console.log(json ? JSON.stringify(answer, undefined, 2) : inWords(answer).join('\n'));
    return 0;
  } catch (error) {
    console.error(wordsOf(error));
    return 2;
  }
}

function answerTo(form: Readonly<Record<string, unknown>>) {
  const read = readAssessment(form, dateOf(civilInstantOf(Date.now())));
  const path = new DivisionTree(readDivisions().map(asDivision)).pathOf(read.division ?? CITY);
  if (path.length === 0) throw new Error('没有该区划 There is no such division.');
  return assessHousehold(read, snapshotFor(path.toReversed()));
}

const CITY = '320400';

const asDivision = ({ managedBy, ...row }: ReturnType<typeof readDivisions>[number]) => ({
  ...row,
  managedBy: managedBy ?? null,
  kind: null,
  synthetic: false,
  intake: true,
});

async function factsIn(file: string): Promise<unknown> {
  const content = await readFile(file, 'utf8');
  try {
    return JSON.parse(content);
  } catch {
    // The parser's own words quote what it read.
    throw new Error('文件不是有效的 JSON The file is no JSON.');
  }
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Problem)) return error instanceof Error ? error.message : String(error);
  const lines = (error.details.errors ?? []).map(
    ({ field, message, messageEn }: FieldError) => `  ${field}: ${message} ${messageEn}`,
  );
  return ['输入有误，不能测算 The input cannot be assessed:', ...lines].join('\n');
}

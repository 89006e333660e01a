import { parseArgs } from 'node:util';
import { loadConfig } from '../../platform/config.ts';
import { createPrisma } from '../../prisma/client.ts';
import { redecideAll, type Tally } from './redecide/redecide-all.ts';
import type { Difference } from './redecide/redecide-case.ts';

const usage = `npm run policy -- redecide [--json]
  Computes every decision of the database again, from the facts and the parameters it was taken by.
  Exit code: 0 all agree, 1 there are differences, 2 it could not run.`;

/** `npm run policy -- redecide`: what was decided against what the same facts and parameters give today. Returns the exit code. */
export async function redecide(args: readonly string[]): Promise<0 | 1 | 2> {
  try {
    const flag = { type: 'boolean', default: false } as const;
    const { values } = parseArgs({ args: [...args], options: { json: flag, help: flag } });
    if (values.help) {
      console.log(usage);
      return 0;
    }
    return await run(values.json ? (difference) => console.log(JSON.stringify(difference)) : printLine, values.json);
  } catch (error) {
    console.error(`It could not run: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
}

async function run(report: (difference: Difference) => void, json: boolean): Promise<0 | 1> {
  const prisma = createPrisma(loadConfig(process.env).database.url, 2);
  const begun = performance.now();
  try {
    const tally = await redecideAll(prisma, report);
    const seconds = (performance.now() - begun) / 1000;
    console.log(json ? JSON.stringify({ ...tally, seconds }) : summary(tally, seconds));
    return tally.differences === 0 ? 0 : 1;
  } finally {
    await prisma.$disconnect();
  }
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

const printLine = ({ caseId, seq, field, stored, computed }: Difference) =>
  console.log(`case ${caseId}, entry ${seq}, ${field}: stored ${shown(stored)}, computed ${shown(computed)}`);

function summary(tally: Tally, seconds: number): string {
  const { cases, decisions, notComputed, proposals, differences, casesThatDiffer } = tally;
  const computed = decisions - notComputed + proposals;
  const outcome =
    differences === 0
      ? 'All agree.'
      : `${differences} values differ, in ${casesThatDiffer} of ${cases} cases; ${cases - casesThatDiffer} cases agree.`;
  return `${decisions} decisions and ${proposals} opinions and proposals of ${cases} cases were computed again.
${notComputed} decisions rest on no computation: only their amounts were compared.
${outcome}
${seconds.toFixed(1)} s, ${Math.round(computed / Math.max(seconds, 0.001))} decisions a second.`;
}

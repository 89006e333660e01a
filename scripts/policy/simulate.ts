import { writeFile } from 'node:fs/promises';
import { runSimulation } from '../../api/simulations/run-simulation.ts';
import { simulationOrder } from '../../contracts/http/simulation.ts';
import { loadConfig } from '../../platform/config.ts';
import { createPrisma, type PrismaClient } from '../../prisma/client.ts';
import { readDivisions } from './divisions.ts';
import { simulationArguments, simulationUsage } from './simulation-arguments.ts';
import { simulationChart, simulationCsv, simulationTable, standardLines } from './simulation-report.ts';

/** `npm run policy -- simulate`: tries changes of the law on the roll, or on an invented one, and prints what they do. */
export async function simulate(args: readonly string[]): Promise<number> {
  let prisma: PrismaClient | undefined;
  try {
    const asked = simulationArguments(args);
    if (asked === undefined) {
      console.log(simulationUsage);
      return 0;
    }
    const { form, csv, chart } = asked;
    const divisions = readDivisions();
    const names = new Map(divisions.map(({ code, name }) => [code, name]));
    const unknown = form.changes.flatMap(({ division }) =>
      division === undefined || names.has(division) ? [] : [`--division ${division}: no such division`],
    );
    if (unknown[0] !== undefined) throw new Error(unknown[0]);
    const config = 'invented' in form.roll ? undefined : loadConfig(process.env);
    if (config !== undefined) prisma = createPrisma(config.database.url, 1);
    const begun = performance.now();
    const figures = await runSimulation(
      { ...(prisma && { prisma }), training: config?.training ?? false, divisions },
      simulationOrder(form),
      form.roll,
    );
    const seconds = (performance.now() - begun) / 1000;
    for (const line of simulationTable(figures, names)) console.log(line);
    for (const line of standardLines(figures.standardChecks)) console.log(line);
    const { households, because } = figures.notAssessed;
    if (households > 0) console.log(`未能核算 not assessed: ${households} (${JSON.stringify(because)})`);
    for (const [kind, times] of Object.entries(figures.undetermined))
      console.log(`缺事实或已公布数据，无法判断 not to be judged yet: ${kind} ${times}`);
    if (csv !== undefined) await writeFile(csv, simulationCsv(figures, names));
    if (chart !== undefined) await writeFile(chart, `${JSON.stringify(simulationChart(figures, names), null, 2)}\n`);
    const memory = Math.round(process.resourceUsage().maxRSS / 1024);
    console.log(
      `${figures.month}: ${figures.looked.toLocaleString('en')} households, before and after, in ${seconds.toFixed(1)} s (${Math.round(figures.looked / seconds).toLocaleString('en')} a second), peak memory ${memory} MB`,
    );
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  } finally {
    await prisma?.$disconnect();
  }
}

import { availableParallelism, cpus } from 'node:os';
import { runSimulation } from '../../api/simulations/run-simulation.ts';
import { plainDate, yearMonth } from '../../policy/dates.ts';
import { yuan } from '../../policy/money.ts';
import { readDivisions } from '../policy/divisions.ts';

/** A raise of the dibao standard on an invented roll: households a second, before and after, on the one core of this process. */
export async function benchSimulation(households: number, say: (line: string) => void): Promise<void> {
  const before = process.cpuUsage();
  const begun = performance.now();
  const { looked } = await runSimulation(
    { training: false, divisions: readDivisions() },
    {
      month: yearMonth('2026-09'),
      changes: [{ name: 'dibao.standard', from: plainDate('2026-09-01'), value: yuan(1_280) }],
    },
    { invented: households, seed: 7 },
  );
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(before);
  const processor = (user + system) / 1_000_000;
  const rate = (time: number) => Math.round(looked / time).toLocaleString('en');
  say(`machine    ${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores`);
  say(
    `simulation ${looked.toLocaleString('en')} households in ${seconds.toFixed(1)} s, ${processor.toFixed(1)} s of processor time: ${rate(seconds)} households/s (${rate(processor)} a second of processor time)`,
  );
  say(`memory     ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most (resident)`);
}

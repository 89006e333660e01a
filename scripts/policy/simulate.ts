import { parseArgs } from 'node:util';

const usage = 'npm run policy -- simulate --standard YYYY-MM=yuan';

/** Prints how it is called. */
export function simulate(args: readonly string[]): Promise<number> {
  parseArgs({ args: [...args], options: { standard: { type: 'string', multiple: true } } });
  console.log(usage);
  return Promise.resolve(0);
}

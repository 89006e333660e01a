/** `npm run policy -- <command> [arguments]`: the law asked from a console. Without a command, what there is. */
interface PolicyCommand {
  /** What follows the name, and what it does: one line. */
  readonly usage: string;
  /** Loads the command only when asked for, so that none waits for what another needs. Returns the exit code. */
  readonly load: () => Promise<(args: readonly string[]) => Promise<number>>;
}

const commands: Readonly<Record<string, PolicyCommand>> = {
  assess: {
    usage:
      'assess facts.json [--on DAY] [--month MONTH] [--division CODE] [--json]   one household, every kind of help',
    load: async () => (await import('./policy/assess.ts')).assess,
  },
  assumptions: {
    usage: 'assumptions [--json]   everything taken for law that is not confirmed, for the lawyers of the city',
    load: async () => (await import('./policy/assumptions.ts')).assumptions,
  },
  redecide: {
    usage: 'redecide [--json]   every decision of the database computed again; exit code 1 if any differs',
    load: async () => (await import('./policy/redecide.ts')).redecide,
  },
  simulate: {
    usage: 'simulate --standard 2027-07=1280 [--help]   a change of parameters over the roll or a generated one',
    load: async () => (await import('./policy/simulate.ts')).simulate,
  },
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command === undefined) {
  console.error(
    `Usage: npm run policy -- <command>\n${Object.values(commands)
      .map(({ usage }) => `  ${usage}`)
      .join('\n')}`,
  );
  process.exitCode = 2;
} else {
  const run = await command.load();
  process.exitCode = await run(args);
}

import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** How one process of the stack is run. */
export type PartSpec = {
  name: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** File that receives what the process prints; undefined: it prints where the supervisor does. */
  log: string | undefined;
  beforeStart?: () => Promise<void>;
  /** Resolves when the process really answers; is asked again until it does. */
  ready: () => Promise<void>;
  stopSignal: NodeJS.Signals;
  /** Milliseconds after `stopSignal` until SIGKILL. */
  stopTimeoutMs: number;
};

/** A running process of the stack. It is started again whenever it ends unasked. */
export type Part = {
  readonly name: string;
  /** Undefined while it is down. */
  readonly pid: number | undefined;
  /** Starts it and resolves when it answers. */
  start(): Promise<void>;
  /** Resolves when it answers (again). @throws Error naming the part after `timeoutMs` */
  whenReady(timeoutMs?: number): Promise<void>;
  /** Sends a signal, as a crash or an operator would. */
  kill(signal: NodeJS.Signals): void;
  /** Stops it in order; it stays down until `start`. */
  stop(): Promise<void>;
  restart(): Promise<void>;
};

const LONGEST_PAUSE_MS = 10_000;

/** A process that never answered and ended so often will not come up by trying on. */
const CRASHES_AT_START = 3;

/** @param report receives a line when the process had to be started again, and at each change of its id */
export function createPart(spec: PartSpec, report: (line: string) => void, onPid: () => void): Part {
  const seeLog = spec.log === undefined ? '' : ` See ${spec.log}.`;
  let child: ChildProcess | undefined;
  let wanted = false;
  let crashes = 0;
  let answered = false;
  let lastEnd = '';
  let ended: Promise<void> = Promise.resolve();

  async function launch(): Promise<void> {
    await spec.beforeStart?.();
    if (!wanted) return;
    const output = spec.log === undefined ? 'inherit' : openSync(spec.log, 'a');
    // A process group of its own: Ctrl-C in a terminal reaches the supervisor only, which then stops the parts in order.
    const started = spawn(spec.command, spec.args, {
      env: spec.env,
      stdio: ['ignore', output, output],
      detached: true,
    });
    if (typeof output === 'number') closeSync(output);
    child = started;
    onPid();
    const startedAt = Date.now();
    ended = new Promise((resolve) => {
      const over = (why: string) => {
        if (child !== started) return;
        child = undefined;
        onPid();
        resolve();
        if (!wanted) return;
        lastEnd = why;
        if (Date.now() - startedAt > 60_000) crashes = 0;
        const pause = Math.min(250 * 2 ** crashes++, LONGEST_PAUSE_MS);
        report(`${spec.name} ended unasked (${why}); starting it again in ${pause / 1000} s.`);
        setTimeout(() => void relaunch(), pause);
      };
      started.once('exit', (code, signal) => over(signal ?? `exit code ${code ?? 'unknown'}`));
      started.once('error', (error) => over(error.message));
    });
  }

  async function relaunch(): Promise<void> {
    if (!wanted || child !== undefined) return;
    try {
      await launch();
      // Before the first answer it is `start` that waits.
      if (!answered) return;
      await part.whenReady();
      report(`${spec.name} answers again.`);
    } catch (error) {
      if (isWanted()) report(error instanceof Error ? error.message : String(error));
    }
  }

  const isWanted = () => wanted;

  const part: Part = {
    name: spec.name,
    get pid() {
      return child?.pid;
    },
    async start() {
      if (wanted) return part.whenReady();
      wanted = true;
      crashes = 0;
      await launch();
      await part.whenReady();
    },
    async whenReady(timeoutMs = 60_000) {
      const deadline = Date.now() + timeoutMs;
      for (;;) {
        try {
          if (child === undefined) throw new Error('its process has ended');
          await spec.ready();
          answered = true;
          return;
        } catch (error) {
          if (!wanted) throw new Error(`${spec.name} was stopped before it answered.`, { cause: error });
          if (!answered && crashes >= CRASHES_AT_START) {
            throw new Error(`${spec.name} does not start: it ended ${crashes} times (${lastEnd}).${seeLog}`, {
              cause: error,
            });
          }
          if (Date.now() > deadline) {
            const why = error instanceof Error ? error.message : String(error);
            throw new Error(`${spec.name} does not answer after ${timeoutMs / 1000} s: ${why}.${seeLog}`, {
              cause: error,
            });
          }
          await sleep(100);
        }
      }
    },
    kill(signal) {
      child?.kill(signal);
    },
    async stop() {
      wanted = false;
      const stopping = child;
      if (stopping === undefined) return;
      stopping.kill(spec.stopSignal);
      const late = setTimeout(() => {
        report(`${spec.name} did not stop in ${spec.stopTimeoutMs / 1000} s; killing it.`);
        stopping.kill('SIGKILL');
      }, spec.stopTimeoutMs);
      await ended;
      clearTimeout(late);
    },
    async restart() {
      await part.stop();
      await part.start();
    },
  };
  return part;
}

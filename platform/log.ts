import { Writable } from 'node:stream';
import { pino, type Logger } from 'pino';
import type { Config } from './config.ts';

/** Keys that never reach a log, wherever someone puts them. */
const redacted = ['authorization', 'idNumber', 'name', 'phone', 'account', 'password', 'token'].flatMap((key) => [
  key,
  `*.${key}`,
]);

type Entry = { time: string; level: number; process: string; msg?: string; err?: { stack?: string; message?: string } };

/** A line a person can read: time, level, process, message, and the rest as key=value. */
function readable(line: string): string {
  const { time, level, process: from, msg, err, ...rest } = JSON.parse(line) as Entry;
  const word = pino.levels.labels[level] ?? String(level);
  const pairs = Object.entries(rest).map(([key, value]) => ` ${key}=${JSON.stringify(value)}`);
  const fault = err === undefined ? '' : ` ${err.stack ?? err.message ?? ''}`;
  return `${time} ${word.padEnd(5)} ${from}: ${msg ?? ''}${pairs.join('')}${fault}\n`;
}

/**
 * The log of one process: JSON lines in production, otherwise one readable line an entry.
 * Entries carry no personal data; keys that would are struck out.
 */
export function createLog(config: Pick<Config, 'production' | 'logLevel'>, processName: string): Logger {
  const options = {
    level: config.logLevel,
    base: { process: processName },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: redacted,
  };
  if (config.production) return pino(options);
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      process.stdout.write(readable(chunk.toString()), done);
    },
  });
  return pino(options, stream);
}

export type { Logger } from 'pino';

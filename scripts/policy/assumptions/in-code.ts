import { glob, readFile } from 'node:fs/promises';
import { inRepository } from '../../repository.ts';

/** A line of the law's code that says itself that it rests on an assumption. */
export interface AssumedLine {
  /** File and line in the repository. */
  readonly at: string;
  readonly text: string;
}

/** Parameters and procedures are listed with their values; a doc comment that only names the mark is none. */
const isListedElsewhere = (file: string): boolean => /^policy\/(parameters|procedures)\//.test(file);
const saysAssumed = (line: string): boolean => /\bassumption\b/.test(line) && !line.includes('`assumption`');

/** Assumptions that stand in the rules themselves, beside those that are parameters. */
export async function assumedLines(): Promise<AssumedLine[]> {
  const files: string[] = [];
  for await (const file of glob('policy/**/*.ts', { cwd: inRepository('.') }))
    if (!isListedElsewhere(file)) files.push(file);
  const found = files.sort().map(async (file) =>
    (await readFile(inRepository(file), 'utf8')).split('\n').flatMap((line, at) => {
      const text = line.trim().replace(/^(\/\*\*|\/\/|\*)\s*|\s*\*\/$/g, '');
      return saysAssumed(line) ? [{ at: `${file}:${at + 1}`, text }] : [];
    }),
  );
  return (await Promise.all(found)).flat();
}

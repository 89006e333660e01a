import { parse } from 'yaml';
import { z } from 'zod';
import type { Case } from './question.ts';
import { questions } from './questions.ts';

const AMOUNT = /^(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d{2}))? yuan( a month)?$/;

/** `1,340 yuan` and `812.50 yuan` in fen; as an amount of a year also `400 yuan a month`, twelve times that. */
function inFen(text: string, key: string): string | number {
  const [whole, yuan, parts = '00', monthly] = AMOUNT.exec(text) ?? [];
  if (whole === undefined || yuan === undefined || (monthly !== undefined && key !== 'annual')) return text;
  return Number(yuan.replaceAll(',', '') + parts) * (monthly === undefined ? 1 : 12);
}

const amountsInFen = (key: unknown, value: unknown): unknown =>
  typeof value === 'string' ? inFen(value, String(key)) : value;

const cases = z.array(z.looseObject({ title: z.string().default('(no title)'), ask: z.string() })).min(1);

/** Reads the cases of one file. Throws an error naming the file, the case by its title and every field that is wrong. */
export function readCases(file: string, text: string): Case[] {
  const listed = cases.safeParse(parse(text, amountsInFen, { merge: true, maxAliasCount: -1 }));
  if (!listed.success) throw new Error(`${file}: ${z.prettifyError(listed.error)}`);
  const titles = new Set<string>();
  return listed.data.map((stated) => {
    const where = `${file}: "${stated.title}"`;
    if (titles.has(stated.title)) throw new Error(`${where} stands there twice`);
    titles.add(stated.title);
    const read = Object.hasOwn(questions, stated.ask) ? questions[stated.ask] : undefined;
    if (read === undefined) throw new Error(`${where}: nothing asks "${stated.ask}"`);
    try {
      return read(stated);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const wrong = error instanceof z.ZodError ? z.prettifyError(error) : error.message;
      throw new Error(`${where}:\n${wrong}`, { cause: error });
    }
  });
}

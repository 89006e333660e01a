/**
 * The law by example: every YAML file beside this one is a list of cases, each a question to the policy and what must come
 * out. `ask` names the question (`questions.ts`: what it needs, what it may expect). Facts are sparse, what they leave out
 * is as in `invented-household.ts`; `parameters` hold one value for all time, or values by day; amounts read `900 yuan`. A list of names (`failed`,
 * `missing`, `contradictions`, `kinds`, `doubts`) is whole but in any order; what `expect` does not name is not looked at.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Case } from './question.ts';
import { readCases } from './read-cases.ts';

const files = readdirSync(__dirname).filter((name) => name.endsWith('.yaml'));
const titles: string[] = [];

/** The cases of a file; of one that cannot be read a case that says why, so that the others are tested all the same. */
function casesIn(file: string): readonly Case[] {
  try {
    return readCases(file, readFileSync(path.join(__dirname, file), 'utf8'));
  } catch (error) {
    const answer = () => {
      throw error;
    };
    return [{ title: 'is well-formed', expected: {}, answer }];
  }
}

describe.each(files)('%s', (file) => {
  const cases = casesIn(file);
  titles.push(...cases.map(({ title }) => title));

  it.each(cases)('$title', ({ answer, expected }) => {
    const { error, ...rest } = expected;
    expect(answer()).toMatchObject(
      typeof error === 'string' ? { ...rest, error: expect.stringContaining(error) as string } : rest,
    );
  });
});

it('no two files hold the same case', () => {
  expect(titles.filter((title, at) => titles.indexOf(title) < at)).toEqual([]);
});

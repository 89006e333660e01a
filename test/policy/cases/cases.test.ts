/**
 * The law by example: every YAML file beside this one is a list of cases, each a question to the policy and what must come
 * out. `ask` names the question (`questions.ts`: what it needs, what it may expect). Facts are sparse, what they leave out
 * is as in `invented-household.ts`; `parameters` hold one value for all time, or values by day; amounts read `900 yuan`. A list of names (`failed`,
 * `missing`, `contradictions`, `kinds`, `doubts`) is whole but in any order; what `expect` does not name is not looked at.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readCases } from './read-cases.ts';

const files = readdirSync(__dirname)
  .filter((name) => name.endsWith('.yaml'))
  .map((file) => ({ file, cases: readCases(file, readFileSync(path.join(__dirname, file), 'utf8')) }));

describe.each(files)('$file', ({ cases }) => {
  it.each(cases)('$title', ({ answer, expected }) => {
    const { error, ...rest } = expected;
    expect(answer()).toMatchObject(
      typeof error === 'string' ? { ...rest, error: expect.stringContaining(error) as string } : rest,
    );
  });
});

it('no two files hold the same case', () => {
  const titles = files.flatMap(({ cases }) => cases.map(({ title }) => title));
  expect(titles.filter((title, at) => titles.indexOf(title) < at)).toEqual([]);
});

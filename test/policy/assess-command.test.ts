import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { identityCheckDigit } from '../../policy/identity-number.ts';
import { assess } from '../../scripts/policy/assess.ts';

const example = 'docs/examples/household.json';
const facts = JSON.parse(readFileSync(example, 'utf8')) as { members: object[] };
const folder = mkdtempSync(path.join(os.tmpdir(), 'doudi-assess-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (content: unknown): string => {
  const name = path.join(folder, 'facts.json');
  writeFileSync(name, typeof content === 'string' ? content : JSON.stringify(content));
  return name;
};

async function run(...args: string[]) {
  const lines: unknown[] = [];
  const say = (line: unknown) => void lines.push(line);
  jest.spyOn(console, 'log').mockImplementation(say);
  jest.spyOn(console, 'error').mockImplementation(say);
  const code = await assess(args);
  jest.restoreAllMocks();
  return { code, text: lines.join('\n') };
}

describe('The command that assesses a household from a file', () => {
  it('says what fits with its amount, every condition in both languages, what to ask and who else is to be asked', async () => {
    const { code, text } = await run(example, '--on', '2026-09-01', '--division', '320411101');
    expect(code).toBe(0);
    for (const words of [
      '最低生活保障 minimum living allowance：2,411.00 元 yuan 每月 a month',
      '  + 共同生活家庭成员月人均收入为451.83元，应低于1,215.00元，符合（社会救助法 §18）',
      '    income a head and month: 451.83 yuan, must be below 1,215.00 yuan: met (社会救助法 §18)',
      '成员p3分类施保（未成年人）加发121.50元',
      '尚不能判断，须补充 cannot be judged yet, ask for',
      '转介 To be asked besides',
    ])
      expect(text).toContain(words);
  });

  it('takes the month whose amounts count, and answers as the API does with --json', async () => {
    const { text } = await run(example, '--on', '2026-05-06', '--month', '2026-07', '--json');
    const answer = JSON.parse(text) as { month: string; assessments: { kind: string; standard: number }[] };
    expect(answer.month).toBe('2026-07');
    expect(answer.assessments.find(({ kind }) => kind === 'dibao')?.standard).toBe(121_500);
  });

  it('names every fault and every contradiction at once and ends with 2, without the identity number', async () => {
    const number = `32041119840312101${identityCheckDigit('32041119840312101')}`;
    const [head, ...others] = facts.members;
    const { code, text } = await run(
      file({ ...facts, homes: -1, members: [{ ...head, identityNumber: number }, ...others, ...others.slice(0, 1)] }),
      '--on',
      '2026-09-01',
    );
    expect(code).toBe(2);
    expect(text).toContain('facts.homes: 数值过小');
    expect(text).toContain('facts.members.3: 成员p2重复 member p2 is listed twice');
    expect(text).toContain('facts.members.0: 成员p1：出生日期与身份证号不符');
    expect(text).not.toContain(number);
  });

  it.each([
    ['no file', []],
    ['a file that is not there', ['nowhere.json']],
    ['a day that does not exist', [example, '--on', '2026-02-30']],
    ['a place that does not exist', [example, '--division', '110000']],
    ['a day before the law', [example, '--on', '2019-01-01']],
    ['an option that does not exist', [example, '--frobnicate']],
  ])('ends with 2 for %s', async (_case, args) => {
    const { code, text } = await run(...args);
    expect(code).toBe(2);
    expect(text).not.toBe('');
  });

  it('does not repeat what a file that is no JSON holds', async () => {
    const { code, text } = await run(file('320411198403121019'));
    expect([code, text.includes('3204')]).toEqual([2, false]);
    const broken = await run(file('{"name": "何远舟",'));
    expect([broken.code, broken.text.includes('何远舟')]).toEqual([2, false]);
  });
});

import { globSync, readFileSync } from 'node:fs';
import { assumptions } from '../../scripts/policy/assumptions.ts';
import { assumedLines } from '../../scripts/policy/assumptions/in-code.ts';
import { type AssumedValue, assumedValues } from '../../scripts/policy/assumptions/in-parameters.ts';
import { assumedLimits } from '../../scripts/policy/assumptions/in-procedures.ts';
import { proceduresInWords } from '../../scripts/policy/assumptions/procedures-in-words.ts';

let values: AssumedValue[];
beforeAll(async () => {
  values = await assumedValues();
});
const of = (parameter: string) => values.filter((row) => row.parameter === parameter);

describe('The list of assumptions for the lawyers of the city', () => {
  it('holds every row of a parameter that is marked as one, and no other', () => {
    const marked = globSync('policy/parameters/**/*.yaml').map((file) => ({
      file,
      rows: readFileSync(file, 'utf8').split('assumption: true').length - 1,
    }));
    for (const { file, rows } of marked)
      expect([file, values.filter((row) => row.file === file).length]).toEqual([file, rows]);
  });

  it('says of each what it is in both languages, its value with the unit, its days and its source', () => {
    expect(of('dibao.standard')[0]).toEqual({
      parameter: 'dibao.standard',
      title: { zh: '最低生活保障标准', en: 'dibao standard, per person and month' },
      value: '900.00 元 yuan',
      from: '2020-07-01',
      to: '2021-06-30',
      division: null,
      source: 'not confirmed; at least 893 yuan by 常民救〔2020〕3号 一1',
      file: 'policy/parameters/dibao/standard.yaml',
    });
    expect(of('dibao.standard').at(-1)?.to).toBeNull();
    expect(of('edge.multiplier')[0]?.value).toBe('3/2');
    expect(of('dibao.topUpMinor')[0]?.value).toBe('10%');
  });

  it('names the town for which a value is assumed', () => {
    expect(of('authority.dibao').map(({ division }) => division)).toContain('320411101 孟河镇');
  });

  it('leaves out what the city or the law has published', () => {
    expect(of('dibao.standard').map(({ from }) => from)).not.toContain('2019-07-01');
  });

  it('holds the limits of procedures that no regulation gives, with the procedures that have them, each once', () => {
    const limits = assumedLimits();
    const request = limits.find(({ limit }) => limit === 'limits.verificationRequest');
    expect(request).toMatchObject({ value: '3 个工作日 working days', title: { zh: '提请核对' } });
    expect(proceduresInWords(request?.procedures ?? [])[0]).toMatch(/^最低生活保障 dibao R2012–R\w+$/);
    expect(limits.every(({ source }) => source.includes('assumption'))).toBe(true);
    const twentyDays = limits
      .filter(({ value }) => value.startsWith('20 '))
      .map(({ procedures }) => proceduresInWords(procedures));
    expect(twentyDays.flat()).toContain('特困人员救助供养 tekun R2012');
  });

  it('holds the limits that are the same for every procedure', () => {
    expect(assumedLimits()).toContainEqual({
      limit: 'standing.viewsAnswer',
      title: { zh: '听取意见期限', en: 'views of the recipient' },
      value: '5 个工作日 working days',
      source: 'L26 §48; length: assumption',
      procedures: [],
    });
  });

  it('holds what the rules themselves say that they assume', async () => {
    const lines = await assumedLines();
    expect(lines.find(({ at }) => at.startsWith('policy/lifecycle/ending-posting.ts:'))?.text).toContain('own wish');
  });

  it.each([[[]], [['--json']]])('is printed as text and as JSON %j', async (args) => {
    const printed = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    expect(await assumptions(args)).toBe(0);
    const text = String(printed.mock.calls[0]?.[0]);
    printed.mockRestore();
    expect(text).toContain('最低生活保障标准');
    expect(text).not.toContain('undefined');
    if (args.length > 0) expect(Object.keys(JSON.parse(text) as object)).toEqual(['parameters', 'limits', 'code']);
  });

  it('ends with 2 for an option that does not exist', async () => {
    const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await assumptions(['--csv'])).toBe(2);
    expect(said).toHaveBeenCalledWith(expect.stringContaining('--csv'));
    said.mockRestore();
  });
});

import { plainDate } from '../../policy/dates.ts';
import { type ParameterSnapshot, valueOn } from '../../policy/parameters/snapshot.ts';
import { snapshotFor } from '../../policy/parameters/snapshot-for.ts';
import { readParameter } from '../../scripts/parameter-file.ts';

const d = plainDate;
const changzhou = snapshotFor(['320400']);
const standardOn = (date: string) => valueOn(changzhou, 'dibao.standard', d(date)).value;

describe('dated parameters', () => {
  it('change on the day the new value begins, not the day before', () => {
    expect(['2019-07-01', '2020-06-30', '2020-07-01', '2026-07-01'].map(standardOn)).toEqual([
      85_000, 85_000, 90_000, 121_500,
    ]);
  });

  it('come with their source and say where they are assumed', () => {
    expect(valueOn(changzhou, 'dibao.standard', d('2020-07-01'))).toMatchObject({
      from: '2020-07-01',
      assumption: true,
      source: expect.stringContaining('常民救〔2020〕3号') as string,
    });
    expect(valueOn(changzhou, 'dibao.standard', d('2019-08-01'))).not.toHaveProperty('assumption');
  });

  it('have no value before the first and none after one that ended', () => {
    expect(() => standardOn('2019-06-30')).toThrow('dibao.standard has no value on 2019-06-30');
    expect(valueOn(changzhou, 'income.disposablePerHead', d('2020-12-31')).value).toBe(5_208_000);
    expect(() => valueOn(changzhou, 'income.disposablePerHead', d('2026-01-01'))).toThrow('2026-01-01');
  });

  it('that a snapshot taken earlier does not know have no value in it', () => {
    const earlier = { version: 'earlier', values: {} } as ParameterSnapshot;
    expect(() => valueOn(earlier, 'edge.multiplier', d('2026-01-01'))).toThrow('edge.multiplier');
  });

  it('follow the regimes: spot checks, gradual exit, rechecks', () => {
    const on = (date: string) =>
      (['dibao.spotCheckShare', 'gradualExit.maxMonths', 'recheck.classB', 'recheck.classCUrban'] as const).map(
        (name) => valueOn(changzhou, name, d(date)).value,
      );
    expect(on('2021-06-30')).toEqual([30, 0, 6, 1]);
    expect(on('2021-07-01')).toEqual([0, 6, 12, 6]);
    expect(valueOn(changzhou, 'gradualExit.maxMonthsPovertyAlleviation', d('2020-08-12')).value).toBe(24);
  });

  it('let pilot towns decide dibao from 2021-07-01, one in each district', () => {
    const decides = (town: string, date: string) =>
      valueOn(snapshotFor([town, town.slice(0, 6), '320400']), 'authority.dibao', d(date)).value;
    const pilots = ['320402109', '320404116', '320411101', '320412120', '320413109', '320481114', '320412105'];
    expect(pilots.map((town) => decides(town, '2021-07-01'))).toEqual(pilots.map(() => 'town'));
    expect(pilots.map((town) => decides(town, '2021-06-30'))).toEqual(pilots.map(() => 'district'));
    expect(decides('320402002', '2026-09-01')).toBe('district');
  });

  it('survive being stored as JSON', () => {
    const stored = JSON.parse(JSON.stringify(changzhou)) as ParameterSnapshot;
    expect(stored).toEqual(changzhou);
    expect(changzhou.version).toMatch(/^[0-9a-f]{12}$/);
  });
});

describe('a parameter file', () => {
  const file = (values: string, unit = 'fen') => `title: { zh: 标准, en: standard }\nunit: ${unit}\nvalues:\n${values}`;

  it('is named by its path', () => {
    const read = readParameter(
      'gradual-exit/max-months.yaml',
      file('  2021-07-01: { value: 6, source: law }', 'months'),
    );
    expect(read).toMatchObject({ name: 'gradualExit.maxMonths', values: [{ from: '2021-07-01', value: 6 }] });
  });

  it.each([
    [
      'dates out of order',
      '  2021-07-01: { value: 1, source: law }\n  2020-07-01: { value: 1, source: law }',
      'follow',
    ],
    ['a day that does not exist', '  2021-02-30: { value: 1, source: law }', '2021-02-30'],
    ['a value without source', '  2021-07-01: { value: 1 }', 'source'],
    ['an amount with parts of a fen', '  2021-07-01: { value: 1.5, source: law }', 'whole number from 0'],
    ['a negative amount', '  2021-07-01: { value: -1, source: law }', 'whole number from 0'],
    ['an unknown key', '  2021-07-01: { value: 1, source: law, valid: x }', 'valid'],
    ['a row ending before it begins', '  2021-07-01: { value: 1, source: law, to: 2021-06-30 }', 'ends on'],
  ])('with %s is refused', (_, values, because) => {
    expect(() => readParameter('x/y.yaml', file(values))).toThrow(because);
    expect(() => readParameter('x/y.yaml', file(values))).toThrow('policy/parameters/x/y.yaml');
  });

  it('of the standard holds whole yuan only', () => {
    expect(() => readParameter('dibao/standard.yaml', file('  2021-07-01: { value: 150, source: law }'))).toThrow(
      'whole number of yuan',
    );
  });
});

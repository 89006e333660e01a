import type { Parameter } from '../../scripts/parameter-file.ts';
import { readParameter } from '../../scripts/parameter-file.ts';
import { readParameters } from '../../scripts/read-parameters.ts';
import { refuseBrokenStandards } from '../../scripts/standard-rows.ts';

const parameter = (path: string, unit: string, values: Record<string, unknown>, more: object = {}): Parameter => {
  const rows = (byDay: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(byDay).map(([day, value]) => [day, { value, source: 'case' }]));
  return readParameter(
    path,
    JSON.stringify({ title: { zh: '标准', en: 'standard' }, unit, values: rows(values), ...more }),
  );
};
const rules = [
  parameter('standards/raise-target.yaml', 'percent', { '2012-12-12': 5 }),
  parameter('standards/raise-target-binds.yaml', 'flag', {
    '2012-12-12': false,
    '2020-01-01': true,
    '2021-01-01': false,
  }),
];
const standards = (values: Record<string, number>, more?: object) =>
  parameter('dibao/standard.yaml', 'fen', values, more);
const floor = (values: Record<string, number>) =>
  parameter('standards/provincial-floor.yaml', 'fen', values, { mayBeEmpty: true });
const reading =
  (...parameters: Parameter[]) =>
  () =>
    refuseBrokenStandards([...parameters, ...rules]);

describe('the file of the dibao standard', () => {
  it('may not raise the standard of 2020 by less than 5%', () => {
    const of2020 = (value: number) => reading(standards({ '2019-07-01': 85_000, '2020-07-01': value }), floor({}));
    expect(of2020(89_200)).toThrow(/dibao\/standard\.yaml:\n2020-07-01: .*892\.00 yuan, must be at least 892\.50 yuan/);
    expect(of2020(89_300)).not.toThrow();
  });

  it('may raise it by less in a year whose target does not bind', () => {
    expect(reading(standards({ '2020-07-01': 90_000, '2021-07-01': 90_100 }), floor({}))).not.toThrow();
  });

  it('may not hold a standard below the guiding standard of the province in any year', () => {
    const with2026 = (value: number) =>
      reading(standards({ '2025-07-01': 115_500, '2026-07-01': value }), floor({ '2026-07-01': 120_000 }));
    expect(with2026(119_900)).toThrow('社会救助法 §19');
    expect(with2026(120_000)).not.toThrow();
  });

  it('is checked for a district from the standard of the city before its first own', () => {
    const divisions = { '320481': { '2020-07-01': { value: 89_200, source: 'case' } } };
    expect(reading(standards({ '2019-07-01': 85_000 }, { divisions }), floor({}))).toThrow('892.50');
  });

  it('keeps to the rules as it stands', async () => {
    const names = (await readParameters()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['dibao.standard', 'standards.provincialFloor']));
  });
});

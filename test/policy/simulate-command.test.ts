import { simulationOrder } from '../../contracts/http/simulation.ts';
import { plainDate, yearMonth } from '../../policy/dates.ts';
import { yuan } from '../../policy/money.ts';
import { Simulation } from '../../policy/simulation/simulation.ts';
import { simulationArguments } from '../../scripts/policy/simulation-arguments.ts';
import { simulationChart, simulationCsv, simulationTable } from '../../scripts/policy/simulation-report.ts';
import { head, household } from './invented-household.ts';

const orderOf = (...args: string[]) => {
  const asked = simulationArguments(args);
  return asked && simulationOrder(asked.form);
};

describe('npm run policy -- simulate', () => {
  it('takes a standard in yuan from a month on, and compares that month', () => {
    expect(orderOf('--standard', '2020-07=900')).toEqual({
      month: '2020-07',
      changes: [{ name: 'dibao.standard', from: '2020-07-01', value: yuan(900) }],
    });
  });

  it('takes any parameter in its own unit, for one division if asked', () => {
    const sets = [
      'edge.multiplier@2027-01-01=2/1',
      'dibao.topUpMinor@2027-03-01=20',
      'dibao.deductsRigidCosts@2027-01-01=true',
      'dibao.fullBasisFor@2027-01-01=severelyIll,minor',
      'priceSubsidy.perHousehold@2027-01-01=dibao,tekun',
      'authority.dibao@2027-01-01=town',
    ];
    const order = orderOf(...sets.flatMap((given) => ['--set', given]), '--division', '320412');
    expect(order?.month).toBe('2027-03');
    expect(order?.changes.map(({ value }) => value)).toEqual([
      { num: 2, den: 1 },
      20,
      true,
      ['severelyIll', 'minor'],
      ['dibao', 'tekun'],
      'town',
    ]);
    expect(order?.changes.every(({ division }) => division === '320412')).toBe(true);
  });

  it('names every bad argument at once', () => {
    const args = ['--standard', '2020-7=900', '--standard', '2020-07=12.5', '--set', 'dibao.unknown@2027-01-01=1'];
    const read = () => simulationArguments([...args, '--set', 'edge.multiplier@2027-02-30=x', '--seed', '3']);
    for (const named of [
      '2020-7=900',
      '2020-07=12.5',
      'dibao.unknown',
      '2027-02-30',
      'Not a value in the unit',
      '--seed',
    ])
      expect(read).toThrow(named);
  });

  it('refuses to run without any change, and a change made twice', () => {
    expect(() => simulationArguments([])).toThrow('nothing is changed');
    expect(() => simulationArguments(['--standard', '2027-07=1280', '--standard', '2027-07=1290'])).toThrow(
      'Changes what is changed above',
    );
  });

  it('invents a roll by number and seed, and refuses anything else', () => {
    const asked = simulationArguments(['--standard', '2027-07=1280', '--generate', '1000000', '--seed', '7']);
    expect(asked?.form.roll).toEqual({ invented: 1_000_000, seed: 7 });
    expect(() => simulationArguments(['--standard', '2027-07=1280', '--generate', 'many'])).toThrow('whole number');
  });

  it('shows how it is called', () => {
    expect(simulationArguments(['--help'])).toBeUndefined();
  });
});

describe('the figures of a simulation', () => {
  const simulation = new Simulation({
    month: yearMonth('2020-07'),
    changes: [{ name: 'dibao.standard', from: plainDate('2020-07-01'), value: yuan(900) }],
  });
  const place = { town: '320402001', district: '320402', path: ['320402001', '320402', '320400'] };
  simulation.add({ facts: household([head()]), place });
  const figures = simulation.figures();

  it('are CSV with as many fields in each line as in the first, and names quoted where they need it', () => {
    const csv = simulationCsv(figures, new Map([['320402', '天宁区, "北"']]));
    const lines = csv.replace('\uFEFF', '').split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines[0]?.split(',')).toHaveLength(14);
    expect(lines[1]).toBe('2020-07,city,全市 city,all,1,1,1,1,850.00,900.00,0,0,1,0');
    expect(lines[3]).toBe('2020-07,320402,"天宁区, ""北""",all,1,1,1,1,850.00,900.00,0,0,1,0');
  });

  it('are a table whose columns stand under each other, Chinese characters being twice as wide', () => {
    const [header = '', first = ''] = simulationTable(figures, new Map());
    const width = (line: string) => line.length + (line.match(/[\u2e80-\uffef]/g)?.length ?? 0);
    expect(width(first)).toBe(width(header));
    expect(first).toContain('850.00');
  });

  it('are data to draw: the change per household and the budget by district', () => {
    expect(simulationChart(figures, new Map([['320402', '天宁区']]))).toEqual({
      month: '2020-07',
      changePerHousehold: { unchanged: 0, bins: [{ from: yuan(50), below: yuan(100), households: 1 }] },
      budgetByDistrict: [{ district: '320402', name: '天宁区', before: yuan(850), after: yuan(900) }],
    });
  });
});

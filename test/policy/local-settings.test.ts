import { assess } from '../../policy/assessment/assess.ts';
import { plainDate, yearMonth } from '../../policy/dates.ts';
import { yuan } from '../../policy/money.ts';
import { parameters } from '../../policy/parameters/generated.ts';
import { type DatedValue, type ParameterName, type ParameterTable, valueOn } from '../../policy/parameters/snapshot.ts';
import { snapshotOf } from '../../policy/parameters/snapshot-for.ts';
import { authority } from '../../policy/procedures/authority.ts';
import { head, household } from './invented-household.ts';

const d = plainDate;
const district = '320402';
const town = '320402109';

/** The law with rows of their own for divisions. */
const lawWith = (name: ParameterName, divisions: Record<string, readonly DatedValue<unknown>[]>) => {
  const table = { ...parameters, [name]: { ...parameters[name], divisions } } as ParameterTable;
  return (...path: string[]) => snapshotOf({ version: 'local', parameters: table }, [...path, '320400']);
};
const row = (from: string, value: unknown): DatedValue<unknown> => ({ from, value, source: 'local rule' });

describe('a local setting', () => {
  const law = lawWith('temporaryAssistance.townApprovalLimit', {
    [district]: [row('2025-01-01', 4)],
    [town]: [row('2026-01-01', 5)],
  });
  const limit = (path: string[], date: string) =>
    valueOn(law(...path), 'temporaryAssistance.townApprovalLimit', d(date)).value;

  it('of a district overrides the city from its day on, not the day before', () => {
    expect([limit([district], '2024-12-31'), limit([district], '2025-01-01')]).toEqual([3, 4]);
    expect(limit(['320404'], '2025-01-01')).toBe(3);
  });

  it('of a town overrides its district from its day on, until then the district counts', () => {
    const on = (date: string) => limit([town, district], date);
    expect(['2024-12-31', '2025-12-31', '2026-01-01'].map(on)).toEqual([3, 4, 5]);
    expect(limit(['320402002', district], '2026-01-01')).toBe(4);
  });

  it('of the sum a town decides by itself moves cases from the district to the town', () => {
    const decides = (path: string[]) => authority('temporaryAssistance', yuan(5_775), d('2026-02-10'), law(...path));
    expect([decides([town, district]), decides([district]), decides(['320404'])]).toEqual([
      'town',
      'district',
      'district',
    ]);
  });

  it('of the edge multiplier decides who is on the edge of dibao there', () => {
    const of = lawWith('edge.multiplier', { [district]: [row('2025-01-01', { num: 2, den: 1 })] });
    const facts = household([head({ incomes: [{ type: 'business', annual: yuan(24_000) }] })]);
    const onEdge = (path: string[], date: string) =>
      assess('dibaoEdge', facts, { assessedOn: d(date), benefitMonth: yearMonth(date.slice(0, 7)) }, of(...path))
        .eligible;
    expect([onEdge([district], '2024-12-31'), onEdge([district], '2025-01-01'), onEdge([], '2025-01-01')]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('of the property multiple decides how much a household may have there', () => {
    const of = lawWith('rigid.financialAssetsLimit', { [town]: [row('2025-01-01', 60)] });
    const facts = household([head()], {
      financialAssets: yuan(60_000),
      necessarySpending: [{ type: 'medical', annual: yuan(9_000) }],
    });
    const on = { assessedOn: d('2026-02-10'), benefitMonth: yearMonth('2026-02') };
    expect(assess('rigidExpenditure', facts, on, of(town, district)).eligible).toBe(true);
    expect(assess('rigidExpenditure', facts, on, of(district)).eligible).toBe(false);
  });
});

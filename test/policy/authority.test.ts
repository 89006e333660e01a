import { plainDate } from '../../policy/dates.ts';
import { yuan } from '../../policy/money.ts';
import { snapshotFor } from '../../policy/parameters/snapshot-for.ts';
import { authority } from '../../policy/procedures/authority.ts';
import { delegatedTown, ordinaryTown, type Place } from '../fixtures/staff.ts';

const decides = (kind: Parameters<typeof authority>[0], amount: number, place: Place, on: string) =>
  authority(kind, yuan(amount), plainDate(on), snapshotFor([place.town, place.district, '320400']));

describe('Who decides (R-AUTH)', () => {
  it.each(['dibao', 'dibaoSinglePerson', 'dibaoEdge', 'tekun'] as const)(
    '%s: the district, from 2021-07-01 on the towns the power was delegated to',
    (kind) => {
      expect(decides(kind, 900, delegatedTown, '2021-06-30')).toBe('district');
      expect(decides(kind, 900, delegatedTown, '2021-07-01')).toBe('town');
      expect(decides(kind, 900, ordinaryTown, '2021-07-01')).toBe('district');
    },
  );

  it.each([
    ['rigidExpenditure', '2025-01-01'],
    ['orphan', '2026-09-01'],
    ['deFactoUnattendedChild', '2026-09-01'],
  ] as const)('%s: always the district', (kind, on) => {
    expect(decides(kind, 900, delegatedTown, on)).toBe('district');
  });

  it('temporary assistance: the town up to three months of the standard, above it the district', () => {
    expect(decides('temporaryAssistance', 2_700, ordinaryTown, '2020-11-02')).toBe('town');
    expect(decides('temporaryAssistance', 2_701, ordinaryTown, '2020-11-02')).toBe('district');
    expect(decides('temporaryAssistance', 2_701, delegatedTown, '2020-11-02')).toBe('district');
  });
});

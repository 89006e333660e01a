import fc from 'fast-check';
import { postedRow } from '../../activities/documents/posted.ts';
import { renderDocument } from '../../activities/documents/render-document.ts';
import { plainDate } from '../../policy/dates.ts';
import { disabilityTypes } from '../../policy/eligibility/facts.ts';
import type { Member } from '../../policy/eligibility/facts.ts';
import { lastOf } from './cases.ts';
import type { Ordered } from './journey.ts';
import { people, places, staff } from './journey.ts';

const sheet = lastOf('postingSheet');
const printed = (document: Ordered = sheet, named = people): string =>
  renderDocument({ ...document, number: '孟民救〔2026〕17号', people: named, places, staff });
const textOf = (html: string): string => html.replaceAll(/<style>[^]*<\/style>|<[^>]*>/g, '');

describe('the posting sheet', () => {
  it('shows the name in full, the number of members, the amount, the village, the days, the hotline and how to object', () => {
    const text = textOf(printed());
    expect(text).toContain('申请人姓名家庭人口（人）拟月保障金额（元）\n孟建国3');
    expect(text).toMatch(/孟建国3[\d,]+\.00/);
    expect(text).toContain('小河社区居委会');
    expect(text).toContain('2026年12月1日张贴，自次日起公示7日，至2026年12月8日止');
    expect(text).toContain('社会救助服务热线：12345');
    expect(text).toContain('以书面、电话或者当面方式向常州市新北区孟河镇人民政府提出');
    expect(text).toContain('提出异议人的信息严格保密');
  });

  it('shows no other member, no identity number, no cause, no illness and nothing typed by hand', () => {
    const text = textOf(printed());
    for (const { identityNumber } of people.values()) expect(text).not.toContain(identityNumber.slice(6, 14));
    expect(text).not.toMatch(/林秀珍|孟小舟|病|残|孤|公开栏|因病致贫|\*/);
  });

  it('is the same whatever illness, disability, age, name, number and cause lie behind it', () => {
    const behind = fc.record({
      severelyIll: fc.boolean(),
      disability: fc.record({
        type: fc.constantFrom(...disabilityTypes),
        grade: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
      }),
      birthDate: fc.constantFrom(plainDate('1950-01-01'), plainDate('1990-06-30')),
      cause: fc.string(),
      place: fc.string(),
      childName: fc.string({ minLength: 1 }),
      number: fc.string(),
    });
    fc.assert(
      fc.property(behind, ({ cause, place, childName, number, ...personal }) => {
        const { event, state } = sheet;
        if (event.type !== 'postingStarted') throw new Error('not a posting');
        const members = state.facts.members.map((member): Member => ({ ...member, ...personal }));
        const changed: Ordered = {
          kind: 'postingSheet',
          event: { ...event, data: { ...event.data, place } },
          state: {
            ...state,
            facts: { ...state.facts, members },
            application: { ...state.application, causeOfHardship: cause },
          },
        };
        const named = new Map([...people].map(([id, person]) => [id, { ...person, identityNumber: number }]));
        named.set('p3', { name: childName, identityNumber: number });
        expect(printed(changed, named)).toBe(printed());
      }),
    );
  });

  it('does not name a child who heads the household', () => {
    const { state } = sheet;
    const child: Ordered = { ...sheet, state: { ...state, application: { ...state.application, head: 'p3' } } };
    expect(textOf(printed(child))).not.toContain('孟小舟');
    expect(textOf(printed(child))).toContain('未成年人，姓名依法不予公开');
    expect(postedRow(child.state, people).name).toBe('***');
  });

  it('of the district is issued by the district', () => {
    const { event } = sheet;
    if (event.type !== 'postingStarted') throw new Error('not a posting');
    const district: Ordered = { ...sheet, event: { ...event, data: { ...event.data, scope: 'district' } } };
    expect(textOf(printed(district))).toContain('常州市新北区民政局（盖章）');
  });
});

describe('the posting on the web', () => {
  it('masks the name and gives number of members and amount, nothing else', () => {
    expect(postedRow(sheet.state, people)).toEqual({
      name: '孟*国',
      members: 3,
      amount: sheet.state.assessment?.amount,
    });
  });

  it('is refused for a case without an assessment or a head not given', () => {
    const { assessment: _none, ...unassessed } = sheet.state;
    expect(() => postedRow(unassessed, people)).toThrow('not yet assessed');
    expect(() => postedRow(sheet.state, new Map())).toThrow('p1');
  });
});

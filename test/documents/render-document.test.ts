import fc from 'fast-check';
import type { People } from '../../activities/documents/document-input.ts';
import { renderDocument, type DocumentInput } from '../../activities/documents/render-document.ts';
import type { DocumentKind } from '../../policy/lifecycle/documents.ts';
import { documentKinds } from '../../policy/lifecycle/documents.ts';
import { diedAlone, lastOf, ordered } from './cases.ts';
import type { Ordered } from './journey.ts';
import { people, places, staff } from './journey.ts';

const kinds = Object.keys(documentKinds) as DocumentKind[];

const inputOf = (document: Ordered, given: Partial<DocumentInput> = {}): DocumentInput => ({
  ...document,
  number: '孟民救〔2026〕17号',
  people,
  places,
  staff,
  ...given,
});
const rendered = (kind: DocumentKind): string => renderDocument(inputOf(lastOf(kind)));
const tagsOf = (document: string): string[] => document.match(/<[^>]*>/g) ?? [];
const textOf = (document: string): string => document.replaceAll(/<style>[^]*<\/style>|<[^>]*>/g, '');

describe('every document', () => {
  it.each(kinds)('%s is a complete page in Chinese with its name, number, unit and date', (kind) => {
    const document = rendered(kind);
    expect(document).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">[^]*<\/html>\n$/);
    expect(document).toContain('@page { size: A4;');
    const text = textOf(document);
    expect(text).toContain(documentKinds[kind]);
    expect(text).toContain('编号：孟民救〔2026〕17号');
    expect(text).toMatch(/常州市新北区(孟河镇人民政府|民政局)/);
    expect(text).toMatch(/202[67]年\d+月\d+日\n/);
    // An authorisation is the word of a person, not of a unit.
    expect(text.includes('（盖章）')).toBe(kind !== 'authorisation');
    expect(text).not.toMatch(/undefined|null|NaN|\[object|assumption/);
  });

  it.each(kinds)('%s loads nothing and runs nothing', (kind) => {
    expect(rendered(kind)).not.toMatch(/<script|<link|<img|<iframe|\bon\w+=|https?:|@import|url\(/i);
  });

  it.each(kinds)('%s shows no identity number in full and no id of a person or colleague', (kind) => {
    const text = textOf(rendered(kind));
    for (const { identityNumber } of people.values()) expect(text).not.toContain(identityNumber);
    expect(text).not.toMatch(/\b[ps]\d\b/);
  });

  it('is the same to the byte when made again from the same', () => {
    const all = () => ordered.map((document) => renderDocument(inputOf(structuredClone(document))));
    expect(all()).toEqual(all());
  });

  it('keeps hostile names, staff, places and numbers as text', () => {
    const hostile = '<script>alert(1)</script>"\'&<b onclick=x>\u202e\u0000';
    for (const document of ordered) {
      const made = renderDocument(
        inputOf(document, {
          number: hostile,
          people: new Map([...people].map(([id, person]) => [id, { ...person, name: hostile }])),
          staff: new Map([...staff].map(([id]) => [id, hostile])),
          places: { village: hostile, town: hostile, district: hostile },
        }),
      );
      expect(tagsOf(made)).toEqual(tagsOf(renderDocument(inputOf(document))));
      expect(made).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
    }
  });

  it('keeps its structure whatever is typed into the case', () => {
    const typed = (text: string, document: Ordered): Ordered =>
      JSON.parse(
        JSON.stringify(document, (key, value: unknown) =>
          ['ground', 'summary', 'record', 'note', 'reason', 'views', 'causeOfHardship'].includes(key) &&
          typeof value === 'string' &&
          !/^[a-zA-Z]+$/.test(value)
            ? text
            : value,
        ),
      ) as Ordered;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom(...ordered), (text, document) => {
        expect(tagsOf(renderDocument(inputOf(typed(text, document))))).toEqual(
          tagsOf(renderDocument(inputOf(document))),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('is refused for an event that does not issue it, and for a person not given, naming no name', () => {
    const { event, state } = lastOf('papersNotice');
    expect(() => renderDocument(inputOf({ kind: 'stopNotice', event, state }))).toThrow(
      'no stopNotice is issued with the event papersRequested',
    );
    expect(() => renderDocument(inputOf(lastOf('papersNotice'), { people: new Map() as People }))).toThrow(
      'papersNotice names the person p1, who was not given',
    );
  });
});

const decisions = [
  'nonAcceptanceNotice',
  'confirmationNotice',
  'refusalNotice',
  'terminationNotice',
  'increaseNotice',
  'reductionNotice',
  'stopNotice',
  'gradualExitNotice',
  'suspensionNotice',
  'correctionNotice',
] as const;

describe('a decision', () => {
  it.each(decisions)('%s is addressed, gives its reasons, and names both remedies, to whom and by when', (kind) => {
    const text = textOf(rendered(kind));
    expect(text).toContain('孟建国：');
    expect(text).toContain('60日内向常州市新北区人民政府申请行政复议');
    expect(text).toContain('6个月内依法向有管辖权的人民法院提起行政诉讼');
    expect(text).toContain(
      '《中华人民共和国社会救助法》第七十六条、《最低生活保障审核确认办法》（民发〔2021〕57号）第三十八条',
    );
    expect(text).toContain('社会救助服务热线：12345');
    expect(text).toContain('送达回执');
  });

  it('made before the law of 2026 names only the measures then in force', () => {
    const { event, ...declined } = lastOf('nonAcceptanceNotice');
    const earlier = { ...declined, event: { ...event, at: '2023-05-04T09:00:00' } as typeof event };
    const text = textOf(renderDocument(inputOf(earlier)));
    expect(text).toContain('根据《最低生活保障审核确认办法》（民发〔2021〕57号）第三十八条，对本决定不服');
    expect(text).not.toContain('社会救助法');
  });

  it('of the zone run by the city is reviewed by the city', () => {
    const zone = { village: '崔桥社区居委会', town: '横林镇', district: '常州经济开发区' };
    const text = textOf(renderDocument(inputOf(lastOf('refusalNotice'), { places: zone })));
    expect(text).toContain('常州经济开发区社会保障局（盖章）');
    expect(text).toContain('向常州市人民政府申请行政复议');
  });

  it('about a household whose only member died goes to the family', () => {
    const text = textOf(renderDocument(inputOf(lastOf('stopNotice', diedAlone()))));
    expect(text).toContain('孟建国家属：');
    expect(text).toContain('2027年3月起停止发放');
    expect(text).toContain('保障对象死亡');
  });
});

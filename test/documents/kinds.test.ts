import { renderDocument } from '../../activities/documents/render-document.ts';
import { type Kind, kindNames, kinds } from '../../policy/kinds.ts';
import { type DocumentKind, documentKinds } from '../../policy/lifecycle/documents.ts';
import type { Decision } from '../../policy/lifecycle/state.ts';
import { formatYuan } from '../../policy/money.ts';
import { lastOf } from './cases.ts';
import { type Ordered, people, places, staff } from './journey.ts';
import { journeysOf, quickAid } from './kinds.ts';

const all = new Map(kindNames.map((kind) => [kind, journeysOf(kind).flatMap((journey) => journey.ordered)]));
const orderedOf = (kind: Kind): readonly Ordered[] => all.get(kind) ?? [];
const namesOf = (kind: Kind): DocumentKind[] => [...new Set(orderedOf(kind).map((document) => document.kind))];

const textOf = (document: Ordered): string =>
  renderDocument({ ...document, number: '孟民救〔2026〕17号', people, places, staff }).replaceAll(
    /<style>[^]*<\/style>|<[^>]*>/g,
    '',
  );
const documentOf = (kind: Kind, document: DocumentKind): Ordered => lastOf(document, { ordered: orderedOf(kind) });
const text = (kind: Kind, document: DocumentKind): string => textOf(documentOf(kind, document));
const confirmed = (kind: Kind): Ordered => documentOf(kind, 'confirmationNotice');
const confirmation = (kind: Kind): string => textOf(confirmed(kind));
const decisionIn = ({ event }: Ordered): Decision => {
  if (event.type !== 'decided') throw new Error('not a decision');
  return event.data.decision;
};
const withDecision = (document: Ordered, decision: Decision): Ordered => {
  const { event } = document;
  if (event.type !== 'decided') throw new Error('not a decision');
  return { ...document, event: { ...event, data: { decision } } };
};

describe.each(kindNames)('documents of %s', (kind) => {
  const others = kindNames.filter((other) => !kinds[kind].zh.includes(kinds[other].zh) && other !== 'dibao');

  it.each(namesOf(kind))('%s is titled, and complete', (document) => {
    const said = text(kind, document);
    expect(said).toMatch(new RegExp(`${documentKinds[document]}|终止告知书`));
    expect(said).not.toMatch(/undefined|null|NaN|\[object|assumption/);
  });

  it('bear the name of no other kind in their titles', () => {
    for (const document of namesOf(kind)) {
      const [title = ''] = text(kind, document).split('编号');
      for (const other of others) expect(title).not.toContain(kinds[other].zh);
    }
  });
});

describe('the regulations cited', () => {
  it.each([
    ['dibao', '《中华人民共和国社会救助法》、《最低生活保障审核确认办法》（民发〔2021〕57号）'],
    ['dibaoSinglePerson', '《中华人民共和国社会救助法》、《最低生活保障审核确认办法》（民发〔2021〕57号）'],
    ['tekun', '《中华人民共和国社会救助法》、《特困人员认定办法》（民发〔2021〕43号）'],
    ['dibaoEdge', '《中华人民共和国社会救助法》、《最低生活保障审核确认办法》（民发〔2021〕57号）'],
    ['rigidExpenditure', '《中华人民共和国社会救助法》、《刚性支出困难家庭认定办法》'],
    ['temporaryAssistance', '《中华人民共和国社会救助法》、《民政部、财政部关于进一步健全完善临时救助制度的意见》'],
    [
      'orphan',
      '《国务院办公厅关于加强孤儿保障工作的意见》（国办发〔2010〕54号）、《关于进一步加强事实无人抚养儿童保障工作的意见》（民发〔2019〕62号）',
    ],
    ['deFactoUnattendedChild', '《关于进一步加强事实无人抚养儿童保障工作的意见》（民发〔2019〕62号）'],
  ] as const)('for %s under the law of 2026: %s', (kind, basis) => {
    expect(confirmation(kind)).toContain(`依照${basis}，决定`);
  });

  it.each([
    ['tekun', 'R2012', '《特困人员认定办法》（民发〔2016〕178号）'],
    ['tekun', 'R2022', '《特困人员认定办法》（民发〔2021〕43号）'],
    ['rigidExpenditure', 'R2025', '《刚性支出困难家庭认定办法》'],
    [
      'temporaryAssistance',
      'R2012',
      '《国务院关于全面建立临时救助制度的通知》（国发〔2014〕47号）、《民政部、财政部关于进一步加强和改进临时救助工作的意见》（民发〔2018〕23号）',
    ],
    [
      'temporaryAssistance',
      'R2026a',
      '《国务院关于全面建立临时救助制度的通知》（国发〔2014〕47号）、《民政部、财政部关于进一步健全完善临时救助制度的意见》',
    ],
  ] as const)('for %s under %s: %s', (kind, regime, basis) => {
    const document = confirmed(kind);
    expect(textOf({ ...document, state: { ...document.state, regime } })).toContain(`依照${basis}，决定`);
  });

  it('those of dibao never stand in the documents of full support, rigid expenditure, emergencies or children', () => {
    const otherKinds = [
      'tekun',
      'rigidExpenditure',
      'temporaryAssistance',
      'orphan',
      'deFactoUnattendedChild',
    ] as const;
    for (const kind of otherKinds)
      for (const document of namesOf(kind)) {
        // Limits and conditions name the article each rests on: property and the survey are looked at alike for all.
        const [letter = ''] = text(kind, document).split(/条件核定|理由|办理期限/);
        const cited = /民发〔2021〕57号|民发〔2012〕220号|民发〔2022〕83号/.exec(letter)?.[0];
        expect([kind, document, cited]).toEqual([kind, document, undefined]);
      }
  });
});

describe('what is granted', () => {
  it('is for full support the sum of basic living and care money, each shown', () => {
    const { amount } = decisionIn(confirmed('tekun'));
    const said = confirmation('tekun');
    expect(said).toContain('决定认定为特困人员，给予救助供养');
    expect(said).toContain('救助对象孟建国（320411********1014）');
    expect(said).toMatch(/基本生活标准[\d,]+\.00\s*照料护理标准[\d,]+\.00\s*合计/);
    expect(said).toContain(`月保障金额${formatYuan(amount)}元`);
    expect(said).toContain('起按月发放');
  });

  it('is for temporary assistance one payment, with the tier it comes from', () => {
    const said = confirmation('temporaryAssistance');
    expect(said).toContain(`救助金额${formatYuan(decisionIn(confirmed('temporaryAssistance')).amount)}元`);
    expect(said).toContain('发放方式一次性发放');
    expect(said).toContain('支出型救助档次金额');
    expect(said).not.toMatch(/月保障金额|按月发放起|起按月发放/);
  });

  it.each(['dibaoEdge', 'rigidExpenditure'] as const)(
    'is for %s no money, but the help of other departments',
    (kind) => {
      const said = confirmation(kind);
      expect(said).toContain('可以申请的救助');
      expect(said).toContain('本认定不按月发放救助金');
      expect(said).not.toMatch(/月保障金额|救助金额/);
    },
  );

  it('is for rigid expenditure valid for twelve months at most', () => {
    expect(confirmation('rigidExpenditure')).toMatch(/有效期自认定之日起至2027年\d+月\d+日止/);
    expect(confirmation('dibaoEdge')).not.toContain('有效期');
  });

  it('is for a person alone the standard less the own income', () => {
    expect(confirmation('dibaoSinglePerson')).toMatch(
      /林秀珍本人月收入[\d,.]+元，两者之差见分进元，为每月[\d,]+\.00元/,
    );
  });
});

describe('a child’s case', () => {
  it.each(['orphan', 'deFactoUnattendedChild'] as const)(
    '%s is written to the guardian and was never posted',
    (kind) => {
      const said = confirmation(kind);
      expect(said).toContain('孟小舟监护人：');
      expect(said).toContain('经信息核对和审核，符合条件');
      expect(said).not.toContain('公示');
      expect(said).toContain('儿童基本生活费标准');
      expect(text(kind, 'acceptanceNotice')).not.toContain('公示');
      expect(namesOf(kind)).not.toContain('postingSheet');
    },
  );
});

describe('quick aid', () => {
  it('is confirmed for one payment without survey or posting, by the tier of quick aid', () => {
    const said = textOf(lastOf('confirmationNotice', quickAid()));
    expect(said).toContain('经审核，符合条件');
    expect(said).toContain('救助金额900.00元');
    expect(said).toContain('小额快救900.00');
    expect(said).not.toContain('公示');
  });

  it('counts the whole household on its form, and leaves out the steps that were not taken', () => {
    const order = lastOf('decisionForm', quickAid());
    const said = textOf(order);
    expect(said.match(/320411\*{8}\w{4}是/g)).toHaveLength(order.state.facts.members.length);
    expect(said).not.toContain('调查核实、评议和公示');
  });
});

describe('a refusal', () => {
  it('names every kind to look at next, and for whom', () => {
    const refused = documentOf('dibao', 'refusalNotice');
    const said = textOf(
      withDecision(refused, {
        ...decisionIn(refused),
        nextKinds: [
          { kind: 'dibaoEdge' },
          { kind: 'dibaoSinglePerson', personId: 'p2' },
          { kind: 'temporaryAssistance' },
        ],
      }),
    );
    expect(said).toContain('可以申请低保边缘家庭认定');
    expect(said).toContain('林秀珍：家庭成员中的重度残疾人、重病患者等');
    expect(said).toContain('可以申请临时救助');
    expect(said).toContain('社会救助服务窗口咨询办理');
  });

  it('of an older record that names one kind still shows it', () => {
    const refused = documentOf('dibaoEdge', 'refusalNotice');
    const { nextKinds: _none, ...older } = decisionIn(refused);
    const said = textOf(withDecision(refused, { ...older, nextKind: 'rigidExpenditure' }));
    expect(said).toContain('可以申请刚性支出困难家庭认定');
  });
});

describe('a posting', () => {
  it('of full support names the person and what is intended; of a household without money no amount', () => {
    expect(text('tekun', 'postingSheet')).toMatch(
      /拟将下列人员纳入特困人员救助供养[^]*姓名人数（人）拟月保障金额（元）\s*孟建国1/,
    );
    expect(text('dibaoEdge', 'postingSheet')).toContain('拟认定下列家庭为最低生活保障边缘家庭');
    expect(text('dibaoEdge', 'postingSheet')).not.toContain('金额');
    expect(text('temporaryAssistance', 'postingSheet')).toContain('拟救助金额（元）');
  });

  it('of an ending says that full support is to end, and no amount', () => {
    const sheet = documentOf('tekun', 'postingSheet');
    if (sheet.event.type !== 'postingStarted') throw new Error('not a posting');
    const said = textOf({ ...sheet, event: { ...sheet.event, data: { ...sheet.event.data, proceeding: 1 } } });
    expect(said).toContain('经复核拟终止下列人员的特困人员救助供养，现予公示');
    expect(said).not.toContain('金额');
  });
});

describe('an ending', () => {
  it('of full support stops the money of the person', () => {
    expect(text('tekun', 'stopNotice')).toContain('决定终止你特困人员救助供养，停止发放特困人员救助供养金');
    expect(text('tekun', 'stopNotice')).toContain('2027年1月起停止发放');
  });

  it('of a household without money ends its status and stops nothing', () => {
    expect(text('dibaoEdge', 'stopNotice')).toContain('最低生活保障边缘家庭资格终止告知书');
    expect(text('dibaoEdge', 'stopNotice')).not.toContain('停止发放');
    expect(text('rigidExpenditure', 'stopNotice')).toContain('认定有效期届满，终止你户刚性支出困难家庭资格');
  });

  it('of a child’s allowance is written to the guardian', () => {
    expect(text('orphan', 'stopNotice')).toContain('孟小舟监护人：');
    expect(text('orphan', 'stopNotice')).toContain('停止发放孤儿基本生活费');
  });
});

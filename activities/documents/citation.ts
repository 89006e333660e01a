import type { Kind } from '../../policy/kinds.ts';
import type { Regime } from '../../policy/procedures/regimes.ts';

const regulations = {
  L26: '《中华人民共和国社会救助法》',
  D57: '《最低生活保障审核确认办法》（民发〔2021〕57号）',
  D220: '《最低生活保障审核审批办法（试行）》（民发〔2012〕220号）',
  N22: '《关于进一步做好最低生活保障等社会救助兜底保障工作的通知》（民发〔2022〕83号）',
  D43: '《特困人员认定办法》（民发〔2021〕43号）',
  D178: '《特困人员认定办法》（民发〔2016〕178号）',
  R24: '《刚性支出困难家庭认定办法》',
  T47: '《国务院关于全面建立临时救助制度的通知》（国发〔2014〕47号）',
  T23: '《民政部、财政部关于进一步加强和改进临时救助工作的意见》（民发〔2018〕23号）',
  T26: '《民政部、财政部关于进一步健全完善临时救助制度的意见》',
  C62: '《关于进一步加强事实无人抚养儿童保障工作的意见》（民发〔2019〕62号）',
  O54: '《国务院办公厅关于加强孤儿保障工作的意见》（国办发〔2010〕54号）',
  D649: '《社会救助暂行办法》',
} as const;

export type Regulation = keyof typeof regulations;

const isRegulation = (key: string): key is Regulation => Object.hasOwn(regulations, key);

const digits = '〇一二三四五六七八九';

/** A whole number from 1 to 99 in Chinese: 22 is 二十二. */
export function numeral(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10 === 0 ? '' : digits.charAt(n % 10);
  return tens === 0 ? ones : `${tens === 1 ? '' : digits.charAt(tens)}十${ones}`;
}

/** An article in full: `article('D57', 22)` is 《最低生活保障审核确认办法》（民发〔2021〕57号）第二十二条. */
export const article = (regulation: Regulation, n: number): string => `${regulations[regulation]}第${numeral(n)}条`;

function citedOne(source: string): string[] {
  const [key = '', place = ''] = source.split(' ');
  if (!isRegulation(key)) return [];
  const number = /^§(\d+)$/.exec(place)?.[1];
  return [number === undefined ? regulations[key] + place : article(key, Number(number))];
}

/** The source of a limit such as `D57 §21, L26 §45` in words; empty where no regulation sets it. */
export const cited = (source: string): string =>
  source
    .split(/[,;]\s*/)
    .flatMap(citedOne)
    .join('、');

type Basis = Readonly<Record<Regime, readonly Regulation[]>>;

const dibao: Basis = {
  R2012: ['D220'],
  R2021: ['D57'],
  R2022: ['D57', 'N22'],
  R2025: ['D57', 'N22'],
  R2026a: ['D57', 'N22'],
  R2026b: ['L26', 'D57'],
};
const tekun: Basis = {
  R2012: ['D178'],
  R2021: ['D43'],
  R2022: ['D43'],
  R2025: ['D43'],
  R2026a: ['D43'],
  R2026b: ['L26', 'D43'],
};
const temporaryAssistance: Basis = {
  R2012: ['T47', 'T23'],
  R2021: ['T47', 'T23'],
  R2022: ['T47', 'T23'],
  R2025: ['T47', 'T23'],
  R2026a: ['T47', 'T26'],
  R2026b: ['L26', 'T26'],
};
/** A kind of its own from 2025 on; nothing is decided under an earlier regime. */
const rigidExpenditure: Basis = {
  R2012: ['R24'],
  R2021: ['R24'],
  R2022: ['R24'],
  R2025: ['R24'],
  R2026a: ['R24'],
  R2026b: ['L26', 'R24'],
};
const children: Basis = {
  R2012: ['C62'],
  R2021: ['C62'],
  R2022: ['C62'],
  R2025: ['C62'],
  R2026a: ['C62'],
  R2026b: ['C62'],
};

/** The steps are those for other children without care [C62 二]. */
const orphan: Basis = {
  R2012: ['O54', 'C62'],
  R2021: ['O54', 'C62'],
  R2022: ['O54', 'C62'],
  R2025: ['O54', 'C62'],
  R2026a: ['O54', 'C62'],
  R2026b: ['O54', 'C62'],
};

const bases: Readonly<Record<Kind, Basis>> = {
  dibao,
  dibaoSinglePerson: dibao,
  // Before 2021 a local list, which named no regulation (policy.md §3.1).
  dibaoEdge: { ...dibao, R2012: ['D649'] },
  tekun,
  rigidExpenditure,
  temporaryAssistance,
  orphan,
  deFactoUnattendedChild: children,
};

/** The regulations an application or proceeding for that kind goes by under `regime`. */
export const basisOf = (kind: Kind, regime: Regime): string =>
  bases[kind][regime].map((key) => regulations[key]).join('、');

/** Single steps for which the regulation of a kind has an article of its own. */
const steps = {
  appraisal: { D220: 21, D57: 19, D43: 14 },
  verificationContested: { D57: 18 },
  noCooperation: { D57: 29 },
  adjustment: { L26: 47, D57: 32, D220: 33 },
  gradualExit: { D57: 33 },
  remedies: { L26: 76, D57: 38 },
} as const satisfies Record<string, Partial<Record<Regulation, number>>>;

/**
 * The articles on one step for that kind under `regime`, the law first; empty where its regulations have none. The law of 2026
 * itself counts for remedies and adjustments of help under it only.
 */
export function articlesOn(step: keyof typeof steps, kind: Kind, regime: Regime): string {
  const numbers: Partial<Record<Regulation, number>> = steps[step];
  return bases[kind][regime]
    .flatMap((key) => {
      const number = numbers[key];
      return number === undefined ? [] : [article(key, number)];
    })
    .join('、');
}

import type { Regime } from '../../policy/procedures/regimes.ts';

const regulations = {
  L26: '《中华人民共和国社会救助法》',
  D57: '《最低生活保障审核确认办法》（民发〔2021〕57号）',
  D220: '《最低生活保障审核审批办法（试行）》（民发〔2012〕220号）',
  N22: '《关于进一步做好最低生活保障等社会救助兜底保障工作的通知》（民发〔2022〕83号）',
} as const;

type Regulation = keyof typeof regulations;

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

/** The regulations an application or proceeding under `regime` goes by. */
export function basisOf(regime: Regime): string {
  switch (regime) {
    case 'R2012':
      return regulations.D220;
    case 'R2021':
      return regulations.D57;
    case 'R2022':
    case 'R2025':
    case 'R2026a':
      return `${regulations.D57}、${regulations.N22}`;
    case 'R2026b':
      return `${regulations.L26}、${regulations.D57}`;
  }
}

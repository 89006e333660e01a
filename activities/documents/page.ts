import type { PlainDate } from '../../policy/dates.ts';
import { numeral } from './citation.ts';
import type { Fragment } from './markup.ts';
import { Markup, markup } from './markup.ts';
import { pageStyle } from './page-style.ts';
import { inDays } from './time-wording.ts';

/** What a template says; the frame around it is the same for all. */
export interface Page {
  /** The unit that issues the document: over the heading and under the text, where its seal goes. */
  readonly issuer: string;
  readonly addressee?: string;
  /** What stands before the first section. */
  readonly opening?: Markup;
  /** Numbered 一、二、三 in order; what is undefined leaves no gap. */
  readonly sections: readonly (Section | undefined)[];
  /** What stands after the last section. */
  readonly closing?: Markup;
  /**
   * `notice`: served on somebody, with a slip for the receipt. `record`: signed and kept. `poster`: put up to be read.
   * `declaration`: made by a person to the unit, so without its seal.
   */
  readonly form: 'notice' | 'record' | 'poster' | 'declaration';
}

export interface Section {
  readonly heading: string;
  readonly content: Markup;
}

/** A paragraph. */
export const paragraph = (...content: readonly Fragment[]): Markup => markup`<p>${content}</p>\n`;

/** A section with its heading. */
export const section = (heading: string, ...content: readonly Fragment[]): Section => ({
  heading,
  content: markup`${content}`,
});

const numberedSections = (sections: Page['sections']): readonly Markup[] =>
  sections
    .filter((one) => one !== undefined)
    .map(
      ({ heading, content }, at) => markup`<section>
<h2>${numeral(at + 1)}、${heading}</h2>
${content}</section>
`,
    );

/** A numbered list. */
export const numbered = (items: readonly Fragment[]): Markup =>
  markup`<ol>\n${items.map((item) => markup`<li>${item}</li>\n`)}</ol>\n`;

/** Facts beside their names; a fact that is missing leaves no row. */
export const factTable = (rows: readonly (readonly [string, Fragment])[]): Markup =>
  markup`<table class="facts"><tbody>\n${rows
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>\n`)}</tbody></table>\n`;

/** A table with a heading row; `sums` are the columns that hold amounts. */
export const listTable = (
  headings: readonly string[],
  rows: readonly (readonly Fragment[])[],
  sums: readonly number[] = [],
): Markup =>
  markup`<table><thead><tr>${headings.map((heading) => markup`<th scope="col">${heading}</th>`)}</tr></thead><tbody>\n${rows.map(
    (row) =>
      markup`<tr>${row.map((cell, at) => (sums.includes(at) ? markup`<td class="sum">${cell}</td>` : markup`<td class="mark">${cell}</td>`))}</tr>\n`,
  )}</tbody></table>\n`;

const blank = markup`<span class="line"></span>`;

/** Places for signatures, each with a day. */
export const signatureLines = (signers: readonly string[]): Markup =>
  markup`<div class="signatures">\n${signers.map(
    (signer) => markup`<p>${signer}（签字）：${blank} 日期：${blank}</p>\n`,
  )}</div>\n`;

const receiptSlip = markup`<div class="receipt">
<p>送达回执</p>
<p>受送达人（签字）：${blank} 送达方式：${blank}</p>
<p>送达人（签字）：${blank} 送达日期：${blank}</p>
</div>
`;

/** The whole document: self-contained, without scripts or anything to load, to be printed on A4. */
export const framed = (page: Page, title: string, number: string, on: PlainDate): string =>
  markup`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}（${number}）</title>
<style>${new Markup(pageStyle)}</style>
</head>
<body class="${page.form}">
<header>
<p class="issuer">${page.issuer}</p>
<h1>${title}</h1>
<p class="number">编号：${number}</p>
</header>
<main>
${page.addressee === undefined ? undefined : markup`<p class="addressee">${page.addressee}：</p>\n`}${page.opening}${numberedSections(page.sections)}${page.closing}</main>
<div class="sign-off">
${page.form === 'declaration' ? undefined : markup`<p>${page.issuer}（盖章）</p>\n`}<p>${inDays(on)}</p>
</div>
${page.form === 'notice' ? receiptSlip : undefined}</body>
</html>
`.text;

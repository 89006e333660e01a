/** Markup to be printed as it stands. Only `markup` makes it, so that nothing reaches a document unescaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: text is escaped, markup is not, lists are joined, what is missing prints nothing. */
export type Fragment = string | number | Markup | readonly Fragment[] | undefined;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters have no place in a document, and direction overrides would let a name rewrite the line around it. */
const unprintable = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu;

const escaped = (text: string): string =>
  text.replaceAll(unprintable, '').replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);

function printed(fragment: Fragment): string {
  if (fragment === undefined) return '';
  if (fragment instanceof Markup) return fragment.text;
  return typeof fragment === 'object' ? fragment.map(printed).join('') : escaped(String(fragment));
}

/** Template tag: every value is escaped unless it is markup already. */
export const markup = (parts: TemplateStringsArray, ...values: readonly Fragment[]): Markup =>
  new Markup(parts.map((part, at) => part + printed(values[at])).join(''));

/** Something that may be found nowhere, and what it is. */
export interface Secret {
  readonly what: string;
  readonly text: string;
}

/** A secret found where it may not be. The text itself is not repeated. */
export interface Find {
  readonly what: string;
  readonly form: string;
  readonly where: string;
}

/** The ways in which bytes may hold a text: as it is, in other encodings, escaped, or inside a longer text in base64. */
export function formsOf(text: string): ReadonlyMap<string, Buffer> {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  const forms = new Map<string, Buffer>([
    ['UTF-8', utf8],
    ['UTF-16LE', utf16],
    ['UTF-16BE', Buffer.from(utf16).swap16()],
    ['hex', Buffer.from(utf8.toString('hex'))],
    ['HEX', Buffer.from(utf8.toString('hex').toUpperCase())],
    ['JSON escapes', Buffer.from(escaped(text))],
    ['percent encoding', Buffer.from(encodeURIComponent(text))],
  ]);
  for (const offset of [0, 1, 2]) {
    forms.set(`base64 at ${offset}`, Buffer.from(base64Inside(utf8, offset)));
    forms.set(`base64 of UTF-16 at ${offset}`, Buffer.from(base64Inside(utf16, offset)));
  }
  return forms;
}

const escaped = (text: string): string =>
  text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The characters of base64 that stand for these bytes alone, whatever is before and after them; `offset`: how many bytes, modulo 3, are before. */
function base64Inside(bytes: Buffer, offset: number): string {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
  const first = offset === 0 ? 0 : offset + 1;
  const last = Math.floor((whole.length * 8) / 6);
  return whole.toString('base64').slice(first, last);
}

/** Looks for secrets in whatever was stored or written. */
export class Spoor {
  readonly #wanted: readonly { readonly what: string; readonly form: string; readonly bytes: Buffer }[];

  constructor(secrets: readonly Secret[]) {
    this.#wanted = secrets.flatMap(({ what, text }) =>
      [...formsOf(text)].map(([form, bytes]) => ({ what, form, bytes })),
    );
  }

  /** Every secret, in every form, that these bytes hold. */
  in(where: string, content: Uint8Array | string): Find[] {
    const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
    return this.#wanted
      .filter((wanted) => bytes.includes(wanted.bytes))
      .map(({ what, form }) => ({ what, form, where }));
  }
}

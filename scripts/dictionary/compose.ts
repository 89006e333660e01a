import { deflateRawSync } from 'node:zlib';

/** Deflate looks back 32 KB at most; a little less, so that the first bytes are in reach of the whole payload. */
const MOST_BYTES = 32_000;

/** A text that shrinks to this share of itself with what is in the dictionary already adds nothing to it. */
const KNOWN_SHARE = 0.12;

/** How every payload begins: the encoding in its metadata. */
const BEGINNING = '\n\u0016\n\bencoding\u0012\njson/plain\u0012';

/**
 * Texts with much that those before them do not have, ids and hashes blanked. The first, which every case has, stand at the end, in
 * the nearest reach; the law, which a run asks for once, at the beginning.
 */
export function composeDictionary(texts: readonly string[]): Buffer {
  const blanked = texts.map(blank);
  const [law = ''] = blanked.filter(isLaw);
  let messages = '';
  for (const text of blanked.filter((one) => !isLaw(one))) {
    const shrunk = deflateRawSync(text, { dictionary: Buffer.from(law + messages + BEGINNING) }).length;
    const size = Buffer.byteLength(law + text + messages + BEGINNING);
    if (shrunk > 40 && shrunk > KNOWN_SHARE * Buffer.byteLength(text) && size <= MOST_BYTES) messages = text + messages;
  }
  return Buffer.from(law + messages + BEGINNING);
}

const isLaw = (text: string) => text.startsWith('{"law":');

/** Without what no other payload will repeat. */
const blank = (text: string): string =>
  text.replaceAll(/[0-9a-f]{64}/g, '').replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '');

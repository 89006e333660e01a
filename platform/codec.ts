import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  METADATA_ENCODING_KEY,
  ValueError,
  type DataConverter,
  type Payload,
  type PayloadCodec,
} from '@temporalio/common';
import { decode, encode } from '@temporalio/common/lib/encoding.js';
import proto from '@temporalio/proto';
import { decrypt, encrypt } from './aes-gcm.ts';
import { keyOf, ringOf, type KeyRing, type NamedKey } from './key-ring.ts';

const ENCODING = 'binary/encrypted';
const KEY_ID = 'encryption-key-id';
/** Names the dictionary that a payload was deflated with. */
const DICTIONARY = 'dictionary';
/** As it was written with the first one: `deflate-1`. */
const EARLIER_COMPRESSION = 'compression';
/** The dictionary that is written with. (`npm run dictionary` makes the next.) */
const NEWEST = '2';
/** None ever changes: what was written with it must stay readable. */
const dictionaries = new Map(
  ['1', NEWEST].map((number) => [number, readFileSync(new URL(`./payload-dictionary-${number}.txt`, import.meta.url))]),
);
const CONTEXT = 'doudi/temporal-payload';

/** Shorter payloads gain nothing from compression, whose name takes a dozen bytes. */
const COMPRESSED_FROM_BYTES = 40;

/**
 * Compresses longer payloads and encrypts every one that goes to Temporal, naming the key in its metadata. (The length of what
 * is compressed tells nothing of its content here: nobody outside chooses part of it and watches the length of the rest.) A key is retired only when no retained
 * history, schedule or memo was written under its id; until then it stays in the ring behind the newer ones.
 */
export class EncryptionCodec implements PayloadCodec {
  readonly #ring: KeyRing;

  constructor(keys: readonly NamedKey[]) {
    this.#ring = ringOf(keys);
  }

  encode(payloads: Payload[]): Promise<Payload[]> {
    const [{ id, key }] = this.#ring;
    return Promise.resolve(
      payloads.map((payload) => {
        const plain = proto.temporal.api.common.v1.Payload.encode(payload).finish();
        const deflated = plain.length >= COMPRESSED_FROM_BYTES;
        return {
          metadata: {
            [METADATA_ENCODING_KEY]: encode(ENCODING),
            [KEY_ID]: encode(id),
            ...(deflated && { [DICTIONARY]: encode(NEWEST) }),
          },
          data: encrypt(key, deflated ? deflateRawSync(plain, { dictionary: dictionaryOf(NEWEST) }) : plain, CONTEXT),
        };
      }),
    );
  }

  /** Opens what any key of the ring encrypted; a payload that is not encrypted is returned as it is. Rejects on an unknown key. */
  decode(payloads: Payload[]): Promise<Payload[]> {
    return new Promise((resolve) => {
      resolve(payloads.map((payload) => (isEncrypted(payload) ? this.#open(payload) : payload)));
    });
  }

  #open(payload: Payload): Payload {
    const keyId = payload.metadata?.[KEY_ID];
    if (!keyId || !payload.data) throw new ValueError('An encrypted payload without key id or data.');
    const plain = decrypt(keyOf(this.#ring, decode(keyId)), payload.data, CONTEXT);
    const number = dictionaryNamedIn(payload);
    const inflated = number === undefined ? plain : inflateRawSync(plain, { dictionary: dictionaryOf(number) });
    return proto.temporal.api.common.v1.Payload.decode(inflated);
  }
}

function dictionaryNamedIn({ metadata }: Payload): string | undefined {
  const named = metadata?.[DICTIONARY];
  if (named) return decode(named);
  const earlier = metadata?.[EARLIER_COMPRESSION];
  return earlier && decode(earlier).replace('deflate-', '');
}

function dictionaryOf(number: string): Buffer {
  const dictionary = dictionaries.get(number);
  if (dictionary === undefined)
    throw new ValueError(`A payload deflated with dictionary ${number}, which is not known here.`);
  return dictionary;
}

/** Whether the payload was encrypted by this codec (under whichever key). */
export function isEncrypted(payload: Payload): boolean {
  const encoding = payload.metadata?.[METADATA_ENCODING_KEY];
  return encoding !== undefined && decode(encoding) === ENCODING;
}

/** The converter that clients and workers share: payloads encrypted under the first key, failures encrypted with them. */
export function createDataConverter(keys: readonly NamedKey[]): DataConverter {
  return {
    payloadCodecs: [new EncryptionCodec(keys)],
    failureConverterPath: fileURLToPath(new URL('./failure-converter.ts', import.meta.url)),
  };
}

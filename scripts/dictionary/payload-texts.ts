import type { Payload } from '@temporalio/common';
import { type EncryptionCodec, isEncrypted } from '../../platform/codec.ts';

/** The content of every encrypted payload of a history, in its order, as JSON text. */
export async function payloadTexts(history: unknown, codec: EncryptionCodec): Promise<string[]> {
  const opened = await codec.decode([...payloadsIn(history)]);
  return opened.map(({ data }) => Buffer.from(data ?? []).toString('utf8'));
}

function* payloadsIn(value: unknown): Generator<Payload> {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  if (isPayload(value) && isEncrypted(value)) yield value;
  else for (const part of Object.values(value)) yield* payloadsIn(part);
}

const isPayload = (value: object): value is Payload =>
  'metadata' in value && 'data' in value && value.data instanceof Uint8Array;

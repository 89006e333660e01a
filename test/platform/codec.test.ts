import { ApplicationFailure, defaultPayloadConverter } from '@temporalio/common';
import {
  decodeFromPayloadsAtIndex,
  decodeOptionalFailureToOptionalError,
  encodeErrorToFailure,
  loadDataConverter,
} from '@temporalio/common/lib/internal-non-workflow/index.js';
import { createDataConverter, EncryptionCodec, isEncrypted } from '../../platform/codec.ts';

const named = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) });
const payload = defaultPayloadConverter.toPayload({ name: '王小明' });

describe('the payload codec', () => {
  const codec = new EncryptionCodec([named('k1', 1)]);

  it('hides what it encodes, names its key, and decodes it again', async () => {
    const [encoded] = await codec.encode([payload]);
    if (encoded === undefined) throw new Error('nothing encoded');
    expect(isEncrypted(encoded)).toBe(true);
    expect(Buffer.from(encoded.metadata?.['encryption-key-id'] ?? []).toString()).toBe('k1');
    expect(Buffer.from(encoded.data ?? []).toString('utf8')).not.toContain('王小明');
    expect(
      await decodeFromPayloadsAtIndex(loadDataConverter(createDataConverter([named('k1', 1)])), 0, [encoded]),
    ).toEqual({ name: '王小明' });
  });

  it('makes long payloads smaller, and decodes them to the same content', async () => {
    const long = defaultPayloadConverter.toPayload({ answers: Array.from({ length: 200 }, () => 'agrees') });
    const [encoded] = await codec.encode([long]);
    expect(encoded?.data?.length).toBeLessThan((long.data?.length ?? 0) / 4);
    const [decoded] = await codec.decode(encoded ? [encoded] : []);
    expect(defaultPayloadConverter.fromPayload(decoded ?? {})).toEqual(defaultPayloadConverter.fromPayload(long));
  });

  it('decodes under an older key after rotation, and encodes under the newer', async () => {
    const rotated = new EncryptionCodec([named('k2', 2), named('k1', 1)]);
    const [decoded] = await rotated.decode(await codec.encode([payload]));
    expect(Buffer.from(decoded?.data ?? [])).toEqual(Buffer.from(payload.data ?? []));
    const [encoded] = await rotated.encode([payload]);
    expect(Buffer.from(encoded?.metadata?.['encryption-key-id'] ?? []).toString()).toBe('k2');
  });

  it('refuses a payload whose key was retired, naming the key', async () => {
    const other = new EncryptionCodec([named('k2', 2)]);
    await expect(other.decode(await codec.encode([payload]))).rejects.toThrow('"k1"');
  });

  it('leaves a payload that was never encrypted as it is', async () => {
    expect(await codec.decode([payload])).toEqual([payload]);
  });

  it('encrypts the message and the stack of a failure', async () => {
    const converter = loadDataConverter(createDataConverter([named('k1', 1)]));
    const failure = await encodeErrorToFailure(converter, ApplicationFailure.nonRetryable('王小明 has no account'));
    expect(JSON.stringify(failure)).not.toContain('王小明');
    expect(failure.message).toBe('Encoded failure');
    const back = await decodeOptionalFailureToOptionalError(converter, failure);
    expect(back?.message).toBe('王小明 has no account');
  });
});

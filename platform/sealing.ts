import { createHmac, hkdfSync } from 'node:crypto';
import { decrypt, encrypt } from './aes-gcm.ts';
import { keyOf, ringOf, type NamedKey } from './key-ring.ts';

/**
 * Encrypts personal data before it goes to PostgreSQL or to a file. `context` says where it belongs (say
 * `person.identityNumber/<person id>`): a value copied to another row or column does not open there.
 */
export interface Sealer {
  /** Text for a column: `<key id>.<base64url>`. */
  seal(plain: string, context: string): string;
  /** The text that was sealed. Throws if the key is gone, the context is another or the value was changed. */
  open(sealed: string, context: string): string;
  sealBytes(plain: Uint8Array, context: string): SealedBytes;
  /** Throws as `open` does. */
  openBytes(sealed: SealedBytes, context: string): Buffer;
}

/** A file's content at rest, with the id of the key it is encrypted under. */
export interface SealedBytes {
  readonly keyId: string;
  readonly bytes: Uint8Array;
}

/** A sealer whose first key seals and whose every key opens. */
export function createSealer(keys: readonly NamedKey[]): Sealer {
  const ring = ringOf(keys);
  const sealBytes = (plain: Uint8Array, context: string): SealedBytes => ({
    keyId: ring[0].id,
    bytes: encrypt(ring[0].key, plain, context),
  });
  const openBytes = (sealed: SealedBytes, context: string): Buffer =>
    decrypt(keyOf(ring, sealed.keyId), sealed.bytes, context);
  return {
    sealBytes,
    openBytes,
    seal(plain, context) {
      const { keyId, bytes } = sealBytes(Buffer.from(plain, 'utf8'), context);
      return `${keyId}.${Buffer.from(bytes).toString('base64url')}`;
    },
    open(sealed, context) {
      const separator = sealed.lastIndexOf('.');
      const bytes = Buffer.from(sealed.slice(separator + 1), 'base64url');
      return openBytes({ keyId: sealed.slice(0, Math.max(separator, 0)), bytes }, context).toString('utf8');
    },
  };
}

/**
 * HMAC-SHA-256 in hex, by which a person is found without decrypting anyone's identity number. Spaces around and the case of
 * a final `x` make no difference. The key cannot change without hashing the whole register anew.
 */
export function createKeyedHash(key: Uint8Array): (value: string) => string {
  return (value) => createHmac('sha256', key).update(value.normalize('NFKC').trim().toUpperCase()).digest('hex');
}

/** What the register of persons needs: a sealer and a keyed hash, each under a key of its own drawn from the register key. */
export function createRegisterSecrets(registerKey: Uint8Array): {
  sealer: Sealer;
  keyedHash: (value: string) => string;
} {
  const derive = (purpose: string, length: number) =>
    Buffer.from(hkdfSync('sha256', registerKey, '', `doudi/register/${purpose}`, length));
  const id = `register-${derive('key-id', 4).toString('hex')}`;
  return {
    sealer: createSealer([{ id, key: derive('sealing', 32) }]),
    keyedHash: createKeyedHash(derive('hash', 32)),
  };
}

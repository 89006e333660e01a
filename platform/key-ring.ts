/** A 256-bit key and the name under which what it encrypted is found again. */
export interface NamedKey {
  readonly id: string;
  readonly key: Uint8Array;
}

/**
 * The keys in use, newest first: the first encrypts, every one decrypts. A key may leave the ring only when nothing encrypted
 * under its id is kept any more: for the codec no workflow history within retention, for the register no row and no file.
 */
export type KeyRing = readonly [NamedKey, ...NamedKey[]];

/** Checks that there is a key to encrypt with. Throws if the list is empty or a key has not 32 bytes. */
export function ringOf(keys: readonly NamedKey[]): KeyRing {
  const [current, ...older] = keys;
  if (current === undefined) throw new Error('Encryption needs at least one key.');
  const short = keys.find((named) => named.key.length !== 32);
  if (short !== undefined) throw new Error(`Key "${short.id}" must have 32 bytes.`);
  return [current, ...older];
}

/** The key of that id. Throws if the ring has none, which means it was retired too early. */
export function keyOf(ring: KeyRing, id: string): Uint8Array {
  const named = ring.find((candidate) => candidate.id === id);
  if (named === undefined)
    throw new Error(`No key "${id}" in the ring: it was retired while data under it is still kept.`);
  return named.key;
}

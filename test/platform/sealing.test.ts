import { createKeyedHash, createRegisterSecrets, createSealer } from '../../platform/sealing.ts';

const named = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) });
const place = 'person.identityNumber/7f3a';

describe('sealing personal data', () => {
  const sealer = createSealer([named('2026a', 1)]);

  it('gives back the text it sealed and shows none of it', () => {
    const sealed = sealer.seal('320402199003070010', place);
    expect(sealed.startsWith('2026a.')).toBe(true);
    expect(sealed).not.toContain('3204021990');
    expect(sealer.open(sealed, place)).toBe('320402199003070010');
  });

  it('seals the same text differently each time', () => {
    expect(sealer.seal('王小明', place)).not.toBe(sealer.seal('王小明', place));
  });

  it('does not open a value copied to another person', () => {
    const sealed = sealer.seal('王小明', place);
    expect(() => sealer.open(sealed, 'person.identityNumber/other')).toThrow();
  });

  it('does not open a value of which one byte was changed', () => {
    const sealed = sealer.seal('王小明', place);
    const flipped = sealed.slice(0, -2) + (sealed.endsWith('A') ? 'BB' : 'AA');
    expect(() => sealer.open(flipped, place)).toThrow();
  });

  it('opens under an older key after a newer one was put before it', () => {
    const sealed = sealer.seal('王小明', place);
    const rotated = createSealer([named('2027.a', 2), named('2026a', 1)]);
    expect(rotated.open(sealed, place)).toBe('王小明');
    expect(rotated.open(rotated.seal('李四', place), place)).toBe('李四');
  });

  it('says which key is missing when one was retired too early', () => {
    const sealed = sealer.seal('王小明', place);
    expect(() => createSealer([named('2027a', 2)]).open(sealed, place)).toThrow('"2026a"');
  });

  it('seals files as bytes', () => {
    const file = Buffer.from([0, 1, 2, 255]);
    expect(sealer.openBytes(sealer.sealBytes(file, 'document/1'), 'document/1')).toEqual(file);
  });
});

describe('the keyed hash of an identity number', () => {
  const hash = createKeyedHash(Buffer.alloc(32, 9));

  it('is the same for a small and a capital final X', () => {
    expect(hash('32040219900307001x')).toBe(hash(' 32040219900307001X '));
  });

  it('is another under another secret', () => {
    expect(hash('320402199003070010')).not.toBe(createKeyedHash(Buffer.alloc(32, 8))('320402199003070010'));
  });
});

describe('the secrets of the register', () => {
  const { sealer, keyedHash } = createRegisterSecrets(Buffer.alloc(32, 5));

  it('are the same after a restart with the same key', () => {
    const again = createRegisterSecrets(Buffer.alloc(32, 5));
    expect(again.keyedHash('320402199003070010')).toBe(keyedHash('320402199003070010'));
    expect(again.sealer.open(sealer.seal('王小明', place), place)).toBe('王小明');
  });

  it('hash under a key other than the one that seals', () => {
    expect(keyedHash('320402199003070010')).not.toBe(createKeyedHash(Buffer.alloc(32, 5))('320402199003070010'));
  });
});

describe('a list of keys', () => {
  it('must not be empty', () => expect(() => createSealer([])).toThrow('at least one key'));

  it('must hold keys of 32 bytes', () => {
    expect(() => createSealer([{ id: 'short', key: Buffer.alloc(16) }])).toThrow('"short" must have 32 bytes');
  });
});

import { createDataConverter } from '../../platform/codec.ts';

/** The key of the stored histories. It is public and protects nothing: the households in them are invented. */
export const publicKey = { id: 'public-test-key', key: Buffer.alloc(32, 'public') };

export const publicDataConverter = createDataConverter([publicKey]);

import { randomUUID } from 'node:crypto';
import { loadConfig } from '../../platform/config.ts';
import { createPrisma } from '../../prisma/client.ts';
import { ReceiptMismatch, withReceipt } from '../../prisma/repositories/receipts.ts';

describe('a receipt', () => {
  const prisma = createPrisma(loadConfig(process.env).database.url, 4);
  afterAll(() => prisma.$disconnect());

  let effects: number;
  let key: string;
  beforeEach(() => {
    effects = 0;
    key = randomUUID();
  });

  const send = (body: string, fail = false) =>
    prisma.$transaction((tx) =>
      withReceipt(tx, key, body, () => {
        effects += 1;
        return fail ? Promise.reject(new Error('refused')) : Promise.resolve({ document: `number ${effects}` });
      }),
    );

  it('gives the first outcome again to the same request, and does nothing more', async () => {
    expect(await send('same')).toEqual({ document: 'number 1' });
    expect(await send('same')).toEqual({ document: 'number 1' });
    expect(effects).toBe(1);
  });

  it('refuses another body under the same key', async () => {
    await send('same');
    await expect(send('other')).rejects.toThrow(ReceiptMismatch);
    expect(effects).toBe(1);
  });

  it('lets two simultaneous repetitions act once', async () => {
    const outcomes = await Promise.all([send('same'), send('same'), send('same')]);
    expect(outcomes).toEqual(Array(3).fill({ document: 'number 1' }));
    expect(effects).toBe(1);
  });

  it('is not kept for what failed, so that the same key may try again', async () => {
    await expect(send('same', true)).rejects.toThrow('refused');
    expect(await send('same')).toEqual({ document: 'number 2' });
  });
});

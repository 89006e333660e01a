import type { Sealer } from '../../platform/sealing.ts';
import { maskAccount } from '../../policy/masking.ts';
import type { Prisma } from '../generated/client.ts';

type Tx = Prisma.TransactionClient;

/** Whose an account is: the recipient's, a guardian's, an institution's or a carer's. */
export const accountCapacities = ['recipient', 'guardian', 'institution', 'carer'] as const;

/** An account to pay to, as given on a form. */
export interface NewAccount {
  readonly id: string;
  readonly holderId: string;
  readonly capacity: (typeof accountCapacities)[number];
  readonly bank: string;
  readonly number: string;
}

/** Registers an account, its number sealed; the same id again changes nothing. */
export async function registerAccount(tx: Tx, sealer: Sealer, account: NewAccount): Promise<void> {
  const { number, ...open } = account;
  const sealedNumber = sealer.seal(number, `payee-account/${account.id}`);
  await tx.payeeAccount.createMany({
    data: [{ ...open, sealedNumber, lastFour: number.slice(-4) }],
    skipDuplicates: true,
  });
}

/** Where payments go, as shown to staff: holder, bank and the last four digits. Undefined if there is no such account. */
export async function findAccount(tx: Tx, id: string) {
  const row = await tx.payeeAccount.findUnique({ where: { id } });
  if (row === null) return undefined;
  const { holderId, capacity, bank, lastFour } = row;
  return { accountId: id, holderId, capacity, bank, number: maskAccount(`0000${lastFour}`) };
}

import type { Prisma } from '../../prisma/generated/client.ts';
import { type NewAccount, registerAccount } from '../../prisma/repositories/accounts.ts';
import { type NewPerson, readPeople, registerPeople } from '../../prisma/repositories/people.ts';
import type { CaseworkDeps } from '../casework-deps.ts';
import { type FieldError, Problem } from '../problems/problem.ts';

/** A person to be registered, and the field of the form where the person stands. */
export interface FormPerson {
  readonly field: string;
  readonly person: NewPerson;
}

/**
 * Registers people, and the account they are paid to, in one transaction. Those known already stay as they are; under another
 * name than the register's nothing is registered.
 * @returns ids in the order given
 * @throws Problem naming each person whose name is another in the register
 */
export function registerHousehold(
  { prisma, secrets }: Pick<CaseworkDeps, 'prisma' | 'secrets'>,
  people: readonly FormPerson[],
  account?: NewAccount,
): Promise<string[]> {
  return prisma.$transaction(async (tx) => {
    const ids = await registerPeople(
      tx,
      secrets,
      people.map(({ person }) => person),
    );
    await assertNames(tx, secrets, people, ids);
    if (account) await registerAccount(tx, secrets.sealer, account);
    return ids;
  });
}

async function assertNames(
  tx: Prisma.TransactionClient,
  { sealer }: CaseworkDeps['secrets'],
  people: readonly FormPerson[],
  ids: readonly string[],
): Promise<void> {
  const registered = await readPeople(tx, sealer, ids);
  const errors = people.flatMap(({ field, person }, at): FieldError[] =>
    registered.get(ids[at] ?? '')?.name === person.name ? [] : [otherName(field)],
  );
  if (errors.length > 0) throw new Problem('invalid-input', { errors });
}

const otherName = (field: string): FieldError => ({
  in: 'body',
  field: field === '' ? 'name' : `${field}.name`,
  message: '与登记簿中该身份证号的姓名不一致',
  messageEn: 'Not the name registered for this identity number',
});

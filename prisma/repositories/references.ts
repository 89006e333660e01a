import type { Prisma } from '../generated/client.ts';

/** Things a command may name, by id. */
export interface Named {
  readonly files: readonly string[];
  readonly persons: readonly string[];
  readonly staff: readonly string[];
  readonly accounts: readonly string[];
}

/** What exists of what was named: files, accounts, active staff, and persons with their birth dates. */
export async function findNamed(tx: Prisma.TransactionClient, named: Named) {
  const [files, persons, staff, accounts] = await Promise.all([
    named.files.length === 0
      ? []
      : tx.storedFile.findMany({ where: { sha256: { in: [...named.files] } }, select: { sha256: true } }),
    named.persons.length === 0
      ? []
      : tx.person.findMany({ where: { id: { in: [...named.persons] } }, select: { id: true, birthDate: true } }),
    named.staff.length === 0
      ? []
      : tx.staff.findMany({ where: { id: { in: [...named.staff] }, active: true }, select: { id: true } }),
    named.accounts.length === 0
      ? []
      : tx.payeeAccount.findMany({ where: { id: { in: [...named.accounts] } }, select: { id: true } }),
  ]);
  return {
    files: new Set(files.map((row) => row.sha256)),
    staff: new Set(staff.map((row) => row.id)),
    accounts: new Set(accounts.map((row) => row.id)),
    birthDates: new Map(persons.map((row) => [row.id, row.birthDate.toISOString().slice(0, 10)])),
  };
}

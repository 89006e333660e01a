import type { Prisma } from '../generated/client.ts';

/** Things a command may name, by id. */
export interface Named {
  readonly files: readonly string[];
  readonly persons: readonly string[];
  readonly staff: readonly string[];
  readonly accounts: readonly string[];
}

/** What exists of what was named: files, accounts, active staff with their posts, and persons with their birth dates. One statement for all of them. */
export async function findNamed(tx: Prisma.TransactionClient, { files, persons, staff, accounts }: Named) {
  const nothing = [files, persons, staff, accounts].every((ids) => ids.length === 0);
  const rows = nothing
    ? []
    : await tx.$queryRaw<{ kind: keyof Named; id: string; born: string | null; role: string; division: string }[]>`
        SELECT 'files' AS kind, sha256 AS id, NULL AS born, '' AS role, '' AS division FROM stored_file WHERE sha256 = ANY (${files}::text[])
        UNION ALL SELECT 'persons', id, birth_date::text, '', '' FROM person WHERE id = ANY (${persons}::text[])
        UNION ALL SELECT 'staff', id, NULL, role, division_code FROM staff WHERE id = ANY (${staff}::text[]) AND active
        UNION ALL SELECT 'accounts', id, NULL, '', '' FROM payee_account WHERE id = ANY (${accounts}::text[])`;
  const idsOf = (kind: keyof Named) => new Set(rows.filter((row) => row.kind === kind).map(({ id }) => id));
  return {
    files: idsOf('files'),
    staff: new Map(rows.filter(({ kind }) => kind === 'staff').map(({ id, ...post }) => [id, post] as const)),
    accounts: idsOf('accounts'),
    birthDates: new Map(rows.flatMap(({ id, born }) => (born === null ? [] : [[id, born] as const]))),
  };
}

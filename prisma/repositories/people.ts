import type { Sealer } from '../../platform/sealing.ts';
import type { Prisma } from '../generated/client.ts';

type Tx = Prisma.TransactionClient;

export interface PersonalData {
  readonly name: string;
  readonly identityNumber: string;
}

const nameContext = (id: string): string => `person.name/${id}`;
const numberContext = (id: string): string => `person.identityNumber/${id}`;

/** Names and identity numbers of these persons, opened. Persons not in the register are absent. */
export async function readPeople(
  tx: Tx,
  sealer: Sealer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PersonalData>> {
  const rows = await tx.$queryRaw<{ id: string; sealedName: string; sealedIdentityNumber: string }[]>`
    SELECT id, sealed_name AS "sealedName", sealed_identity_number AS "sealedIdentityNumber"
    FROM person WHERE id = ANY (${[...ids]})`;
  return new Map(
    rows.map((row) => [
      row.id,
      {
        name: sealer.open(row.sealedName, nameContext(row.id)),
        identityNumber: sealer.open(row.sealedIdentityNumber, numberContext(row.id)),
      },
    ]),
  );
}

export interface NewPerson extends PersonalData {
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
}

/**
 * The id of a person in the register: drawn from the identity number with the register key, so that registering again finds the
 * same one, and no id tells anything of the person.
 */
export const personIdOf = (keyedHash: (value: string) => string, identityNumber: string): string => {
  const hex = keyedHash(`person-id/${identityNumber}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
};

/** Registers persons; those known already stay as they are. Returns their ids in the order given. */
export async function registerPeople(
  tx: Tx,
  secrets: { readonly sealer: Sealer; readonly keyedHash: (value: string) => string },
  people: readonly NewPerson[],
): Promise<string[]> {
  const rows = people.map((person) => {
    const id = personIdOf(secrets.keyedHash, person.identityNumber);
    return {
      id,
      identityNumberHash: secrets.keyedHash(person.identityNumber),
      sealedIdentityNumber: secrets.sealer.seal(person.identityNumber, numberContext(id)),
      sealedName: secrets.sealer.seal(person.name, nameContext(id)),
      birthDate: new Date(person.birthDate),
      sex: person.sex,
    };
  });
  await tx.person.createMany({ data: rows, skipDuplicates: true });
  return rows.map((row) => row.id);
}

import { parameterHash } from '../../platform/parameter-hash.ts';
import type { ParameterTable } from '../../policy/parameters/snapshot.ts';
import type { Prisma } from '../generated/client.ts';

type Tx = Prisma.TransactionClient;

/** Keeps the parameters of a version before the first decision under it; what is kept already stays as it is. */
export async function keepLawVersion(tx: Tx, version: string, parameters: ParameterTable): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO law_version (version, parameters) VALUES (${version}, ${JSON.stringify(parameters)}::json)
    ON CONFLICT (version) DO NOTHING`;
}

/**
 * The parameters of a version; undefined if they were never kept.
 * @throws if what is kept is not what the version is the hash of
 */
export async function readLawVersion(tx: Tx, version: string): Promise<ParameterTable | undefined> {
  const rows = await tx.$queryRaw<{ parameters: string }[]>`
    SELECT parameters::text AS parameters FROM law_version WHERE version = ${version}`;
  const [row] = rows;
  if (row === undefined) return undefined;
  const parameters = JSON.parse(row.parameters) as ParameterTable;
  if (parameterHash(parameters) !== version)
    throw new RangeError(`the parameters kept of version ${version} were changed`);
  return parameters;
}

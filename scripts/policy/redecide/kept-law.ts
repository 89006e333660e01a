import { divisionPathOf } from '../../../activities/law.ts';
import { parameters as today } from '../../../policy/parameters/generated.ts';
import { snapshotOf } from '../../../policy/parameters/snapshot-for.ts';
import type { ParameterSnapshot, ParameterTable } from '../../../policy/parameters/snapshot.ts';
import type { PrismaClient } from '../../../prisma/client.ts';
import { readLawVersion } from '../../../prisma/repositories/law-versions.ts';

/** Where a decision was taken. */
type Place = Parameters<typeof divisionPathOf>[0];

/** The parameters a past decision was computed with; throws RangeError if its version was not kept, or not as it was. */
export type KeptLaw = (version: string, place: Place) => Promise<ParameterSnapshot>;

/**
 * Reads each version once from the database and cuts it for each place once. A parameter that a version did not have yet counts as
 * it does today: its rule was in the code then, and it is dated in the table now.
 */
export function keptLaw(prisma: PrismaClient): KeptLaw {
  const tables = new Map<string, Promise<ParameterTable>>();
  const snapshots = new Map<string, ParameterSnapshot>();
  const read = async (version: string): Promise<ParameterTable> => {
    const kept = await readLawVersion(prisma, version);
    if (kept === undefined) throw new RangeError(`parameters of version ${version} are not kept`);
    return { ...today, ...kept };
  };
  return async (version, place) => {
    const path = divisionPathOf(place);
    const key = [version, ...path].join('/');
    const known = snapshots.get(key);
    if (known) return known;
    const table = tables.get(version) ?? read(version);
    tables.set(version, table);
    const snapshot = snapshotOf({ version, parameters: await table }, path);
    snapshots.set(key, snapshot);
    return snapshot;
  };
}

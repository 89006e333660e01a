import { createHash, randomBytes } from 'node:crypto';
import type { Sealer } from '../../platform/sealing.ts';
import { plainDate, type PlainDate, quarterOf } from '../../policy/dates.ts';
import type { Kind } from '../../policy/kinds.ts';
import type { Prisma } from '../generated/client.ts';

type Tx = Prisma.TransactionClient;

/** What one seed draws: the arrivals of a district and kind in the quarter of a civil day. */
export interface SeedPlace {
  readonly district: string;
  readonly programme: Kind;
  readonly on: PlainDate;
}

const idOf = ({ district, programme, on }: SeedPlace): string => `${programme}-${district}-${quarterOf(on).from}`;

/**
 * Commits a seed for each place: its hash in clear, itself sealed, with the moment by the server's clock and the civil day `today`.
 * One committed before stays.
 */
export async function commitSeeds(
  tx: Tx,
  sealer: Sealer,
  places: readonly SeedPlace[],
  today: PlainDate,
): Promise<void> {
  const rows = places.map((place) => {
    const id = idOf(place);
    const { from, to } = quarterOf(place.on);
    const seed = randomBytes(32).toString('hex');
    return {
      id,
      districtCode: place.district,
      programme: place.programme,
      fromDate: new Date(from),
      toDate: new Date(to),
      commitment: commitmentOf(seed),
      sealedSeed: sealer.seal(seed, seedContext(id)),
      committedOn: new Date(today),
    };
  });
  await tx.spotCheckSeed.createMany({ data: rows, skipDuplicates: true });
}

/** The seed of the place, committed now if it was not before. Other draws with it wait for the end of the transaction. */
export async function takeSeed(
  tx: Tx,
  sealer: Sealer,
  place: SeedPlace,
): Promise<{ readonly id: string; readonly seed: string; readonly commitment: string }> {
  const id = idOf(place);
  const locked = () =>
    tx.$queryRaw<{ commitment: string; sealedSeed: string }[]>`
      SELECT commitment, sealed_seed AS "sealedSeed" FROM spot_check_seed WHERE id = ${id} FOR UPDATE`;
  let [row] = await locked();
  if (!row) {
    await commitSeeds(tx, sealer, [place], place.on);
    [row] = await locked();
  }
  if (!row) throw new Error(`The seed ${id} was committed and is not there.`);
  return { id, seed: openSeed(sealer, { id, sealedSeed: row.sealedSeed }), commitment: row.commitment };
}

const seedContext = (id: string): string => `spotCheckSeed/${id}`;

/** The seed as it was sealed. @throws if it was changed, or the key is another */
export const openSeed = (sealer: Sealer, row: { readonly id: string; readonly sealedSeed: string }): string =>
  sealer.open(row.sealedSeed, seedContext(row.id));

/** What a seed is committed to: its sha256 in hex. */
export const commitmentOf = (seed: string): string => createHash('sha256').update(seed).digest('hex');

/** Civil day by the clock of the database, on a training stack by its calendar; undefined as long as that has not begun. */
export async function civilDay(tx: Tx, training: boolean): Promise<PlainDate | undefined> {
  const rows = training
    ? await tx.$queryRaw<{ day: string }[]>`SELECT left(now, 10) AS day FROM training_calendar`
    : await tx.$queryRaw<{ day: string }[]>`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS day`;
  return rows[0] && plainDate(rows[0].day);
}

/** A seed as everybody may see it. */
export interface ShownSeed {
  readonly id: string;
  readonly district: string;
  readonly kind: Kind;
  readonly from: string;
  readonly to: string | null;
  readonly commitment: string;
  readonly committedAt: Date | null;
  readonly committedOn: string | null;
  /** Sealed no longer: nothing is drawn with it any more. */
  readonly seed: string | null;
}

/** Seeds by id, of a district or kind if one is named; `after` an id, at most `limit`. Opened are those whose quarter is over on `today`. */
export async function listSeeds(
  tx: Tx,
  sealer: Sealer,
  filter: {
    readonly today: PlainDate;
    readonly district?: string | undefined;
    readonly kind?: Kind | undefined;
    readonly after: string;
    readonly limit: number;
  },
): Promise<ShownSeed[]> {
  const { today, district = null, kind = null, after, limit } = filter;
  const rows = await tx.$queryRaw<(Omit<ShownSeed, 'seed'> & { sealedSeed: string })[]>`
    SELECT id, district_code AS district, programme AS kind, from_date::text AS "from", to_date::text AS "to", commitment,
      committed_at AS "committedAt", committed_on::text AS "committedOn", sealed_seed AS "sealedSeed"
    FROM spot_check_seed
    WHERE id > ${after} AND (${district}::text IS NULL OR district_code = ${district})
      AND (${kind}::text IS NULL OR programme = ${kind})
    ORDER BY id LIMIT ${limit}`;
  return rows.map(({ sealedSeed, ...row }) => ({
    ...row,
    seed: row.to === null || row.to < today ? openSeed(sealer, { id: row.id, sealedSeed }) : null,
  }));
}

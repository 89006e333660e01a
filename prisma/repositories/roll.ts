import type { HouseholdFacts } from '../../policy/eligibility/facts.ts';
import { type Kind, kindNames, kinds } from '../../policy/kinds.ts';
import { withGrant } from '../../policy/lifecycle/stages.ts';
import type { PrismaClient } from '../client.ts';

/** A case with a right that lasts, as its last decision found the household. */
export interface RollRow {
  readonly kind: Kind;
  readonly town: string;
  readonly district: string;
  /** The person it is about, for a kind given by person. */
  readonly subject: string | null;
  readonly facts: HouseholdFacts;
}

/** Facts as text: parsed once, here. */
type StoredRow = Omit<RollRow, 'facts'> & { readonly facts: string };

/** The kinds that make a roll: what is paid once is not on it. */
const rollKinds = kindNames.filter((kind) => kinds[kind].payment !== 'once');
/** Reading the whole roll of a city takes seconds; longer, and the database is in trouble. */
const TIME_LIMIT_MS = 10 * 60_000;

/**
 * Every case in payment, suspended or in gradual exit, by batches of `size` through a cursor: one state of the record, never loaded
 * whole. `take` is awaited before the next batch is read.
 */
export async function readRoll(
  prisma: PrismaClient,
  { training, size }: { readonly training: boolean; readonly size: number },
  take: (rows: readonly RollRow[]) => Promise<void>,
): Promise<void> {
  await prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`
        DECLARE roll NO SCROLL CURSOR FOR
        SELECT kind, town_code AS town, district_code AS district, state->>'subject' AS subject, (state->'facts')::text AS facts
        FROM assistance_case
        WHERE stage = ANY (${[...withGrant]}::text[]) AND kind = ANY (${rollKinds}::text[]) AND training = ${training}`;
      for (;;) {
        // FETCH takes no parameters; the size is a number of ours.
        const rows = await tx.$queryRawUnsafe<StoredRow[]>(`FETCH ${Math.trunc(size)} FROM roll`);
        if (rows.length === 0) return;
        await take(rows.map(({ facts, ...row }) => ({ ...row, facts: JSON.parse(facts) as HouseholdFacts })));
      }
    },
    { isolationLevel: 'RepeatableRead', timeout: TIME_LIMIT_MS },
  );
}

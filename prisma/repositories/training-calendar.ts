import pg from 'pg';
import { type CivilInstant, civilInstant } from '../../policy/dates.ts';
import type { PrismaClient } from '../client.ts';

/** Advisory locks of a training stack: the calendar's own move, and civil time, which commands share. */
const MOVE = 7_204_001;
const CIVIL_TIME = 7_204_002;

/** How long a command waits for the calendar, and the calendar for the commands under way. */
const LOCK_TIMEOUT_MS = 10_000;
const CONNECTIONS = 40;

/** Which calendars the cases of this database live by: none before the first case and the first use of a training calendar. */
export async function calendarsInUse(prisma: PrismaClient): Promise<{ training: boolean; real: boolean }> {
  const [row] = await prisma.$queryRaw<[{ training: boolean; real: boolean }]>`
    SELECT EXISTS (SELECT FROM training_calendar) AS training,
      EXISTS (SELECT FROM assistance_case WHERE NOT training) AS real`;
  return row;
}

/** Another advance is under way. */
export class CalendarMoves extends Error {
  override name = 'CalendarMoves';
}

/** Where civil time stands on a training stack: one row, and the locks that keep commands and the calendar apart. */
export interface TrainingCalendarRow {
  now(): Promise<CivilInstant>;
  /** Runs `act` at the instant of the row, which does not change before `act` has settled. Rejects with 55P03 after ten seconds of waiting. */
  standingStill<T>(act: (at: CivilInstant) => Promise<T>): Promise<T>;
  /** Runs `act` alone: no command, no other move. @throws CalendarMoves at once if another move is under way */
  moving<T>(act: (moveTo: (instant: CivilInstant) => Promise<void>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Opens the calendar, which begins at `start()` if this database has none yet. Its connections are its own, so that those who
 * wait for it never keep a command from the connection it needs to end.
 */
export function openTrainingCalendar(url: string, start: () => CivilInstant): TrainingCalendarRow {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: LOCK_TIMEOUT_MS,
    options: `-c lock_timeout=${LOCK_TIMEOUT_MS}`,
  });
  // An idle connection that the server closes is replaced at the next use.
  pool.on('error', () => undefined);

  async function read(client: pg.Pool | pg.PoolClient): Promise<CivilInstant> {
    const query = 'SELECT now FROM training_calendar';
    let { rows } = await client.query<{ now: string }>(query);
    if (rows.length === 0) {
      await client.query('INSERT INTO training_calendar (id, now) VALUES (1, $1) ON CONFLICT DO NOTHING', [start()]);
      ({ rows } = await client.query<{ now: string }>(query));
    }
    return civilInstant(rows[0]?.now ?? '');
  }

  /** A lock of the session, so that a connection lost frees it. */
  async function holding<T>(lock: string, free: string, key: number, act: (client: pg.PoolClient) => Promise<T>) {
    const client = await pool.connect();
    let lost: Error | undefined;
    client.on('error', (error) => (lost = error));
    try {
      const { rows } = await client.query<{ held: unknown }>(`SELECT ${lock}($1) AS held`, [key]);
      if (rows[0]?.held === false) throw new CalendarMoves('the training calendar is being moved already');
      try {
        return await act(client);
      } finally {
        await client.query(`SELECT ${free}($1)`, [key]).catch(() => (lost = new Error('the connection is gone')));
      }
    } finally {
      client.removeAllListeners('error');
      client.release(lost);
    }
  }

  return {
    now: () => read(pool),
    standingStill: (act) =>
      holding('pg_advisory_lock_shared', 'pg_advisory_unlock_shared', CIVIL_TIME, async (client) =>
        act(await read(client)),
      ),
    moving: (act) =>
      holding('pg_try_advisory_lock', 'pg_advisory_unlock', MOVE, () =>
        holding('pg_advisory_lock', 'pg_advisory_unlock', CIVIL_TIME, (client) =>
          act(async (instant) => {
            await client.query('UPDATE training_calendar SET now = greatest(now, $1)', [instant]);
          }),
        ),
      ),
    close: () => pool.end(),
  };
}

import pg from 'pg';
import { addDays, addYears, civilInstant, plainDate } from '../../policy/dates.ts';
import type { Stack } from '../stack/start-stack.ts';
import type { ApiClient } from '../walk/api-client.ts';
import { moveCalendar } from '../walk/calendar-walk.ts';
import { mengheTown, staffOf } from '../walk/staff.ts';
import { lifecycles } from './lifecycles.ts';
import { processorSeconds, usedBetween } from './processes.ts';

/** The day of the applications: from then on every working day of three years stands on a published notice. */
export const calendarBegins = plainDate('2023-09-01');

const YEARS = 3;
/** Posting takes a week; nine days later all are confirmed. */
const DAYS_TO_GRANT = 9;

/** So many households come into payment; then the training calendar moves three years in one go, nobody acting meanwhile. */
export async function benchCalendar(
  stack: Stack,
  api: ApiClient,
  { count, width, say }: { count: number; width: number; say: (line: string) => void },
): Promise<void> {
  say(`Bringing ${count} cases into payment ...`);
  const from = civilInstant(`${calendarBegins}T09:00:00`);
  const { cases } = await lifecycles(api, { count, width, from, firstFamily: 0 });
  const { administrator } = staffOf(mengheTown);
  await moveCalendar(api, administrator, `${addDays(calendarBegins, DAYS_TO_GRANT)}T09:00:00`);

  const until = addYears(addDays(calendarBegins, DAYS_TO_GRANT), YEARS);
  say(`Moving the calendar to ${until} ...`);
  const before = await processorSeconds(stack);
  const begun = performance.now();
  const { steps, stuck } = await moveCalendar(api, administrator, until);
  const seconds = (performance.now() - begun) / 1000;
  const used = usedBetween(before, await processorSeconds(stack));
  const busy = Object.entries(used).map(([name, spent]) => `${name} ${spent.toFixed(1)} s`);
  const total = (name: 'cases' | 'lateRuns' | 'drawnUp') => steps.reduce((sum, step) => sum + step[name], 0);

  say('');
  say(`calendar ${seconds.toFixed(1)} s for ${cases.length} cases × ${YEARS} years, nobody acting meanwhile`);
  say(
    `instants ${steps.length}: ${total('cases')} strikes, ${total('drawnUp')} runs drawn up, ${total('lateRuns')} late runs`,
  );
  say(`lines    ${await countLines(stack.urls.database)}`);
  say(`stuck    ${stuck.length}`);
  say(`CPU      ${busy.join(', ')}`);
}

async function countLines(url: string): Promise<number> {
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  const { rows } = await database.query<{ lines: number }>('SELECT count(*)::int AS lines FROM payment_line');
  await database.end();
  return rows[0]?.lines ?? 0;
}

import pg from 'pg';
import type { CalendarStep } from '../../api/training/advanced.ts';
import { addDays, addYears, civilInstant, type PlainDate, plainDate } from '../../policy/dates.ts';
import type { Stack } from '../stack/start-stack.ts';
import type { ApiClient } from '../walk/api-client.ts';
import { moveCalendar } from '../walk/calendar-walk.ts';
import { mengheTown, staffOf } from '../walk/staff.ts';
import { lifecycles } from './lifecycles.ts';
import { processorSeconds, usedBetween } from './processes.ts';
import { workOn, yearlyCasework } from './yearly-casework.ts';

/** The day of the applications: from then on every working day of three years stands on a published notice. */
export const calendarBegins = plainDate('2023-09-01');

const YEARS = 3;
/** Posting takes a week; nine days later all are confirmed. */
const DAYS_TO_GRANT = 9;

/**
 * So many households come into payment; then the training calendar moves three years: in one go, nobody acting meanwhile, or `worked` on
 * by staff in between, whose time is not counted.
 */
export async function benchCalendar(
  stack: Stack,
  api: ApiClient,
  { count, width, worked, say }: { count: number; width: number; worked: boolean; say: (line: string) => void },
): Promise<void> {
  say(`Bringing ${count} cases into payment ...`);
  const from = civilInstant(`${calendarBegins}T09:00:00`);
  const { cases } = await lifecycles(api, { count, width, from, firstFamily: 0 });
  const { administrator } = staffOf(mengheTown);
  const granted = addDays(calendarBegins, DAYS_TO_GRANT);
  await moveCalendar(api, administrator, `${granted}T09:00:00`);

  const until = addYears(granted, YEARS);
  say(`Moving the calendar to ${until} ...`);
  const steps: CalendarStep[] = [];
  const stuck: string[] = [];
  const busy: Record<string, number> = {};
  let seconds = 0;
  const move = async (to: PlainDate) => {
    const before = await processorSeconds(stack);
    const begun = performance.now();
    const moved = await moveCalendar(api, administrator, to);
    seconds += (performance.now() - begun) / 1000;
    for (const [name, spent] of Object.entries(usedBetween(before, await processorSeconds(stack))))
      busy[name] = (busy[name] ?? 0) + spent;
    steps.push(...moved.steps);
    stuck.push(...moved.stuck);
  };
  for (const day of worked ? yearlyCasework(granted, YEARS) : []) {
    if (day.on > granted) await move(day.on);
    await workOn(cases, width, day);
  }
  await move(until);
  const total = (name: 'cases' | 'lateRuns' | 'drawnUp') => steps.reduce((sum, step) => sum + step[name], 0);

  say('');
  say(
    `calendar ${seconds.toFixed(1)} s for ${cases.length} cases × ${YEARS} years, ${worked ? 'staff at work between the moves' : 'nobody acting meanwhile'}`,
  );
  say(
    `stops    ${steps.length}: cases told ${total('cases')} times, ${total('drawnUp')} runs drawn up, ${total('lateRuns')} late runs`,
  );
  const { struck, lines } = await countRecord(stack.urls.database);
  say(`record   ${struck} events of clocks, ${lines} lines`);
  say(`stuck    ${stuck.length}`);
  const spent = Object.entries(busy).map(([name, used]) => `${name} ${used.toFixed(1)} s`);
  say(`CPU      ${spent.join(', ')}`);
}

/** What the record holds at the end: events that no command led to, and payment lines. */
async function countRecord(url: string): Promise<{ struck: number; lines: number }> {
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  const { rows } = await database.query<{ struck: number; lines: number }>(`
    SELECT (SELECT count(*)::int FROM case_event WHERE command_id IS NULL) AS struck,
      (SELECT count(*)::int FROM payment_line) AS lines`);
  await database.end();
  return rows[0] ?? { struck: 0, lines: 0 };
}

/** `npm run calendar -- to <day or instant>` moves civil time of a training stack; `npm run calendar -- show` says where it stands. */
import { z } from 'zod';
import { loadConfig } from '../platform/config.ts';
import { developmentTokens } from './development-tokens.ts';
import { ApiClient, ApiProblem } from './walk/api-client.ts';
import { moveCalendar } from './walk/calendar-walk.ts';

const ADMINISTRATOR = 'administrator-320400-1';
const shown = z.object({ now: z.string(), next: z.string(), unfinished: z.boolean() });

const [verb = 'show', to] = process.argv.slice(2);
const config = loadConfig(process.env);
const api = new ApiClient({
  url: `http://${config.api.host}:${config.api.port}`,
  token: await developmentTokens(config),
  onRepeat: (why) => console.error(`${why}; asking again ...`),
});

try {
  if (verb === 'show') {
    const { now, next, unfinished } = await api.asStaff(ADMINISTRATOR).get('/v1/training/calendar', shown);
    console.log(`现在 now   ${now}\n下次 next  ${next}`);
    if (unfinished) console.log('推进未完成 a move is under way, or broke off: move again to go on');
  } else if (verb === 'to' && to !== undefined) {
    const begun = Date.now();
    const { steps, now, stuck } = await moveCalendar(api, ADMINISTRATOR, to);
    for (const { at, cases, lateRuns, drawnUp } of steps) {
      const what = [
        cases > 0 && `${cases} 案期限届满 cases struck`,
        lateRuns > 0 && `${lateRuns} 批次逾期 runs late`,
        drawnUp > 0 && `${drawnUp} 批次编制 runs drawn up`,
      ];
      console.log(`${at}  ${what.filter(Boolean).join(', ')}`);
    }
    if (stuck.length > 0) console.log(`受阻 stuck: ${stuck.join(', ')}`);
    console.log(`现在 now ${now}: ${steps.length} steps in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  } else {
    fail('Usage: npm run calendar -- to <YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS> | show');
  }
} catch (error) {
  if (error instanceof ApiProblem && error.status === 404)
    fail('This stack has no training calendar. Start it with DOUDI_TRAINING=true npm start.');
  fail(error instanceof Error ? error.message : String(error));
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

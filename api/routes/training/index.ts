import { z } from 'zod';
import { addYears, dateOf, isCivilInstant, isPlainDate } from '../../../policy/dates.ts';
import { CalendarMoves } from '../../../prisma/repositories/training-calendar.ts';
import { resource } from '../../plugin.ts';
import { invalidField, refused } from '../../problems/problem.ts';
import { problems } from '../../problems/schema.ts';
import { civilInstantSchema } from '../../schemas/civil-time.ts';
import { advancedSchema } from '../../training/advanced.ts';
import { Laggard } from '../../training/laggard.ts';
import { morningOf, type Training } from '../../training/training.ts';

/** Three years with thousands of cases take minutes. */
const TIME_LIMIT_MS = 60 * 60_000;

/** A mistyped year cannot be taken back, and staff wait while it is gone through. */
const MOST_YEARS = 10;

const shownSchema = z
  .object({
    now: civilInstantSchema,
    next: civilInstantSchema.meta({
      description: '下一推进时刻。The next instant at which something moves on by itself: where a move stops.',
    }),
    unfinished: z.boolean().meta({
      description:
        '推进尚未完成：正在推进、曾中断或受阻，再次推进即续办。A move is under way, broke off or left something stuck: move again to go on.',
    }),
  })
  .meta({ id: 'TrainingCalendar' });

const body = z.strictObject({
  to: z.string().meta({
    description:
      '移至该日上午九时，或该时刻。A day, for nine in the morning, or an instant; civil time never goes back.',
  }),
});

/** Civil time of a training stack. In production these routes do not exist. */
export const trainingRoutes = (training: Training) =>
  resource('training', (app) => {
    const permission = { roles: ['administrator'] as const };

    app.get(
      '/v1/training/calendar',
      {
        config: { permission },
        schema: {
          tags: ['training'],
          summary: '培训日历（仅培训环境）Where civil time stands; training stacks only',
          response: { 200: shownSchema, ...problems(401, 403, 503) },
        },
      },
      () => training.show(),
    );

    app.post(
      '/v1/training/calendar',
      {
        config: { permission, acts: true, timeLimitMs: TIME_LIMIT_MS },
        schema: {
          tags: ['training'],
          summary: '推进培训日历（仅培训环境）Move civil time on; training stacks only',
          description:
            '逐个推进时刻移动，期间业务操作等待；仅逾期督办的期限按各自时刻一并记录。Steps from one instant at which something moves on by itself to the next, limits that only escalate struck on the way; commands of staff wait meanwhile.',
          body,
          response: { 200: advancedSchema, ...problems(400, 401, 403, 409, 422, 503) },
        },
      },
      async ({ body: { to: text }, commandId, bodyHash }) => {
        const to = isPlainDate(text) ? morningOf(text) : text;
        if (!isCivilInstant(to)) throw invalidField('body', 'to', noInstant);
        if (dateOf(to) > addYears(dateOf(await training.clock.now()), MOST_YEARS))
          throw invalidField('body', 'to', tooFar);
        try {
          const outcome = await training.move({ to, commandId, bodyHash });
          if (outcome === undefined) throw refused('back-in-time', backInTime, []);
          return outcome;
        } catch (error) {
          if (error instanceof CalendarMoves) throw refused('calendar-moves', moves, []);
          if (error instanceof Laggard) throw refused('laggard', lagging(error.who), ['POST /v1/training/calendar']);
          throw error;
        }
      },
    );
  });

const noInstant = {
  zh: '须为存在的日期 YYYY-MM-DD 或时刻 YYYY-MM-DDTHH:MM:SS',
  en: 'A day that exists, YYYY-MM-DD, or a second, YYYY-MM-DDTHH:MM:SS',
};
const tooFar = {
  zh: `一次至多推进${MOST_YEARS}年，日历不能倒退`,
  en: `At most ${MOST_YEARS} years at a time: civil time never goes back`,
};
const backInTime = { zh: '日历不能倒退', en: 'Civil time never goes back' };
const moves = { zh: '日历正在推进，请稍候', en: 'The calendar is being moved already; wait for it' };
const lagging = (who: string) => ({
  zh: `${who} 未在规定时间内办结，日历停在该时刻；可再次推进`,
  en: `${who} did not answer in time; the calendar stands at that instant and goes on when asked again`,
});

import { z } from 'zod';
import type { CalendarNotices } from '../../calendar-notices/notices.ts';
import type { AppDeps } from '../../deps.ts';
import { resource } from '../../plugin.ts';
import { invalidField } from '../../problems/problem.ts';
import { problems } from '../../problems/schema.ts';
import { plainDateSchema } from '../../schemas/civil-time.ts';

/** A year has some thirty days off, weekends within the holidays included. */
const MOST_DAYS = 120;

/** Tens of thousands of cases are told. */
const TIME_LIMIT_MS = 15 * 60_000;

const yearSchema = z
  .object({
    year: z.int(),
    status: z.enum(['published', 'provisional']).meta({
      description: '已发布通知，或暂按法定节假日。By the notice, or by weekends and statutory days only.',
    }),
    weekdaysOff: z.array(z.string()).meta({ description: '周一至周五中的休息日。Days off from Monday to Friday.' }),
    weekendsWorked: z.array(z.string()).meta({ description: '调休上班的周末。Weekend days that are worked.' }),
    loaded: z.boolean().meta({ description: '由管理员录入，否则随产品内置。By an administrator; else built in.' }),
  })
  .meta({ id: 'CalendarYear' });

const body = z.strictObject({
  year: z.int().min(2013).max(2100),
  daysOff: z.array(plainDateSchema).min(1).max(MOST_DAYS).meta({
    description: '通知列明的放假日，含其中的周末与否均可。Every day off the notice names, weekends included or not.',
  }),
  daysWorked: z.array(plainDateSchema).max(MOST_DAYS).meta({ description: '调休上班的周末。Weekend days worked.' }),
});

const loadedSchema = z
  .object({
    year: z.int(),
    cases: z.int().meta({ description: '被通知重算期限的个案数。Cases told to count their limits again.' }),
  })
  .meta({ id: 'CalendarNoticeLoaded' });

/** Working days by year, and the notices that administrators load. */
export const calendarNoticesRoutes = ({ notices }: AppDeps) =>
  resource('calendar-notices', (app) => {
    app.get(
      '/v1/calendar-notices',
      {
        config: { permission: 'public' },
        schema: {
          tags: ['calendar'],
          summary: '工作日历 Working days by year, published or provisional',
          response: { 200: z.object({ items: z.array(yearSchema) }), ...problems(503) },
        },
      },
      async () => ({
        items: (await notices.years()).map(({ weekdaysOff, weekendsWorked, ...year }) => ({
          ...year,
          weekdaysOff: [...weekdaysOff],
          weekendsWorked: [...weekendsWorked],
        })),
      }),
    );

    app.post(
      '/v1/calendar-notices',
      {
        config: { permission: { roles: ['administrator'] as const }, acts: true, timeLimitMs: TIME_LIMIT_MS },
        schema: {
          tags: ['calendar'],
          summary: '录入放假通知，重算所涉期限 Load a holiday notice; the limits that rest on it move',
          body,
          response: { 200: loadedSchema, ...problems(400, 401, 403, 422, 503) },
        },
      },
      async ({ body: { year, ...notice }, caller, commandId, bodyHash }) => {
        const { cases } = await load(notices, { year, notice, loadedBy: caller.staffId, commandId, bodyHash });
        return { year, cases };
      },
    );
  });

async function load(notices: CalendarNotices, order: Parameters<CalendarNotices['load']>[0]) {
  try {
    return await notices.load(order);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw invalidField('body', 'daysOff', { zh: `放假通知无法使用：${error.message}`, en: error.message });
  }
}

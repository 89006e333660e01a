import { z } from 'zod';
import { caseView, eventView } from '../../../contracts/http/case.ts';
import { id, text } from '../../../contracts/http/values.ts';
import { pageOfEvents } from '../../../prisma/repositories/event-pages.ts';
import { caseReaders } from '../../access/case-roles.ts';
import { actorOf } from '../../commands/actor.ts';
import { visiblePlace, visibleState } from '../../commands/visible.ts';
import type { AppDeps } from '../../deps.ts';
import { resource } from '../../plugin.ts';
import { problems } from '../../problems/schema.ts';
import { cutPage, keyInCursor, pageOf, pageQuery } from '../../schemas/page.ts';
import { viewOf } from '../../views/case.ts';
import { dayOf } from '../../views/day.ts';
import { registerOf } from './register-of.ts';

const params = z.strictObject({ id });
const common = { config: { permission: { roles: caseReaders } } };

const detailQuery = z.strictObject({
  purpose: text(200).optional().meta({
    description: '查询目的：写明则完整显示姓名与号码，并逐人留痕 Why names are looked up: shown in full, and recorded',
  }),
});

/** One case, and its legal record. */
export const caseRoutes = (deps: AppDeps) =>
  resource('cases', (app) => {
    app.get(
      '/v1/cases/:id',
      {
        ...common,
        schema: {
          tags: ['cases'],
          summary:
            '个案：状态、期限、可办操作、决定及理由 A case: state, limits, what I may do, decisions with their reasons',
          params,
          querystring: detailQuery,
          response: { 200: caseView, ...problems(400, 401, 403, 404, 503) },
        },
      },
      async (request) => {
        const actor = actorOf(request);
        const state = await visibleState(deps.prisma, actor, request.params.id);
        const register = await registerOf(deps, state, request.caller, request.query.purpose);
        return viewOf(state, actor, await dayOf(deps), register);
      },
    );

    app.get(
      '/v1/cases/:id/events',
      {
        ...common,
        schema: {
          tags: ['cases'],
          summary: '案件记录（哈希链） The legal record, hash-chained',
          params,
          querystring: pageQuery,
          response: { 200: pageOf(eventView), ...problems(400, 401, 403, 404, 503) },
        },
      },
      async (request) => {
        const { cursor, limit } = request.query;
        await visiblePlace(deps.prisma, actorOf(request), request.params.id);
        const after = cursor === undefined ? 0 : Number(keyInCursor(cursor)) || 0;
        const rows = await pageOfEvents(deps.prisma, request.params.id, after, limit + 1);
        const page = cutPage(rows, limit, (row) => String(row.seq));
        const items = page.items.map((row) => ({
          ...row,
          event: { ...row.event },
          storedAt: row.storedAt.toISOString(),
        }));
        return { items, next: page.next };
      },
    );
  });

import { z } from 'zod';
import { grievanceTaken, newObjection } from '../../../contracts/http/grievances.ts';
import { postingView } from '../../../contracts/http/posting.ts';
import { townCode, villageCode } from '../../../contracts/http/values.ts';
import { kinds } from '../../../policy/kinds.ts';
import { listRunningPostings, type ShownPosting } from '../../../prisma/repositories/postings.ts';
import type { AppDeps } from '../../deps.ts';
import { takeGrievance, takenBefore } from '../../grievances/take-grievance.ts';
import { resource } from '../../plugin.ts';
import { notFound } from '../../problems/problem.ts';
import { problems } from '../../problems/schema.ts';
import { cutPage, keyInCursor, pageOf, pageQuery } from '../../schemas/page.ts';
import { dayOf } from '../../views/day.ts';

const query = pageQuery.extend({ village: villageCode.optional(), town: townCode.optional() });
const scope = postingView.shape.scope;

/** Postings 公示 while they run, and objections to them: open to all, without sign-in. */
export const postingRoutes = (deps: AppDeps) =>
  resource('postings', (app) => {
    app.get(
      '/v1/postings',
      {
        config: { permission: 'public' },
        schema: {
          tags: ['public'],
          summary: '公示中的名单 Postings that run today, masked',
          querystring: query,
          response: { 200: pageOf(postingView), ...problems(400, 503) },
        },
      },
      async ({ query: { village, town, cursor, limit } }) => {
        const { today } = await dayOf(deps);
        const after = cursor === undefined ? '' : keyInCursor(cursor);
        const rows = await listRunningPostings(deps.prisma, { today, village, town, after, limit: limit + 1 });
        const page = cutPage(rows, limit, (row) => row.id);
        return { items: page.items.map(shown), next: page.next };
      },
    );

    app.post(
      '/v1/postings/:id/objections',
      {
        config: { permission: 'public', acts: true },
        schema: {
          tags: ['public'],
          summary: '对公示提出异议 Object to what is posted',
          description: '姓名、电话与内容加密保存，仅办理人员可见。Name, telephone number and text are kept sealed.',
          params: z.strictObject({ id: z.string().regex(/^[\w-]{1,60}$/) }),
          body: newObjection,
          response: { 201: grievanceTaken, ...problems(400, 404, 409, 413, 415, 422, 503) },
        },
      },
      async (request, reply) => {
        const { commandId, bodyHash, body: said, params } = request;
        const before = await takenBefore(deps, 'objection', request);
        if (before) return reply.code(201).send(before);
        const { today } = await dayOf(deps);
        const filter = { today, id: params.id, after: '', limit: 1 };
        const [posting] = await listRunningPostings(deps.prisma, filter);
        if (posting === undefined) throw notFound();
        const order = { kind: 'objection', caseId: posting.caseId, said, commandId, bodyHash } as const;
        return reply.code(201).send(await takeGrievance(deps, order));
      },
    );
  });

function shown({ caseId: _caseId, scope: where, ...posting }: ShownPosting): z.output<typeof postingView> {
  const { zh, en } = kinds[posting.kind];
  return { ...posting, kindWords: { zh, en }, scope: scope.parse(where) };
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Division } from '../../access/divisions.ts';
import type { AppDeps } from '../../deps.ts';
import { resource } from '../../plugin.ts';
import { notFound } from '../../problems/problem.ts';
import { problems } from '../../problems/schema.ts';
import { cutPage, keyInCursor, pageOf, pageQuery } from '../../schemas/page.ts';

const code = z
  .string()
  .regex(/^(?:\d{6}|\d{9}|\d{12})$/, '区划代码应为 6、9 或 12 位数字 / A division code has 6, 9 or 12 digits');
const level = z.enum(['city', 'district', 'town', 'village']);

const divisionSchema = z
  .object({
    code,
    name: z.string(),
    level,
    parent: z.string(),
    kind: z.string().nullable(),
    managedBy: z.string().nullable().meta({ description: '实际管理的区划。The division that runs it in fact.' }),
    synthetic: z.boolean().meta({ description: '虚拟代码。The code was made up.' }),
    intake: z.boolean().meta({ description: '可否在此受理申请。Whether applications may be filed here.' }),
  })
  .meta({ id: 'Division' });

/** Administrative divisions, open to all: forms choose from them. */
export const divisionsRoutes = ({ divisions }: AppDeps) =>
  resource('divisions', (app) => {
    app.get(
      '/v1/divisions',
      {
        config: { permission: 'public' },
        schema: {
          tags: ['divisions'],
          summary: '行政区划 Divisions, by code',
          querystring: pageQuery.extend({ parent: code.optional(), level: level.optional() }),
          response: { 200: pageOf(divisionSchema), 304: z.null(), ...problems(400, 503) },
        },
      },
      async (request, reply) => {
        const { parent, level: wanted, cursor, limit } = request.query;
        const after = cursor === undefined ? '' : keyInCursor(cursor);
        const rows = (await divisions()).all
          .filter((row) => row.code > after)
          .filter((row) => parent === undefined || row.parent === parent || row.managedBy === parent)
          .filter((row) => wanted === undefined || row.level === wanted)
          .slice(0, limit + 1);
        const page = cutPage(rows, limit, (row) => row.code);
        const etag = `"${createHash('sha256').update(JSON.stringify(page)).digest('base64url').slice(0, 22)}"`;
        void reply.header('etag', etag).header('cache-control', 'public, max-age=300');
        if (request.headers['if-none-match'] === etag) return reply.code(304).send(null);
        return { items: page.items.map(view), next: page.next };
      },
    );

    app.get(
      '/v1/divisions/:code',
      {
        config: { permission: 'public' },
        schema: {
          tags: ['divisions'],
          summary: '一个行政区划 One division',
          params: z.strictObject({ code }),
          response: { 200: divisionSchema, ...problems(400, 404, 503) },
        },
      },
      async (request) => {
        const division = (await divisions()).all.find((row) => row.code === request.params.code);
        if (division === undefined) throw notFound();
        return view(division);
      },
    );
  });

function view(division: Division): z.output<typeof divisionSchema> {
  return { ...division, level: level.parse(division.level) };
}

import { z } from 'zod';
import { spotCheckSeedView } from '../../../contracts/http/spot-checks.ts';
import { districtCode } from '../../../contracts/http/values.ts';
import { civilInstantOf } from '../../../contracts/shanghai-time.ts';
import { kindNames, kinds } from '../../../policy/kinds.ts';
import { listSeeds, type ShownSeed } from '../../../prisma/repositories/spot-check-seeds.ts';
import type { AppDeps } from '../../deps.ts';
import { resource } from '../../plugin.ts';
import { problems } from '../../problems/schema.ts';
import { cutPage, keyInCursor, pageOf, pageQuery } from '../../schemas/page.ts';
import { dayOf } from '../../views/day.ts';

const query = pageQuery.extend({ district: districtCode.optional(), kind: z.enum(kindNames).optional() });

/** What the draws of the spot check 抽查 were committed to: open to all, so that anybody can check that nobody chose. */
export const spotCheckRoutes = (deps: AppDeps) =>
  resource('spot-checks', (app) => {
    app.get(
      '/v1/public/spot-checks',
      {
        config: { permission: 'public' },
        schema: {
          tags: ['public'],
          summary: '抽查种子的承诺与公开 What the spot-check draws are committed to, and the seeds once opened',
          querystring: query,
          response: { 200: pageOf(spotCheckSeedView), ...problems(400, 503) },
        },
      },
      async ({ query: { district, kind, cursor, limit } }) => {
        const { today } = await dayOf(deps);
        const after = cursor === undefined ? '' : keyInCursor(cursor);
        const filter = { today, district, kind, after, limit: limit + 1 };
        const rows = await listSeeds(deps.prisma, deps.secrets.sealer, filter);
        const page = cutPage(rows, limit, (row) => row.id);
        return { items: page.items.map(shown), next: page.next };
      },
    );
  });

function shown({ committedAt, ...seed }: ShownSeed): z.output<typeof spotCheckSeedView> {
  const { zh, en } = kinds[seed.kind];
  return {
    ...seed,
    kindWords: { zh, en },
    committedAt: committedAt && civilInstantOf(committedAt.getTime()),
    beforehand: seed.committedOn !== null && seed.committedOn < seed.from,
  };
}

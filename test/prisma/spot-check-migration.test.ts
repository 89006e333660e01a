import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { isDrawn } from '../../activities/spot-check.ts';
import { createRegisterSecrets } from '../../platform/sealing.ts';
import { createPrisma } from '../../prisma/client.ts';
import { commitmentOf, listSeeds } from '../../prisma/repositories/spot-check-seeds.ts';
import { plainDate } from '../../policy/dates.ts';
import { testConfig } from '../services.ts';

const folder = path.resolve('prisma/migrations');
const migrations = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? entry.name : [],
);
const byQuarter = migrations.find((name) => name.endsWith('_spot_check_seeds_by_quarter')) ?? '';

test('draws of before the seeds had quarters stay as they were and can be computed again; their seeds are open, and of no known moment', async () => {
  const config = testConfig('spot-check-migration');
  const { sealer } = createRegisterSecrets(config.registerKey);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(config.database.url);
  url.pathname = '/postgres';
  const server = new pg.Client({ connectionString: url.href });
  await server.connect();
  await server.query(`CREATE DATABASE ${name}`);
  await server.end();
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const apply = (names: readonly string[]) =>
    names.reduce(async (before, migration) => {
      await before;
      await client.query(readFileSync(path.join(folder, migration, 'migration.sql'), 'utf8'));
    }, Promise.resolve());

  await apply(migrations.toSorted().filter((one) => one < byQuarter));
  const id = 'dibao-320411-2012-12-12';
  const seed = 'an old seed';
  await client.query(
    'INSERT INTO spot_check_seed (id, district_code, programme, from_date, commitment, sealed_seed) VALUES ($1, $2, $3, $4, $5, $6)',
    [id, '320411', 'dibao', '2012-12-12', commitmentOf(seed), sealer.seal(seed, `spotCheckSeed/${id}`)],
  );
  for (const arrival of [1, 2, 3])
    await client.query(
      'INSERT INTO spot_check_draw (district_code, programme, arrival, case_id, drawn, seed_id) VALUES ($1, $2, $3, $4, $5, $6)',
      ['320411', 'dibao', arrival, `case-${arrival}`, isDrawn({ id, seed }, 3, arrival), id],
    );
  await apply(migrations.toSorted().filter((one) => one >= byQuarter));
  await client.end();

  const prisma = createPrisma(url.href, 1);
  const draws = await prisma.spotCheckDraw.findMany({ orderBy: { arrival: 'asc' } });
  const [shown] = await listSeeds(prisma, sealer, { today: plainDate('2026-11-24'), after: '', limit: 10 });
  await prisma.$disconnect();
  expect(shown).toMatchObject({
    id,
    seed,
    to: null,
    committedAt: null,
    committedOn: null,
    commitment: commitmentOf(seed),
  });
  expect(draws).toEqual(
    [1, 2, 3].map((arrival) => ({
      seedId: id,
      block: 3,
      arrival,
      caseId: `case-${arrival}`,
      drawn: isDrawn({ id, seed }, 3, arrival),
    })),
  );
}, 60_000);

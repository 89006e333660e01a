import { loadConfig } from '../../platform/config.ts';
import { createPrisma } from '../../prisma/client.ts';

test('a connection plans a statement once, however often it runs, and keeps each text apart', async () => {
  const prisma = createPrisma(loadConfig(process.env).database.url, 1);
  const double = (given: number) => prisma.$queryRaw<[{ got: number }]>`SELECT ${given}::int * 2 AS got`;
  const triple = (given: number) => prisma.$queryRaw<[{ got: number }]>`SELECT ${given}::int * 3 AS got`;
  expect([await double(1), await triple(1), await double(2)]).toEqual([[{ got: 2 }], [{ got: 3 }], [{ got: 4 }]]);
  const planned = await prisma.$queryRaw<{ runs: number }[]>`
    SELECT (generic_plans + custom_plans)::int AS runs FROM pg_prepared_statements
    WHERE statement LIKE 'SELECT $1::int *%' ORDER BY statement`;
  expect(planned).toEqual([{ runs: 2 }, { runs: 1 }]);
  await prisma.$disconnect();
});

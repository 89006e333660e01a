import { refusalOfConstraint } from '../../activities/constraint-refusals.ts';
import { createPrisma, type PrismaClient } from '../../prisma/client.ts';
import { ownDatabase, testConfig } from '../services.ts';

let prisma: PrismaClient;
beforeAll(async () => {
  const config = await ownDatabase(testConfig('constraint-refusals'));
  prisma = createPrisma(config.database.url, 2);
  await prisma.$executeRaw`CREATE TABLE span (id int PRIMARY KEY, months int4range,
    CONSTRAINT one_a_month EXCLUDE USING gist (months WITH &&) DEFERRABLE INITIALLY DEFERRED)`;
}, 60_000);
afterAll(() => prisma.$disconnect());

const codeOf = async (work: () => Promise<unknown>): Promise<string | undefined> => {
  try {
    await work();
  } catch (error) {
    return refusalOfConstraint(error)?.code;
  }
  throw new Error('The database refused nothing.');
};

test('what an integrity rule refuses is a refusal for good, with the number of the rule', async () => {
  const division = { code: '320499', name: '测试', level: 'district', parent: '320400' };
  await prisma.division.create({ data: division });
  expect(await codeOf(() => prisma.division.create({ data: division }))).toBe('constraint-23505');
  expect(
    await codeOf(() => prisma.$executeRaw`INSERT INTO division (code, name, level) VALUES ('1', '测试', 'town')`),
  ).toBe('constraint-23502');
});

test('a rule that is looked at only at the end of a transaction refuses for good, too', async () => {
  const twice = () =>
    prisma.$transaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO span VALUES (1, '[1,5)'), (2, '[4,8)')`;
    });
  expect(await codeOf(twice)).toBe('constraint-23P01');
});

test('an amount that the database cannot hold is refused for good', async () => {
  expect(await codeOf(() => prisma.$executeRaw`INSERT INTO span VALUES (2147483647 + 1, NULL)`)).toBe(
    'constraint-22003',
  );
});

test('a lost connection, a deadlock and a time-out may pass: they are no refusals, whatever numbers their texts hold', async () => {
  const away = createPrisma('postgresql://doudi:secret@127.0.0.1:23514/doudi', 1);
  expect(await codeOf(() => away.division.count())).toBeUndefined();
  await away.$disconnect();
  expect(await codeOf(() => prisma.$executeRaw`DO $$ BEGIN RAISE SQLSTATE '40P01'; END $$`)).toBeUndefined();
  expect(refusalOfConstraint(Object.assign(new Error('23505'), { code: 'ETIMEDOUT' }))).toBeUndefined();
});

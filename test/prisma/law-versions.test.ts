import { parameters, parameterVersion } from '../../policy/parameters/generated.ts';
import { createPrisma, type PrismaClient } from '../../prisma/client.ts';
import { keepLawVersion, readLawVersion } from '../../prisma/repositories/law-versions.ts';
import { ownDatabase, testConfig } from '../services.ts';

let prisma: PrismaClient;
beforeAll(async () => {
  prisma = createPrisma((await ownDatabase(testConfig('law-versions'))).database.url, 2);
}, 60_000);
afterAll(() => prisma.$disconnect());

describe('The versions of the law that decisions name', () => {
  it('are kept whole, with the hash they are named by', async () => {
    expect(await readLawVersion(prisma, parameterVersion)).toEqual(parameters);
  });

  it('are kept once: the first to start writes them, the others find them', async () => {
    const kept = () => prisma.lawVersion.findUniqueOrThrow({ where: { version: parameterVersion } });
    const before = await kept();
    await Promise.all([1, 2, 3].map(() => keepLawVersion(prisma, parameterVersion, parameters)));
    expect((await kept()).firstUsedAt).toEqual(before.firstUsedAt);
  });

  it('are never changed or deleted', async () => {
    await expect(prisma.$executeRaw`DELETE FROM law_version`).rejects.toThrow('never changed or deleted');
    await expect(prisma.$executeRaw`UPDATE law_version SET version = 'x'`).rejects.toThrow('never changed or deleted');
  });

  it('are told apart from those that were never in use', async () => {
    expect(await readLawVersion(prisma, '000000000000')).toBeUndefined();
  });
});

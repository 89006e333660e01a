import { mkdtempSync } from 'node:fs';
import { appendFile, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { manifestFile, tableFile, type Manifest } from '../../scripts/backup/manifest.ts';
import { putBack, verifyBackup } from '../../scripts/backup/put-back.ts';
import { takeBackup } from '../../scripts/backup/take.ts';
import { createPrisma } from '../../prisma/client.ts';
import { ownDatabase, testConfig } from '../services.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'doudi-backup-'));
const dir = path.join(folder, 'first');
afterAll(() => rm(folder, { recursive: true, force: true }));

const newDatabase = async (): Promise<string> => (await ownDatabase(testConfig('backup'))).database.url;
const amounts = ({ tables }: Manifest) => tables.map(({ name, rows, sha256 }) => ({ name, rows, sha256 }));

let first: Manifest;
beforeAll(async () => {
  const url = await newDatabase();
  const prisma = createPrisma(url, 2);
  await prisma.storedFile.create({
    data: {
      sha256: 'f'.repeat(64),
      mediaType: 'image/png',
      size: 4,
      sealed: Buffer.from([0, 255, 10, 92]),
      keyId: 'k',
      storedBy: 's',
    },
  });
  await prisma.payloadOpening.create({ data: { staffId: '引号"\\与\n换行', count: 1, namespace: 'n' } });
  await prisma.paymentRun.create({
    data: {
      id: 'r',
      programme: 'dibao',
      month: new Date('2026-10-01'),
      districtCode: '320411',
      status: 'settled',
      totalFen: 9_007_199_254_740_993n,
      at: '2026-10-01T06:00:00',
    },
  });
  await prisma.$disconnect();
  first = await takeBackup(url, dir);
}, 60_000);

test('a restored database is the one that was backed up: files, large amounts and odd characters included', async () => {
  const url = await newDatabase();
  await putBack(url, dir, { replace: false });
  const second = await takeBackup(url, path.join(folder, 'second'));
  expect(amounts(second)).toEqual(amounts(first));
  const prisma = createPrisma(url, 1);
  expect(Buffer.from((await prisma.storedFile.findFirstOrThrow()).sealed)).toEqual(Buffer.from([0, 255, 10, 92]));
  expect((await prisma.paymentRun.findFirstOrThrow()).totalFen).toBe(9_007_199_254_740_993n);
  // The next number of a sequence follows those restored.
  expect((await prisma.payloadOpening.create({ data: { staffId: 's', count: 1, namespace: 'n' } })).id).toBe(2n);
  await prisma.$disconnect();
});

test('nobody but its owner can read a backup', async () => {
  for (const file of [manifestFile(dir), tableFile(dir, 'person')]) expect((await stat(file)).mode & 0o077).toBe(0);
});

test('a database with cases is replaced only on demand', async () => {
  const url = await newDatabase();
  const prisma = createPrisma(url, 1);
  await prisma.$executeRaw`
    INSERT INTO assistance_case (id, application_id, kind, tracking_hash, village_code, town_code, district_code, stage, head_seq,
      head_hash, state, opened_on, updated_at)
    VALUES ('c', 'a', 'dibao', 'h', 'v', 't', 'd', 'draft', 1, 'x', '{}', '2026-09-01', now())`;
  await expect(putBack(url, dir, { replace: false })).rejects.toThrow('holds 1 cases');
  expect(await prisma.assistanceCase.count()).toBe(1);
  await putBack(url, dir, { replace: true });
  expect(await prisma.assistanceCase.count()).toBe(0);
  await prisma.$disconnect();
});

test('a backup of another schema is refused, with the migration that it belongs to', async () => {
  const url = await newDatabase();
  const prisma = createPrisma(url, 1);
  await prisma.$executeRaw`
    INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '99990101000000_later', now())`;
  await prisma.$disconnect();
  await expect(putBack(url, dir, { replace: true })).rejects.toThrow('stands at 99990101000000_later');
});

test('a changed, cut or unfinished backup is noticed before anything is touched', async () => {
  const file = tableFile(dir, 'division');
  const whole = await readFile(file);
  await writeFile(file, gzipSync(gunzipSync(whole).toString().replace('孟河', '别处')));
  await expect(verifyBackup(dir)).rejects.toThrow('The table division');
  await writeFile(file, gzipSync(gunzipSync(whole).toString().split('\n').slice(1).join('\n')));
  await expect(verifyBackup(dir)).rejects.toThrow('The table division');
  await writeFile(file, whole);
  await verifyBackup(dir);
  await appendFile(manifestFile(dir), 'x');
  await expect(verifyBackup(dir)).rejects.toThrow('holds no complete backup');
});

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createPrisma, type PrismaClient } from '../../prisma/client.ts';
import { ownDatabase, testConfig } from '../services.ts';

let prisma: PrismaClient;
let url: string;

beforeAll(async () => {
  ({ url } = (await ownDatabase(testConfig('stack-database'))).database);
  prisma = createPrisma(url, 2);
});
afterAll(() => prisma.$disconnect());

test('knows the six districts of Changzhou and the city-run 经开区 with its six towns', async () => {
  const districts = await prisma.division.findMany({ where: { level: 'district' }, orderBy: { code: 'asc' } });
  expect(districts.map(({ name }) => name)).toEqual([
    '天宁区',
    '钟楼区',
    '新北区',
    '武进区',
    '金坛区',
    '溧阳市',
    '常州经济开发区',
  ]);
  expect(await prisma.division.count({ where: { managedBy: '320491' } })).toBe(6);
});

test('offers neither prisons nor virtual communities as a place to apply', async () => {
  const closed = await prisma.division.findMany({ where: { intake: false } });
  expect(closed.length).toBeGreaterThan(0);
  expect(closed.every(({ name, kind }) => kind === 'virtual' || name.includes('监狱'))).toBe(true);
});

test('gives every district staff of each of its roles, and two surveyors and an opinion writer in its pilot town', async () => {
  const staff = await prisma.staff.findMany();
  const inDivision = (role: string, code: string) =>
    staff.filter((one) => one.role === role && one.divisionCode === code).length;
  for (const { code } of await prisma.division.findMany({ where: { level: 'district' } })) {
    expect(inDivision('districtOfficer', code)).toBe(2);
    expect(inDivision('districtApprover', code)).toBe(2);
    expect(inDivision('verificationCentre', code)).toBe(1);
    expect(inDivision('financeOfficer', code)).toBe(1);
  }
  for (const pilot of ['320402109', '320404116', '320411101', '320412120', '320413109', '320481114', '320412105']) {
    expect(inDivision('townClerk', pilot)).toBe(3);
    expect(inDivision('townApprover', pilot)).toBe(2);
  }
});

test('commits the seeds of the spot check from the quarter on in which the training calendar begins or stands', async () => {
  const begun = async (start: string) => {
    const training = { DOUDI_TRAINING: 'true', DOUDI_TRAINING_START: start, DOUDI_DATABASE_URL: url };
    await promisify(execFile)(process.execPath, ['prisma/seed.ts'], { env: { ...process.env, ...training } });
    const seeds = await prisma.spotCheckSeed.findMany({
      where: { districtCode: '320411', programme: 'dibao' },
      orderBy: { fromDate: 'asc' },
    });
    return seeds.map(({ id, committedOn }) => `${id}, ${committedOn?.toISOString().slice(0, 10)}`);
  };
  expect((await begun('2014-05-05')).slice(0, 2)).toEqual([
    'dibao-320411-2014-04-01, 2014-05-05',
    'dibao-320411-2014-07-01, 2014-05-05',
  ]);
  await prisma.trainingCalendar.create({ data: { now: '2040-02-03T09:00:00' } });
  const later = await begun('2014-05-05');
  expect(later[0]).toBe('dibao-320411-2014-04-01, 2014-05-05');
  expect(later.at(-1)).toBe('dibao-320411-2050-01-01, 2040-02-03');
}, 60_000);

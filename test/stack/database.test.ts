import { createPrisma, type PrismaClient } from '../../prisma/client.ts';
import { ownDatabase, testConfig } from '../services.ts';

let prisma: PrismaClient;

beforeAll(async () => {
  const config = await ownDatabase(testConfig('stack-database'));
  prisma = createPrisma(config.database.url, 2);
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

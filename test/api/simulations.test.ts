import { setTimeout } from 'node:timers/promises';
import { MOST_INVENTED } from '../../contracts/http/simulation.ts';
import type { StaffMember } from '../../api/access/caller.ts';
import { testApp } from './test-app.ts';

const bureau: StaffMember = {
  staffId: 'bureau',
  role: 'cityBureau',
  divisionCode: '320400',
  displayName: '测试市局',
  active: true,
};
const clerk: StaffMember = { ...bureau, staffId: 'clerk', role: 'townClerk', divisionCode: '320402001' };

const raise = { name: 'dibao.standard', from: '2026-09-01', value: 128_000 };

describe('POST /v1/simulations', () => {
  let app: Awaited<ReturnType<typeof testApp>>;
  beforeAll(async () => {
    const all = [bureau, clerk];
    app = await testApp({
      staff: {
        find: (staffId) => Promise.resolve(all.find((row) => row.staffId === staffId)),
        list: () => Promise.resolve(all),
      },
    });
  });
  afterAll(() => app.app.close());

  const ask = async (payload: object, staffId = 'bureau') =>
    app.app.inject({ method: 'POST', url: '/v1/simulations', headers: await app.as(staffId), payload });

  it('tells the city bureau what a new standard would do, and whether it may be published', async () => {
    const answer = await ask({ changes: [raise], roll: { invented: 500, seed: 7 } });
    expect(answer.statusCode).toBe(200);
    const figures = answer.json<Record<string, never>>();
    expect(figures).toMatchObject({
      month: '2026-09',
      looked: 500,
      changes: [raise],
      standardChecks: [{ outcome: 'ok', amount: 128_000 }],
      rows: expect.arrayContaining([
        expect.objectContaining({ district: 'city', kind: 'dibao', goingOut: 0, losers: 0 }),
        expect.objectContaining({ district: '320481', kind: 'all' }),
      ]) as unknown,
    });
  });

  it('is for the city bureau only', async () => {
    expect((await ask({ changes: [raise], roll: { invented: 1 } }, 'clerk')).statusCode).toBe(403);
  });

  it('names every fault of the form at once', async () => {
    const answer = await ask({
      changes: [
        { ...raise, value: 128_050 },
        { name: 'dibao.nothing', from: '2026-09-01', value: 1 },
        { name: 'edge.multiplier', from: '2026-02-30', value: 2 },
      ],
      roll: { invented: 10 },
      more: true,
    });
    expect(answer.statusCode).toBe(400);
    const fields = answer.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field);
    expect(fields.toSorted()).toEqual([
      'changes.0.value',
      'changes.1.name',
      'changes.2.from',
      'changes.2.value',
      'more',
    ]);
  });

  it('refuses values too large to reckon with, saying how large they may be', async () => {
    const huge = Number.MAX_SAFE_INTEGER;
    const changes = [
      { ...raise, value: huge - (huge % 100) },
      { ...raise, name: 'rigid.ratio', value: { num: huge, den: huge } },
      { ...raise, name: 'temporaryAssistance.yearlyCap', value: huge },
    ];
    const answer = await ask({ changes, roll: { invented: 10 } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: { field: string; message: string }[] }>().errors).toEqual([
      expect.objectContaining({
        field: 'changes.0.value',
        message: '应为0至1000000000的整数',
        messageEn: 'A whole number from 0 to 1000000000',
      }),
      expect.objectContaining({ field: 'changes.1.value.num' }),
      expect.objectContaining({ field: 'changes.1.value.den' }),
      expect.objectContaining({ field: 'changes.2.value' }),
    ]);
  });

  it('names divisions that do not exist together with a roll too large to invent', async () => {
    const answer = await ask({
      changes: [{ ...raise, division: '320499' }],
      roll: { invented: MOST_INVENTED + 1 },
    });
    expect(answer.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field)).toEqual([
      'changes.0.division',
      'roll.invented',
    ]);
  });

  it('refuses a month in which a parameter has no value yet, naming it', async () => {
    const answer = await ask({ month: '2018-01', changes: [raise], roll: { invented: 10 } });
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ errors: { field: string; messageEn: string }[] }>().errors).toMatchObject([
      { field: 'month', messageEn: expect.stringContaining('dibao.standard') as string },
    ]);
  });

  it('lets other requests through while it computes', async () => {
    let answered = false;
    const long = ask({ changes: [raise], roll: { invented: 20_000 } }).then(() => (answered = true));
    await setTimeout(20);
    expect((await app.app.inject('/health/live')).statusCode).toBe(200);
    expect(answered).toBe(false);
    await long;
  });
});

import type { FastifyInstance } from 'fastify';
import { staffMemberOf } from '../../api/access/staff-rows.ts';
import { createPrisma, type PrismaClient } from '../../prisma/client.ts';
import { findStaff, listActiveStaff } from '../../prisma/repositories/staff.ts';
import { Roll } from '../activities/payment-runs/roll.ts';
import { testApp } from '../api/test-app.ts';
import { ownDatabase, testConfig } from '../services.ts';

let prisma: PrismaClient;
let app: FastifyInstance;
let roll: Roll;
let as: (staffId: string) => Promise<{ authorization: string }>;
let run: string;
const starts: string[] = [];

/** The demo's member of staff of that role in the run's district (or the city), counted from 1. */
async function staffOf(role: string, no = 1, division = roll.district): Promise<string> {
  const found = (await listActiveStaff(prisma)).filter(
    (row) => row.role === role && [division, '320400'].includes(row.divisionCode),
  );
  return found[no - 1]?.id ?? `no ${role}`;
}

beforeAll(async () => {
  prisma = createPrisma((await ownDatabase(testConfig('payment-runs-http'))).database.url, 6);
  roll = new Roll(prisma, 'dibao', '320402');
  const deps = {
    prisma,
    staff: {
      find: async (id: string) => staffMemberOf(await findStaff(prisma, id)),
      list: () => Promise.resolve([]),
    },
    paymentRuns: {
      deliver: async (_key: object, message: Parameters<typeof roll.activities.applyPaymentCommand>[1]) =>
        (await roll.activities.applyPaymentCommand(run, message)).answer,
      start: async (input: Parameters<typeof roll.activities.openPaymentRun>[0]) => {
        starts.push(input.month);
        await roll.activities.openPaymentRun(input);
      },
    },
  };
  ({ app, as } = await testApp(deps));
  await prisma.payeeAccount.create({
    data: {
      id: 'account-1',
      holderId: 'p',
      capacity: 'recipient',
      bank: '江南农商行',
      sealedNumber: '',
      lastFour: '1234',
    },
  });
  await roll.household([['2026-01', undefined, 500]], 'account-1');
  await roll.household([['2025-12', undefined, 700]], null);
  await roll.drawUp('2026-01');
  run = roll.runId('2026-01');
}, 60_000);
afterAll(async () => {
  await app.close();
  await prisma.$disconnect();
});

async function get(url: string, staffId: string) {
  return app.inject({ url, headers: await as(staffId) });
}

async function act(staffId: string, payload: object, key = crypto.randomUUID() as string) {
  const headers = { ...(await as(staffId)), 'idempotency-key': key };
  return app.inject({ method: 'POST', url: `/v1/payment-runs/${run}/actions`, headers, payload });
}

describe('payment runs over HTTP', () => {
  it('are listed for their district with stage and last day, and are unknown elsewhere', async () => {
    const own = await get('/v1/payment-runs?month=2026-01&stage=drawnUp', await staffOf('districtOfficer'));
    expect(own.json()).toMatchObject({
      items: [
        {
          id: run,
          programmeName: '最低生活保障',
          stageName: '已编制',
          lines: 3,
          totalFen: 190_000,
          lastDay: '2026-01-03',
          responsible: 'districtOfficer',
        },
      ],
      next: null,
    });
    const tekun = await get('/v1/payment-runs?programme=tekun', await staffOf('districtOfficer'));
    expect(tekun.json()).toEqual({ items: [], next: null });
    const unpaid = await get('/v1/payment-runs?programme=dibaoEdge', await staffOf('districtOfficer'));
    expect(unpaid.statusCode).toBe(400);
    const stranger = await staffOf('districtOfficer', 1, '320404');
    expect((await get('/v1/payment-runs', stranger)).json()).toEqual({ items: [], next: null });
    const [missing, hidden] = await Promise.all([
      get('/v1/payment-runs/dibao-2020-01-320402', stranger),
      get(`/v1/payment-runs/${run}`, stranger),
    ]);
    expect([missing.statusCode, hidden.statusCode]).toEqual([404, 404]);
  });

  it('show lines page by page, accounts masked, and to finance no reasons', async () => {
    const officer = await staffOf('districtOfficer');
    const first = (await get(`/v1/payment-runs/${run}/lines?limit=2`, officer)).json<{
      items: object[];
      next: string;
    }>();
    const second = (await get(`/v1/payment-runs/${run}/lines?limit=2&cursor=${first.next}`, officer)).json<{
      items: object[];
      next: null;
    }>();
    expect([...first.items, ...second.items]).toHaveLength(3);
    expect(JSON.stringify(first) + JSON.stringify(second)).toContain('"account":"1234"');
    const finance = await get(`/v1/payment-runs/${run}/lines`, await staffOf('financeOfficer'));
    expect(finance.json<{ items: { reason: string | null }[] }>().items.every(({ reason }) => reason === null)).toBe(
      true,
    );
    expect((await get(`/v1/payment-runs/${run}`, officer)).json()).toMatchObject({
      withoutAccount: 2,
      accountChanged: 0,
    });
    const lines = [...first.items, ...second.items] as { account: string | null }[];
    for (const line of lines)
      expect(line).toMatchObject(
        line.account === null
          ? { hold: 'noAccount', holdName: '编制时无收款账户', accountNow: null }
          : { hold: null, holdName: null, accountNow: '1234' },
      );
  });

  it('go step by step through four persons; a refusal says why and what is allowed', async () => {
    const officer = await staffOf('districtOfficer');
    const approver = await staffOf('districtApprover');
    const early = await act(approver, { type: 'approve' });
    expect([early.statusCode, early.json()]).toMatchObject([409, { reason: 'notNow' }]);
    const key = crypto.randomUUID();
    expect((await act(officer, { type: 'check', note: '已核对' }, key)).json()).toEqual({ stage: 'checked' });
    expect((await act(officer, { type: 'check', note: '已核对' }, key)).json()).toEqual({ stage: 'checked' });
    expect((await act(officer, { type: 'check' }, key)).statusCode).toBe(422);
    expect((await act(officer, { type: 'approve' })).statusCode).toBe(403);
    expect((await act(approver, { type: 'approve' })).json()).toEqual({ stage: 'districtApproved' });
    expect((await act(officer, { type: 'sendToFinance' })).json()).toEqual({ stage: 'sentToFinance' });
    expect((await act(await staffOf('financeOfficer'), { type: 'sendToBank' })).json()).toEqual({
      stage: 'sentToBank',
    });
    const allowed = async (staffId: string) =>
      (await get(`/v1/payment-runs/${run}`, staffId)).json<{ allowedActions: string[] }>().allowedActions;
    // Who checked does not pay again.
    expect(await allowed(officer)).toEqual(['cancelLine']);
    expect(await allowed(await staffOf('districtOfficer', 2))).toEqual(['repay', 'cancelLine']);
  });

  it('wait in the worklists of whoever is to see to them, with their limit', async () => {
    const worklist = async (staffId: string) =>
      (await get('/v1/tasks', staffId)).json<{ items: { runId: string | null }[] }>().items;
    const own = await worklist(await staffOf('districtOfficer'));
    const shown = await get(`/v1/payment-runs/${run}`, await staffOf('districtOfficer'));
    const { lastDay: dueDate } = shown.json<{ lastDay: string }>();
    expect(own).toMatchObject([
      { runId: run, caseId: null, action: 'settle', kind: 'paymentRun', stage: 'sentToBank', dueDate },
    ]);
    expect(await worklist(await staffOf('districtOfficer', 1, '320404'))).toEqual([]);
    expect(await worklist(await staffOf('financeOfficer'))).toEqual([]);
    await prisma.paymentRun.update({ where: { id: run }, data: { level: 2, nextDue: null } });
    const late = { runId: run, overdue: true, dueDate: null, role: 'districtOfficer', division: roll.district };
    const supervisor = { role: 'cityBureau', division: '320400' };
    expect(await worklist(await staffOf('districtOfficer'))).toMatchObject([
      { ...late, supervisor, supervising: false },
    ]);
    expect(await worklist(await staffOf('cityBureau'))).toMatchObject([{ ...late, supervisor, supervising: true }]);
    expect(await worklist(await staffOf('districtApprover'))).toEqual([]);
    await prisma.paymentRun.update({ where: { id: run }, data: { level: 0, nextDue: '2026-01-21T00:00:00' } });
  });

  it('take the answers of the bank', async () => {
    const bank = await staffOf('bank');
    const { items } = (await get(`/v1/payment-runs/${run}/lines?status=sent`, bank)).json<{
      items: { id: string }[];
    }>();
    const lines = items.map(({ id }) => ({ lineId: id, attempt: 1, outcome: 'settled' }));
    expect((await act(bank, { type: 'recordResults', lines })).json()).toEqual({ stage: 'sentToBank' });
    expect((await get(`/v1/payment-runs/${run}`, bank)).json()).toMatchObject({
      byStatus: [
        { status: 'due', lines: 2 },
        { status: 'settled', lines: 1, totalFen: 50_000 },
      ],
    });
  });

  it.each([
    ['an unknown action', { type: 'pay' }],
    ['an unknown field', { type: 'check', amount: 1 }],
    ['a line that is no id', { type: 'repay', lineIds: ['x'] }],
    ['no line at all', { type: 'recordResults', lines: [] }],
    [
      'an outcome that is none',
      { type: 'recordResults', lines: [{ lineId: crypto.randomUUID(), attempt: 1, outcome: 'lost' }] },
    ],
  ])('refuse %s with 400', async (_what, payload) => {
    expect((await act(await staffOf('districtOfficer'), payload)).statusCode).toBe(400);
  });
});

describe('A payment run ordered by hand', () => {
  const order = async (staffId: string, payload: object, key = crypto.randomUUID() as string) => {
    const headers = { ...(await as(staffId)), 'idempotency-key': key };
    return app.inject({ method: 'POST', url: '/v1/payment-runs', headers, payload });
  };
  const march = { programme: 'dibao', month: '2026-03', district: '320402' };

  it('is started once, however often it is ordered, and known as whose order it was', async () => {
    const [officer, other] = [await staffOf('districtOfficer'), await staffOf('districtOfficer', 2)];
    const key = crypto.randomUUID();
    const [first, again] = [await order(officer, march, key), await order(officer, march, key)];
    expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(again.json()).toMatchObject({ id: 'dibao-2026-03-320402', stage: 'drawingUp' });
    expect((await order(officer, { ...march, month: '2026-02' }, key)).statusCode).toBe(422);
    expect((await order(other, march)).statusCode).toBe(200);
    const steps = await prisma.paymentRunStep.findMany({ where: { runId: 'dibao-2026-03-320402' } });
    expect(steps).toMatchObject([{ step: 'order', staffId: officer }]);
    expect(new Set(starts)).toEqual(new Set(['2026-03']));
  });

  it('is not checked by who ordered it', async () => {
    await roll.drawUp('2026-03');
    const allowed = async (staffId: string) =>
      (await get('/v1/payment-runs/dibao-2026-03-320402', staffId)).json<{ allowedActions: string[] }>().allowedActions;
    expect(await allowed(await staffOf('districtOfficer'))).not.toContain('check');
    expect(await allowed(await staffOf('districtOfficer', 2))).toContain('check');
  });

  it('that is there already is answered as it stands, and not started again', async () => {
    const before = starts.length;
    const known = await order(await staffOf('districtOfficer', 2), { ...march, month: '2026-01' });
    expect([known.statusCode, known.json()]).toMatchObject([200, { id: run, stage: 'sentToBank' }]);
    expect(starts).toHaveLength(before);
  });

  it.each([
    ['a month ahead', { ...march, month: '2199-01' }, 'month'],
    ['another district', { ...march, district: '320404' }, 'district'],
    ['a programme that does not pay by month', { ...march, programme: 'temporary' }, 'programme'],
  ])('is refused for %s', async (_what, payload, field) => {
    const response = await order(await staffOf('districtOfficer'), payload);
    expect([response.statusCode, response.json()]).toMatchObject([400, { errors: [{ field }] }]);
  });
});

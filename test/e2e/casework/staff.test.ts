import { randomUUID } from 'node:crypto';
import { coupleWithChild, elderlyCouple } from '../../fixtures/households.ts';
import { staff } from '../../fixtures/staff.ts';
import { TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await TownHall.open('casework-staff');
}, 60_000);
afterAll(() => hall.close());

const act = (staffId: string, payload: Record<string, unknown>, key: string = randomUUID()) =>
  hall.post(`/v1/staff/${staffId}/actions`, payload, { by: hall.staff.administrator, key });

const [leaver, colleague] = ['townClerk-320411101-1', 'townClerk-320411101-2'];

describe('The register of staff', () => {
  const joiner = { staffId: 'sub-1234', role: 'townClerk', division: '320411104', displayName: '测试甲' };
  const join = (payload: Record<string, unknown>, key: string = randomUUID()) =>
    hall.post('/v1/staff', payload, { by: hall.staff.administrator, key });

  it('takes somebody in once, who can sign in from then on, and says who did it', async () => {
    const key = randomUUID();
    expect((await hall.get('/v1/tasks', joiner)).statusCode).toBe(403);
    const [first, again] = [await join(joiner, key), await join(joiner, key)];
    expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
    expect(again.json()).toEqual({ ...joiner, active: true, deputyOf: null });
    expect([(await join(joiner)).statusCode, (await join(joiner)).json()]).toMatchObject([
      409,
      { reason: 'staff-known' },
    ]);
    expect(await hall.prisma.staffChange.findMany({ where: { staffId: joiner.staffId } })).toMatchObject([
      { change: 'added', by: hall.staff.administrator.staffId },
    ]);
  });

  it.each([
    ['a division that does not exist', { division: '320411999' }, 'division'],
    ['a role that does not work at that level', { role: 'districtOfficer' }, 'division'],
    ['a role that is none of staff', { role: 'system' }, 'role'],
    ['an id that no token carries', { staffId: 'a b' }, 'staffId'],
  ])('is refused %s', async (_what, wrong, field) => {
    const response = await join({ ...joiner, staffId: 'sub-5678', ...wrong });
    expect([response.statusCode, response.json()]).toMatchObject([400, { errors: [{ field }] }]);
  });

  it('is shown to administrators alone', async () => {
    const shown = await hall.get('/v1/staff?role=townClerk&limit=2', hall.staff.administrator);
    expect(shown.json()).toMatchObject({ items: [{ role: 'townClerk' }, { role: 'townClerk' }] });
    expect((await hall.get('/v1/staff', hall.staff.approver)).statusCode).toBe(403);
  });
});

describe('A deputy', () => {
  it('is named and released, and is a colleague of the same post', async () => {
    const named = await act(leaver, { type: 'appointDeputy', deputy: colleague });
    expect([named.statusCode, named.json()]).toMatchObject([200, { staffId: leaver }]);
    expect((await hall.prisma.staff.findUniqueOrThrow({ where: { id: colleague } })).deputyOf).toBe(leaver);
    const stranger = await act(leaver, { type: 'appointDeputy', deputy: 'townApprover-320411101-1' });
    expect([stranger.statusCode, stranger.json()]).toMatchObject([400, { errors: [{ field: 'deputy' }] }]);
    await act(leaver, { type: 'endDeputy' });
    expect((await hall.prisma.staff.findUniqueOrThrow({ where: { id: colleague } })).deputyOf).toBeNull();
  });
});

describe('Somebody who leaves', () => {
  const take = async (household = coupleWithChild) => {
    const { caseId, persons } = await hall.file(household);
    await hall.authorise(caseId, persons, household);
    await hall.step(caseId, hall.staff.worker, 'submitApplication');
    await hall.step(caseId, staff(leaver), 'takeTask', { task: 'acceptApplication' });
    return caseId;
  };
  const holder = async (caseId: string) =>
    (await hall.prisma.task.findMany({ where: { caseId } })).map(({ name, assignee }) => [name, assignee]);

  it('leaves no task behind: each goes to a colleague by the case itself, once, also after an interruption', async () => {
    const cases = [await take(), await take(elderlyCouple)];
    const without = await act(leaver, { type: 'deactivate' });
    expect([without.statusCode, without.json()]).toMatchObject([409, { reason: 'tasks-in-hand' }]);
    const { way } = hall.gateway;
    let delivered = 0;
    hall.gateway.way = {
      async deliver(delivery) {
        delivered += 1;
        if (delivered === 2) throw Object.assign(new Error('unavailable'), { code: 14 });
        return way.deliver(delivery);
      },
    };
    const key = randomUUID();
    const leaves = { type: 'deactivate', handTo: colleague };
    expect((await act(leaver, leaves, key)).statusCode).toBe(503);
    hall.gateway.way = way;
    const done = await act(leaver, leaves, key);
    expect([done.statusCode, done.json()]).toMatchObject([200, { active: false, handedOver: 1, left: [] }]);
    for (const caseId of cases) expect(await holder(caseId)).toEqual([['acceptApplication', colleague]]);
    const reassigned = await hall.prisma.caseEvent.findMany({ where: { type: 'reassigned' } });
    expect(reassigned).toHaveLength(2);
    expect(reassigned[0]?.data).toMatchObject({ by: { staffId: hall.staff.administrator.staffId } });
  });

  it('signs in no more, and may come back', async () => {
    expect(await hall.prisma.staff.findUniqueOrThrow({ where: { id: leaver } })).toMatchObject({ active: false });
    expect((await act(leaver, { type: 'reactivate' })).json()).toMatchObject({ active: true });
    const changes = await hall.prisma.staffChange.findMany({ where: { staffId: leaver }, orderBy: { id: 'asc' } });
    expect(changes.map(({ change, other }) => [change, other])).toEqual([
      ['deputyAppointed', colleague],
      ['deputyEnded', null],
      ['deactivated', colleague],
      ['reactivated', null],
    ]);
  });

  it('is not the administrator who asks, nor somebody the administrator does not know of', async () => {
    const own = await act(hall.staff.administrator.staffId, { type: 'deactivate' });
    expect([own.statusCode, own.json()]).toMatchObject([409, { reason: 'not-yourself' }]);
    expect((await act('nobody', { type: 'deactivate' })).statusCode).toBe(404);
  });
});

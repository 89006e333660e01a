import { randomUUID } from 'node:crypto';
import type { ActionType } from '../../../contracts/http/actions.ts';
import { TownHall, applicationOf } from './town-hall.ts';
import {
  coupleWithChild,
  coupleWithTeenager,
  earning,
  elderlyCouple,
  inventHousehold,
  manAlone,
} from '../../fixtures/households.ts';
import { staff } from '../../fixtures/staff.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await TownHall.open('casework-commands');
}, 60_000);
afterAll(() => hall.close());

const eventsOf = (caseId: string) => hall.prisma.caseEvent.count({ where: { caseId } });
const withoutRequestId = (body: string) => ({ ...(JSON.parse(body) as object), requestId: '' });

describe('An application under one key', () => {
  it('finds the same case again, and nothing is registered twice', async () => {
    const key = randomUUID();
    const first = await hall.file(manAlone, key);
    const again = await hall.file(manAlone, key);
    expect(again).toEqual(first);
    expect(await eventsOf(first.caseId)).toBe(1);
    expect(await hall.prisma.payeeAccount.count()).toBe(1);
    const other = await hall.post('/v1/applications', applicationOf(elderlyCouple), { by: hall.staff.worker, key });
    expect([other.statusCode, other.json()]).toMatchObject([422, { type: 'urn:problem:idempotency-key-reused' }]);
    expect(await hall.prisma.person.count()).toBe(1);
  });

  it('is refused under a name that the register knows otherwise, at its field', async () => {
    const form = applicationOf(manAlone) as { members: { name: string }[] };
    form.members[0] = { ...form.members[0], name: '别名' };
    const response = await hall.post('/v1/applications', form, { by: hall.staff.worker });
    expect([response.statusCode, response.json()]).toMatchObject([400, { errors: [{ field: 'members.0.name' }] }]);
  });

  it('is refused for contradictory facts before anything is registered or started', async () => {
    const form = { ...applicationOf(elderlyCouple) } as { members: object[] };
    form.members = [
      form.members[0] ?? {},
      { ...form.members[1], monthsWorked: 0, incomes: [{ type: 'wage', annual: 100 }] },
    ];
    const before = await hall.prisma.person.count();
    const response = await hall.post('/v1/applications', form, { by: hall.staff.worker });
    expect([response.statusCode, response.json()]).toMatchObject([
      400,
      {
        reason: 'facts-contradict',
        errors: [{ field: 'members.1', message: expect.stringMatching(/^成员1：/) as string }],
      },
    ]);
    expect(await hall.prisma.person.count()).toBe(before);
  });

  it('is taken for villages of the caller only', async () => {
    const elsewhere = { ...applicationOf(elderlyCouple), village: '320411104002' };
    const response = await hall.post('/v1/applications', elsewhere, { by: hall.staff.worker });
    expect([response.statusCode, response.json()]).toMatchObject([400, { errors: [{ field: 'village' }] }]);
  });
});

describe('A step in a case', () => {
  let caseId: string;
  let person: string;
  beforeAll(async () => {
    const filed = await hall.file(coupleWithTeenager);
    caseId = filed.caseId;
    person = filed.persons[0]?.personId ?? '';
  });

  it('has one outcome however often its key comes', async () => {
    const key = randomUUID();
    const fields = { staffId: 'townClerk-320411101-3', personId: person, relation: '配偶' };
    const first = await hall.act(caseId, hall.staff.worker, 'registerRelative', fields, key);
    const events = await eventsOf(caseId);
    const again = await hall.act(caseId, hall.staff.worker, 'registerRelative', fields, key);
    expect(again.json()).toEqual(first.json());
    expect(await eventsOf(caseId)).toBe(events);
    const other = await hall.act(caseId, hall.staff.worker, 'registerRelative', { ...fields, relation: '子' }, key);
    expect(other.statusCode).toBe(422);
  });

  it('that the state refuses is answered with the reason and what is allowed', async () => {
    const refused = await hall.act(caseId, hall.staff.clerk, 'acceptApplication');
    expect([refused.statusCode, refused.json()]).toMatchObject([409, { reason: 'not-in-this-stage' }]);
    const { allowedActions } = refused.json<{ allowedActions: string[] }>();
    expect(allowedActions).toEqual(expect.arrayContaining(['submitApplication', 'recordAuthorisation']));
    expect(allowedActions).not.toContain('draftApplication');
  });

  it('of another role is refused before the case is looked for', async () => {
    const [here, nowhere] = await Promise.all(
      [caseId, randomUUID()].map((id) => hall.act(id, hall.staff.worker, 'acceptApplication')),
    );
    expect([here?.statusCode, nowhere?.statusCode]).toEqual([403, 403]);
  });

  it('in a case of another division is answered as one in a case that does not exist', async () => {
    const stranger = staff('townClerk-320411104-1');
    const requests = ['', '/events', '/documents'].map(
      (part) => (id: string) => hall.get(`/v1/cases/${id}${part}`, stranger),
    );
    for (const ask of [...requests, (id: string) => hall.act(id, stranger, 'acceptApplication')]) {
      const [outside, missing] = await Promise.all([ask(caseId), ask(randomUUID())]);
      expect(outside.statusCode).toBe(404);
      expect(withoutRequestId(outside.body)).toEqual(withoutRequestId(missing.body));
    }
    expect((await hall.get('/v1/cases', stranger)).json()).toEqual({ items: [], next: null });
  });

  it('names every file, person and colleague that does not exist, all at once', async () => {
    const response = await hall.act(caseId, hall.staff.clerk, 'recordHomeVisit', {
      visitedOn: '2026-09-01',
      surveyors: [{ staffId: 'nobody', file: 'a'.repeat(64) }],
      memberPresent: { personId: randomUUID(), file: 'b'.repeat(64) },
      agrees: true,
      summary: '一致',
      photos: ['c'.repeat(64)],
    });
    expect(response.statusCode).toBe(400);
    expect(response.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field)).toEqual([
      'surveyors.0.staffId',
      'surveyors.0.file',
      'memberPresent.personId',
      'memberPresent.file',
      'photos.0',
    ]);
  });

  const faultsOf = async (by: { staffId: string }, type: ActionType, fields: Record<string, unknown>) => {
    const response = await hall.act(caseId, by, type, fields);
    expect(response.statusCode).toBe(400);
    return response.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field);
  };

  it('names as surveyors only clerks and village workers of the town of the case', async () => {
    const file = await hall.sheet('survey');
    const { clerk, worker, approver } = hall.staff;
    const strangers = ['bank-320400-1', 'townClerk-320411104-1', approver.staffId];
    const surveyors = [...strangers, clerk.staffId, worker.staffId];
    expect(await faultsOf(clerk, 'startSurvey', { surveyors })).toEqual(['surveyors.0', 'surveyors.1', 'surveyors.2']);
    const visit = {
      visitedOn: '2026-09-01',
      surveyors: [...surveyors.map((staffId) => ({ staffId, file })), { socialWorkerLicence: '社工2020-0731', file }],
      memberPresent: { personId: person, file },
      agrees: true,
      summary: '一致',
      photos: [],
    };
    expect(await faultsOf(clerk, 'recordHomeVisit', visit)).toEqual(
      [0, 1, 2].map((index) => `surveyors.${index}.staffId`),
    );
  });

  it('lets no child sign whom only the register knows, neither for itself nor for another', async () => {
    const file = await hall.sheet('authorisation');
    const [, , { name, identityNumber } = { name: '', identityNumber: '' }] = coupleWithChild.people;
    const registered = await hall.post('/v1/persons', { name, identityNumber }, { by: hall.staff.worker });
    const { personId } = registered.json<{ personId: string }>();
    const { worker } = hall.staff;
    expect(await faultsOf(worker, 'recordAuthorisation', { personId, by: 'self', file })).toEqual(['by']);
    const forHead = { personId: person, by: 'guardian', signer: personId, file };
    expect(await faultsOf(worker, 'recordAuthorisation', forHead)).toEqual(['signer']);
  });

  it('whose outcome is unknown tells it under the same key, and is done once', async () => {
    const { way } = hall.gateway;
    hall.gateway.way = {
      async deliver(delivery) {
        await way.deliver(delivery);
        throw Object.assign(new Error('deadline exceeded'), { code: 4 });
      },
    };
    const key = randomUUID();
    const file = await hall.sheet('consent');
    const fields = { personId: person, by: 'self', file };
    const lost = await hall.act(caseId, hall.staff.worker, 'recordAuthorisation', fields, key);
    hall.gateway.way = way;
    expect([lost.statusCode, lost.headers['retry-after']]).toEqual([503, '2']);
    expect(lost.json()).toMatchObject({ type: 'urn:problem:outcome-unknown' });
    const events = await eventsOf(caseId);
    const learnt = await hall.act(caseId, hall.staff.worker, 'recordAuthorisation', fields, key);
    expect([learnt.statusCode, learnt.json()]).toMatchObject([200, { seq: events }]);
    expect(await eventsOf(caseId)).toBe(events);
  });

  it('is answered as carried out if an earlier run did it and this one refuses', async () => {
    const { way } = hall.gateway;
    hall.gateway.way = {
      async deliver(delivery) {
        await way.deliver(delivery);
        return { refused: { code: 'not-in-this-stage', zh: '已提交。', en: 'Submitted.' } };
      },
    };
    const response = await hall.act(caseId, hall.staff.worker, 'submitApplication');
    hall.gateway.way = way;
    expect([response.statusCode, response.json()]).toMatchObject([200, { stage: 'submitted' }]);
  });

  it('is not done, and says so, while too many are under way', async () => {
    const { way } = hall.gateway;
    const full = Object.assign(new Error('too many updates in flight'), { code: 8 });
    hall.gateway.way = { deliver: () => Promise.reject(full) };
    const response = await hall.act(caseId, hall.staff.clerk, 'requestPapers', { missing: ['户口簿'] });
    hall.gateway.way = way;
    expect([response.statusCode, response.json()]).toMatchObject([503, { type: 'urn:problem:not-done' }]);
  });

  it('is taken by a deputy in the name of the registered colleague only', async () => {
    const [clerk, colleague] = [staff('townClerk-320411101-2'), 'townClerk-320411101-1'];
    await hall.prisma.staff.update({ where: { id: clerk.staffId }, data: { deputyOf: colleague } });
    const request = (name: string) =>
      hall.post(
        `/v1/cases/${caseId}/actions`,
        { type: 'requestPapers', missing: ['户口簿'] },
        {
          by: clerk,
          headers: { 'x-on-behalf-of': name },
        },
      );
    expect((await request('townClerk-320411101-3')).statusCode).toBe(403);
    expect((await request(colleague)).statusCode).toBe(200);
    const last = await hall.prisma.caseEvent.findFirst({ where: { caseId }, orderBy: { seq: 'desc' } });
    expect(last?.data).toMatchObject({ by: { staffId: clerk.staffId, onBehalfOf: colleague } });
  });

  it('brings in a supporter, who is shown masked like the members, and in full for a purpose only', async () => {
    const { worker, clerk } = hall.staff;
    const [{ name, identityNumber } = { name: '', identityNumber: '' }] = coupleWithChild.people;
    const registered = await hall.post('/v1/persons', { name, identityNumber }, { by: worker });
    const { personId } = registered.json<{ personId: string }>();
    await hall.step(caseId, worker, 'recordSupporterConsent', { personId, file: await hall.sheet('consent') });
    const shown = await hall.get(`/v1/cases/${caseId}`, clerk);
    expect(shown.json()).toMatchObject({ outsiders: [{ personId, parts: ['supporter'], name: '何*舟' }] });
    expect(shown.body).not.toContain(name);
    const inFull = await hall.get(`/v1/cases/${caseId}?purpose=${encodeURIComponent('联系赡养人')}`, clerk);
    expect(inFull.json()).toMatchObject({ outsiders: [{ name, identityNumber }] });
    expect(await hall.prisma.personLookup.count({ where: { personId, purpose: '联系赡养人' } })).toBe(1);
  });
});

describe('Lists', () => {
  it('filter by stage, division and hands, page by page, and show no name in full', async () => {
    const { clerk } = hall.staff;
    await hall.file(elderlyCouple);
    const all = (await hall.get('/v1/cases?limit=1', clerk)).json<{ items: { caseId: string }[]; next: string }>();
    const rest = (await hall.get(`/v1/cases?cursor=${all.next}`, clerk)).json<typeof all>();
    expect([...all.items, ...rest.items]).toHaveLength(3);
    const drafts = await hall.get('/v1/cases?stage=draft&division=320411101&kind=dibao', clerk);
    expect(drafts.json<typeof all>().items).toHaveLength(2);
    expect(drafts.body).not.toMatch(/唐柏年|陆一鸣/);
    expect((await hall.get('/v1/cases?mine=true', clerk)).json()).toEqual({ items: [], next: null });
    expect((await hall.get('/v1/cases?division=320402', clerk)).json()).toEqual({ items: [], next: null });
  });

  it('show a task that is late as overdue', async () => {
    hall.moveTo('2027-01-04');
    const { worker } = hall.staff;
    const late = await hall.get('/v1/tasks?overdue=true', worker);
    expect(late.json()).toMatchObject({ items: [{ action: 'supplyPapers', overdue: true }] });
    expect((await hall.get('/v1/cases?overdue=true', worker)).json<{ items: object[] }>().items).toHaveLength(1);
    expect((await hall.get('/v1/tasks?limit=1', worker)).json()).toMatchObject({ next: expect.any(String) as string });
  });

  it('leave a late task with who may do it, and show it to the level above as one to see to', async () => {
    const { worker, clerk, centre, officer } = hall.staff;
    const household = inventHousehold(
      'family-late',
      [{ name: '温以诺', born: '1979-03-02', relation: 'head', ...earning(3_000) }],
      77,
    );
    const { caseId, persons } = await hall.file(household);
    const file = await hall.sheet('authorisation');
    for (const { personId } of persons)
      await hall.step(caseId, worker, 'recordAuthorisation', { personId, by: 'self', file });
    await hall.step(caseId, worker, 'submitApplication');
    await hall.step(caseId, clerk, 'acceptApplication');
    await hall.step(caseId, clerk, 'requestVerification');
    hall.moveTo('2027-01-13');
    await hall.step(caseId, clerk, 'takeTask', { task: 'recordHomeVisit' });
    const shown = async (by: { staffId: string }) =>
      (await hall.get('/v1/tasks?overdue=true', by)).json<{ items: { caseId: string; action: string }[] }>().items;
    const task = {
      caseId,
      action: 'startVerification',
      role: 'verificationCentre',
      level: 1,
      supervisor: { role: 'districtOfficer', division: '320411' },
    };
    expect(await shown(centre)).toMatchObject([{ ...task, supervising: false }]);
    expect(await shown(officer)).toMatchObject([{ ...task, supervising: true }]);
    // What somebody has taken on stays in their hands.
    expect((await hall.get(`/v1/cases/${caseId}`, clerk)).json()).toMatchObject({
      tasks: [
        {
          action: 'recordHomeVisit',
          assignee: clerk.staffId,
          supervisor: { role: 'townApprover', division: '320411101' },
        },
        { action: 'startVerification' },
      ],
    });
  });
});

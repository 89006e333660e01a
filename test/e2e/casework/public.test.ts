import { randomUUID } from 'node:crypto';
import { verificationSources } from '../../../policy/lifecycle/commands.ts';
import { TownHall } from './town-hall.ts';

let hall: TownHall;
let caseId: string;
let trackingCode: string;
let posting: string;

beforeAll(async () => {
  hall = await TownHall.open('casework-public');
  const { worker, clerk, surveyor, writer, centre } = hall.staff;
  const filed = await hall.file();
  ({ caseId, trackingCode } = filed);
  const persons = filed.persons.map(({ personId }) => personId);
  const file = await hall.sheet();
  await hall.authorise(caseId, filed.persons);
  await hall.step(caseId, worker, 'submitApplication');
  await hall.step(caseId, clerk, 'acceptApplication');
  await hall.step(caseId, clerk, 'requestVerification');
  await hall.step(caseId, centre, 'startVerification', { round: 1 });
  const answers = persons.flatMap((personId) =>
    verificationSources.map((source) => ({ source, personId, finding: 'agrees' })),
  );
  await hall.step(caseId, centre, 'recordVerificationAnswers', { round: 1, answers });
  await hall.step(caseId, clerk, 'recordHomeVisit', {
    visitedOn: '2026-09-01',
    surveyors: [clerk, surveyor].map(({ staffId }) => ({ staffId, file })),
    memberPresent: { personId: persons[0], file },
    agrees: true,
    summary: '一致',
    photos: [],
  });
  const { state } = (await hall.get(`/v1/cases/${caseId}`, writer)).json<{ state: { facts: object } }>();
  await hall.step(caseId, writer, 'writeOpinion', {
    facts: state.facts,
    recheckClass: 'B',
    proposal: 'grant',
    ground: '符合',
  });
  await hall.step(caseId, worker, 'startPosting', { place: '公开栏' });
  posting = (await hall.get('/v1/postings')).json<{ items: { id: string }[] }>().items[0]?.id ?? '';
}, 60_000);
afterAll(() => hall.close());

const said = { name: '周小川', phone: '13800001111', text: '该户有一辆轿车。' };

describe('Somebody of the public', () => {
  it('objects to a posting once, however often the key comes; the words are kept sealed', async () => {
    const key = randomUUID();
    const first = await hall.post(`/v1/postings/${posting}/objections`, said, { key });
    expect(first.statusCode).toBe(201);
    const again = await hall.post(`/v1/postings/${posting}/objections`, said, { key });
    expect(again.json()).toEqual(first.json());
    const rows = await hall.prisma.grievance.findMany();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/周小川|轿车|1380000/);
  });

  it('is heard by the staff of the case alone', async () => {
    const [row] = await hall.prisma.grievance.findMany();
    const url = `/v1/cases/${caseId}/grievances/${row?.id ?? ''}`;
    expect((await hall.get(url, hall.staff.clerk)).json()).toMatchObject({ kind: 'objection', ...said });
    expect((await hall.get(url, hall.staff.worker)).statusCode).toBe(403);
    expect((await hall.get(url)).statusCode).toBe(401);
    const listed = await hall.get('/v1/tasks', hall.staff.clerk);
    expect(listed.json()).toMatchObject({ items: [{ action: 'investigateObjection', caseId }] });
  });

  it('complains under a real name by the tracking code', async () => {
    const taken = await hall.post('/v1/public/complaints', { trackingCode, ...said });
    expect(taken.statusCode).toBe(201);
    const shown = await hall.get(`/v1/cases/${caseId}`, hall.staff.officer);
    expect(shown.json()).toMatchObject({ state: { complaints: [{ id: taken.json<{ id: string }>().id }] } });
  });

  it('leaves nothing behind when the posting is over, and is told so', async () => {
    hall.moveTo('2026-09-20');
    const late = await hall.post(`/v1/postings/${posting}/objections`, said);
    expect(late.statusCode).toBe(404);
    expect((await hall.get('/v1/postings')).json()).toEqual({ items: [], next: null });
    expect(await hall.prisma.grievance.count()).toBe(2);
  });

  it('who guesses at tracking codes has to wait', async () => {
    const guess = () => hall.get(`/v1/public/applications/${randomUUID().slice(0, 12)}`);
    expect((await guess()).statusCode).toBe(404);
    for (let tries = 1; tries < 20; tries += 1) await guess();
    const stopped = await guess();
    expect(stopped.statusCode).toBe(429);
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0);
  });
});

import { verificationSources } from '../../../policy/lifecycle/commands.ts';
import { ordinaryTown, staffOf } from '../../fixtures/staff.ts';
import { TownHall } from './town-hall.ts';

let hall: TownHall;
beforeAll(async () => {
  hall = await TownHall.open('casework-walk');
}, 60_000);
afterAll(() => hall.close());

describe('A household over HTTP, from application to payment', () => {
  let caseId: string;
  let trackingCode: string;
  let persons: string[];

  it('is filed at the counter: people by name and number, the answer has their ids and the tracking code', async () => {
    const filed = await hall.file();
    ({ caseId, trackingCode } = filed);
    persons = filed.persons.map(({ personId }) => personId);
    expect(trackingCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    const list = await hall.get('/v1/applications', hall.staff.clerk);
    expect(list.json()).toMatchObject({ items: [{ caseId, head: '何*舟', members: 3, stage: 'draft' }], next: null });
  });

  it('is authorised by each member, submitted and accepted', async () => {
    const { worker, clerk } = hall.staff;
    await hall.authorise(
      caseId,
      persons.map((personId) => ({ personId })),
    );
    await hall.step(caseId, worker, 'submitApplication');
    const accepted = await hall.step(caseId, clerk, 'acceptApplication');
    expect(accepted).toMatchObject({ stage: 'investigating', stageWords: { zh: '核对与入户调查' } });
    expect(accepted['deadlines']).toContainEqual(
      expect.objectContaining({
        name: 'decision',
        lastDay: '2026-09-29',
        left: 20,
        unit: 'workingDay',
        provisional: false,
      }),
    );
  });

  it('is verified by the centre, which knows of the case only once it was asked', async () => {
    const { clerk, centre } = hall.staff;
    expect((await hall.get(`/v1/cases/${caseId}`, centre)).statusCode).toBe(404);
    await hall.step(caseId, clerk, 'requestVerification');
    const tasks = await hall.get('/v1/tasks', centre);
    expect(tasks.json()).toMatchObject({ items: [{ caseId, action: 'startVerification', overdue: false }] });
    const shown = await hall.get(`/v1/cases/${caseId}?purpose=${encodeURIComponent('核对')}`, centre);
    expect(shown.json()).toMatchObject({ members: [{ name: '何远舟' }, { name: '罗晚晴' }, { name: '何小满' }] });
    expect(await hall.prisma.personLookup.count({ where: { staffId: centre.staffId, purpose: '核对' } })).toBe(3);
    await hall.step(caseId, centre, 'startVerification', { round: 1 });
    const answers = persons.flatMap((personId) =>
      verificationSources.map((source) => ({ source, personId, finding: 'agrees' })),
    );
    await hall.step(caseId, centre, 'recordVerificationAnswers', { round: 1, answers });
  });

  it('is visited at home, judged and posted for the public to read, masked', async () => {
    const { clerk, surveyor, writer, worker } = hall.staff;
    hall.moveTo('2026-09-03');
    const file = await hall.sheet('survey');
    await hall.step(caseId, clerk, 'startSurvey', { surveyors: [clerk.staffId, surveyor.staffId] });
    await hall.step(caseId, clerk, 'recordHomeVisit', {
      visitedOn: '2026-09-03',
      surveyors: [clerk, surveyor].map(({ staffId }) => ({ staffId, file })),
      memberPresent: { personId: persons[0], file },
      agrees: true,
      summary: '与申报一致',
      photos: [file],
    });
    const { state } = (await hall.get(`/v1/cases/${caseId}`, writer)).json<{ state: { facts: object } }>();
    const opinion = { facts: state.facts, recheckClass: 'B', proposal: 'grant', ground: '符合条件' };
    await hall.step(caseId, writer, 'writeOpinion', opinion);
    hall.moveTo('2026-09-07');
    await hall.step(caseId, worker, 'startPosting', { place: '村务公开栏' });
    const postings = await hall.get('/v1/postings?village=320411101004');
    expect(postings.json()).toMatchObject({ items: [{ headName: '何*舟', members: 3, lastDay: '2026-09-14' }] });
    expect(postings.body).not.toContain('何远舟');
  });

  it('is confirmed by the town, four eyes kept, and each condition explained', async () => {
    const { approver, clerk } = hall.staff;
    hall.moveTo('2026-09-15');
    const early = await hall.act(caseId, clerk, 'confirm');
    expect(early.statusCode).toBe(403);
    const confirmed = await hall.step(caseId, approver, 'confirm');
    expect(confirmed).toMatchObject({ stage: 'inPayment' });
    const shown = (await hall.get(`/v1/cases/${caseId}`, approver)).json<{
      decisions: { kind: string; amount: number; conditions: { met: boolean; explanation: { zh: string } }[] }[];
      members: { name: string; identityNumber: string }[];
      account: object;
    }>();
    expect(shown.decisions[0]).toMatchObject({ kind: 'confirmed', amount: 211_100 });
    expect(shown.decisions[0]?.conditions.length).toBeGreaterThan(3);
    expect(shown.decisions[0]?.conditions.every(({ met, explanation }) => met && explanation.zh !== '')).toBe(true);
    expect(shown.members[0]?.name).toBe('何*舟');
    expect(shown.members[0]?.identityNumber).toMatch(/^320411\*{8}/);
    expect(shown.account).toMatchObject({ bank: '江南农商行', number: '****0123' });
  });

  it('leaves documents to print, each as it was issued, and a record that hangs together', async () => {
    const { clerk } = hall.staff;
    const { items } = (await hall.get(`/v1/cases/${caseId}/documents`, clerk)).json<{
      items: { number: string; title: string; kind: string }[];
    }>();
    expect(items.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['acceptanceNotice', 'postingSheet', 'confirmationNotice']),
    );
    const page = await hall.get(`/v1/cases/${caseId}/documents/${items.at(-1)?.number ?? ''}`, clerk);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.body).toMatch(/^<!doctype html>/i);
    const first = (await hall.get(`/v1/cases/${caseId}/events?limit=5`, clerk)).json<{
      items: { seq: number; hash: string; prevHash: string }[];
      next: string;
    }>();
    const second = (await hall.get(`/v1/cases/${caseId}/events?cursor=${first.next}`, clerk)).json<typeof first>();
    expect(second.items[0]?.prevHash).toBe(first.items[4]?.hash);
    expect(second.items[0]?.seq).toBe(6);
  });

  it('tells the applicant by the tracking code where it stands, and nothing personal', async () => {
    const shown = await hall.get(`/v1/public/applications/${trackingCode.toLowerCase()}`);
    expect(shown.json()).toMatchObject({
      stage: { zh: '已确认，正在发放。' },
      dates: [{ zh: '提交' }, { zh: '受理' }, { zh: '首次决定' }],
    });
    expect(shown.body).not.toContain(persons[0]);
  });

  it('moves while its payment is suspended and a change is under way: the worklists of the new town’s decider have it', async () => {
    const { approver, clerk } = hall.staff;
    const there = staffOf(ordinaryTown);
    hall.moveTo('2026-10-08');
    await hall.step(caseId, approver, 'suspendPayment', { ground: 'unreachable', note: '联系不上' });
    await hall.step(caseId, clerk, 'reportChange', {
      kind: 'incomeChanged',
      happenedOn: '2026-10-08',
      note: '报告',
      papers: [],
    });
    const move = { ...ordinaryTown, movedOn: '2026-10-08' };
    const early = await hall.act(caseId, clerk, 'transferTown', { ...move, movedOn: '2026-08-31' });
    expect([early.statusCode, early.json()]).toMatchObject([409, { reason: 'before-acceptance' }]);
    await hall.step(caseId, clerk, 'transferTown', move);
    const worklist = async (by: { staffId: string }) =>
      (await hall.get('/v1/tasks', by))
        .json<{ items: { caseId: string; action: string; supervising: boolean }[] }>()
        .items.filter(({ supervising }) => !supervising);
    expect(await worklist(approver)).toEqual([]);
    expect(await worklist(there.approver)).toEqual([]);
    expect(await worklist(there.districtApprover)).toMatchObject([{ caseId, action: 'releasePayment' }]);
    expect((await worklist(there.clerk)).map(({ action }) => action)).toContain('proposeAdjustment');
    const release = { arrears: true, ground: '已联系' };
    await hall.step(caseId, there.districtApprover, 'releasePayment', release);
  });
});

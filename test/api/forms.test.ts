import type { FastifyInstance } from 'fastify';
import { caseAction } from '../../contracts/http/actions.ts';
import { applicationOf } from '../e2e/casework/town-hall.ts';
import { coupleWithChild } from '../fixtures/households.ts';
import { testApp } from './test-app.ts';

let app: FastifyInstance;
let headers: Record<string, string>;
beforeAll(async () => {
  const made = await testApp();
  app = made.app;
  headers = { ...(await made.as('clerk-diaozhuang')), 'idempotency-key': 'a-key-for-forms' };
});
afterAll(() => app.close());

const faultsOf = async (url: string, payload: object) => {
  const response = await app.inject({ method: 'POST', url, headers, payload });
  expect(response.statusCode).toBe(400);
  const { errors } = response.json<{ errors: { field: string; message: string; messageEn: string }[] }>();
  expect(errors.every(({ message, messageEn }) => message !== '' && messageEn !== '')).toBe(true);
  return errors.map(({ field }) => field).sort();
};

const url = '/v1/cases/00000000-0000-0000-0000-000000000000/actions';

describe('The form of an application', () => {
  it('is refused with every fault at its field, none repeating what was typed', async () => {
    const form = applicationOf(coupleWithChild) as { members: object[] };
    const [head, spouse, child] = form.members;
    const payload = {
      ...form,
      village: '3204',
      homes: -1,
      financialAssets: 12.5,
      colour: 'red',
      members: [
        { ...head, identityNumber: '320411198403111019' },
        { ...spouse, livesElsewhere: { reason: 'work', since: '2026-02-30' } },
        { ...child, incomes: [{ type: 'wage', annual: -1 }] },
      ],
    };
    expect(await faultsOf('/v1/applications', payload)).toEqual([
      'colour',
      'financialAssets',
      'homes',
      'members.0.identityNumber',
      'members.1.livesElsewhere.since',
      'members.2.incomes.0.annual',
      'village',
    ]);
    const response = await app.inject({ method: 'POST', url: '/v1/applications', headers, payload });
    expect(response.body).not.toContain('320411198403111019');
  });

  it('takes no text with characters that cannot be kept, and keeps lines and tabs', async () => {
    const payload = {
      ...applicationOf(coupleWithChild),
      needs: ['粮\u0000油', '粮\ud800', '粮\n\t油'],
      causeOfHardship: '病\u0007',
    };
    expect(await faultsOf('/v1/applications', payload)).toEqual(['causeOfHardship', 'needs.0', 'needs.1']);
  });

  it('is sent as JSON: nothing else is read', async () => {
    const as = { ...headers, 'content-type': 'text/plain' };
    const response = await app.inject({ method: 'POST', url: '/v1/applications', headers: as, payload: '{}' });
    expect(response.statusCode).toBe(415);
  });

  it.each(['tekun', 'dibaoSinglePerson', 'orphan', 'deFactoUnattendedChild'])(
    'for %s says which member it is for, beside every other fault',
    async (kind) => {
      const payload = { ...applicationOf(coupleWithChild), kind };
      expect(await faultsOf('/v1/applications', payload)).toEqual(['subject']);
      expect(await faultsOf('/v1/applications', { ...payload, head: 9, subject: 7 })).toEqual([
        'head',
        'members.0.relation',
        'subject',
      ]);
    },
  );

  it.each(['dibao', 'dibaoEdge', 'rigidExpenditure', 'temporaryAssistance'])(
    'for %s is for the whole household and names no member',
    async (kind) => {
      const payload = { ...applicationOf(coupleWithChild), kind, subject: 0 };
      expect(await faultsOf('/v1/applications', payload)).toEqual(['subject']);
    },
  );

  it('is refused for a kind of help that the law does not know', async () => {
    expect(await faultsOf('/v1/applications', { ...applicationOf(coupleWithChild), kind: 'lottery' })).toEqual([
      'kind',
    ]);
  });

  it('is refused where it points to members who are not on it', async () => {
    const form = applicationOf(coupleWithChild) as { members: object[] };
    const payload = {
      ...form,
      head: 1,
      members: [form.members[0], form.members[0]],
      vehicles: [{ kind: 'car', owner: 7 }],
      companyInterests: [{ member: 3, role: 'director' }],
    };
    expect(await faultsOf('/v1/applications', payload)).toEqual([
      'companyInterests.0.member',
      'members.0.relation',
      'members.1.identityNumber',
      'vehicles.0.owner',
    ]);
  });
});

describe('The form of an action', () => {
  it.each([
    ['an unknown action', { type: 'pay' }, ['type']],
    ['an action that is not for staff to give', { type: 'draftApplication' }, ['type']],
    ['an unknown field', { type: 'confirm', amount: 1 }, ['amount']],
    [
      'a day that does not exist',
      { type: 'endCase', reason: 'custody', happenedOn: '2026-13-01', note: 'x' },
      ['happenedOn'],
    ],
    ['no ground', { type: 'refuse', ground: '  ' }, ['ground']],
    [
      'an amount below zero',
      { type: 'correctDecision', decision: 1, by: 'court', amounts: [{ from: '2026-1', amount: -1 }], ground: 'x' },
      ['amounts.0.amount', 'amounts.0.from'],
    ],
    [
      'a surveyor who is two',
      {
        type: 'recordDistrictVisit',
        visitedOn: '2026-09-01',
        visitors: [{ staffId: 'a', socialWorkerLicence: 'b', file: 'a'.repeat(64) }],
        agrees: true,
        summary: 'x',
      },
      ['visitors.0'],
    ],
    ['words without end', { type: 'withdraw', reason: 'x'.repeat(2_001) }, ['reason']],
  ])('is refused for %s', async (_case, payload, fields) => {
    expect(await faultsOf(url, payload)).toEqual(fields);
  });

  it('of an adjustment takes the poverty-alleviation period, on which a longer gradual exit rests', () => {
    const facts: unknown = JSON.parse(
      JSON.stringify(coupleWithChild.facts).replaceAll(/person-\w+-/g, '00000000-0000-0000-0000-00000000000'),
    );
    const form = {
      type: 'proposeAdjustment',
      facts,
      recheckClass: 'C',
      rightAtLastDecision: true,
      changedSince: true,
      outcome: 'gradualExit',
      withinPovertyAlleviation: true,
      ground: '收入增加。',
    };
    expect(caseAction.parse(form)).toEqual(form);
  });

  it('is too large beyond what a form can hold', async () => {
    const payload = { type: 'withdraw', reason: 'x'.repeat(300 * 1024) };
    expect((await app.inject({ method: 'POST', url, headers, payload })).statusCode).toBe(413);
  });

  it('needs a key', async () => {
    const response = await app.inject({
      method: 'POST',
      url,
      headers: { authorization: headers['authorization'] ?? '' },
      payload: { type: 'confirm' },
    });
    expect([response.statusCode, response.json()]).toMatchObject([
      400,
      { errors: [{ in: 'headers', field: 'idempotency-key' }] },
    ]);
  });
});

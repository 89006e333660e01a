import type { FastifyInstance } from 'fastify';
import fc from 'fast-check';
import type { AssessmentAnswer } from '../../contracts/http/assessment.ts';
import { identityCheckDigit } from '../../policy/identity-number.ts';
import { coupleWithChild, elderlyCouple } from '../fixtures/households.ts';
import { testApp } from './test-app.ts';

let app: FastifyInstance;
let headers: Record<string, string>;
let admin: Record<string, string>;
beforeAll(async () => {
  const made = await testApp();
  app = made.app;
  headers = await made.as('clerk-diaozhuang');
  admin = await made.as('admin');
});
afterAll(() => app.close());

const post = (payload: object, as = headers) =>
  app.inject({ method: 'POST', url: '/v1/assessments', headers: as, payload });

const answered = async (payload: object): Promise<AssessmentAnswer> => {
  const response = await post(payload);
  expect([response.statusCode, response.body.slice(0, 500)]).toEqual([200, expect.any(String)]);
  return response.json<AssessmentAnswer>();
};

const faultsOf = async (payload: object) => {
  const response = await post(payload);
  expect(response.statusCode).toBe(400);
  return response.json<{ reason?: string; errors: { field: string; message: string; messageEn: string }[] }>();
};

const { facts } = coupleWithChild;
const [head, spouse, child] = facts.members;
const members = (...changed: object[]) => ({ ...facts, members: changed });
const numberOf = (born: string) => `320411${born}101${identityCheckDigit(`320411${born}101`)}`;

describe('A pre-check at the window', () => {
  it('says which kinds fit a household, how much, and how the amount came about', async () => {
    const answer = await answered({ facts, on: '2026-09-01' });
    expect(answer.kinds).toEqual([
      {
        kind: 'dibao',
        words: { zh: '最低生活保障', en: 'minimum living allowance' },
        amount: 211_100,
        payment: 'monthly',
      },
    ]);
    expect(answer).toMatchObject({ on: '2026-09-01', month: '2026-10' });
    const dibao = answer.assessments.find(({ kind }) => kind === 'dibao');
    expect(dibao?.amountExplained.map(({ zh }) => zh)).toEqual([
      '近十二个月计入收入24,240.00元，减必要就业成本4,374.00元，可支配收入19,866.00元',
      '每人差额：标准1,215.00元，减月人均收入551.83元，为663.17元',
      '计算3人',
      '成员person-he-3分类施保（未成年人）加发121.50元',
      '合计（取整到元）：每月2,111.00元',
    ]);
  });

  it('explains every condition in both languages, of kinds that fit and of those that do not', async () => {
    const { assessments } = await answered({ facts: { ...facts, shops: 1 }, on: '2026-09-01' });
    const dibao = assessments.find(({ kind }) => kind === 'dibao');
    expect(dibao?.eligible).toBe(false);
    expect(dibao?.amountExplained).toEqual([]);
    const shop = dibao?.conditions.find(({ id }) => id === 'noShop');
    expect(shop?.met).toBe(false);
    expect(shop?.explanation.zh).toContain('商铺数量为1，应不超过0，不符合');
    expect(shop?.explanation.en).toContain('shops owned: 1, must be at most 0: not met');
  });

  it('takes the law of the day and the place asked for', async () => {
    const older = await answered({ facts, on: '2020-07-06', month: '2020-08' });
    expect(older.assessments.find(({ kind }) => kind === 'dibao')?.standard).toBe(90_000);
    expect((await faultsOf({ facts, division: '110000' })).errors.map(({ field }) => field)).toEqual(['division']);
    expect((await faultsOf({ facts: elderlyCouple.facts, on: '2012-12-11' })).errors.map(({ field }) => field)).toEqual(
      ['on'],
    );
  });

  it('is made today unless a day is named', async () => {
    const { on, month } = await answered({ facts });
    expect(on).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(month > on.slice(0, 7)).toBe(true);
  });

  it('asks for what is missing instead of taking it for nothing', async () => {
    const { undetermined } = await answered({ facts: elderlyCouple.facts, on: '2026-09-01' });
    const tekun = undetermined.find(({ kind }) => kind === 'tekun');
    expect(tekun?.personId).toBe(elderlyCouple.head);
    expect(tekun?.ask.map(({ path }) => path)).toContain(`members.${elderlyCouple.head}.supporters`);
  });

  it('names the other departments to be asked', async () => {
    const { referrals } = await answered({ facts: { ...facts, difficulties: ['medical', 'housing'] } });
    expect(referrals.map(({ difficulty }) => difficulty)).toEqual(['medical', 'housing']);
  });

  it('is for those who take applications', async () => {
    expect((await post({ facts }, admin)).statusCode).toBe(403);
    expect((await post({ facts }, {})).statusCode).toBe(401);
  });
});

describe('A pre-check of facts that cannot be', () => {
  it('is refused with every contradiction at once', async () => {
    const { reason, errors } = await faultsOf({
      facts: {
        ...members(head ?? {}, head ?? {}, { ...spouse, diedOn: '2026-08-01' }),
        companyInterests: [{ personId: 'nobody', role: 'director' }],
      },
      on: '2026-09-01',
    });
    expect(reason).toBe('facts-contradict');
    expect(errors.map(({ field, messageEn }) => [field, messageEn])).toEqual([
      ['facts', 'the household has 2 heads instead of one'],
      ['facts.members.1', 'member person-he-1 is listed twice'],
      ['facts.members.2', 'member person-he-2 is dead and no longer a member'],
      ['facts', 'nobody owns things but is no member'],
    ]);
  });

  it('is refused with the faults of the form and the contradictions together', async () => {
    const { errors } = await faultsOf({
      facts: {
        ...members(head ?? {}, { ...spouse, personId: head?.personId, incomes: [{ type: 'gift', annual: -1 }] }),
        homes: 'one',
        colour: 'red',
      },
      on: '2026-09-01',
    });
    const fields = errors.map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['facts.homes', 'facts.colour', 'facts.members.1.incomes.0.annual']));
    expect(errors.map(({ message }) => message)).toContain('成员person-he-1重复');
  });

  it('is refused where the identity number says another birth date, and does not repeat the number', async () => {
    const number = numberOf('19840312');
    const payload = {
      facts: members({ ...head, identityNumber: number }, spouse ?? {}, child ?? {}),
      on: '2026-09-01',
    };
    const { errors } = await faultsOf(payload);
    expect(errors).toEqual([
      {
        in: 'body',
        field: 'facts.members.0',
        message: '成员person-he-1：出生日期与身份证号不符',
        messageEn: 'member person-he-1 has a birth date that is not that of the identity number',
      },
    ]);
    expect((await post(payload)).body).not.toContain(number);
    const right = { ...head, identityNumber: numberOf('19840311') };
    const { body, statusCode } = await post({ facts: members(right, spouse ?? {}, child ?? {}), on: '2026-09-01' });
    expect(statusCode).toBe(200);
    expect(body).not.toContain(numberOf('19840311'));
  });

  it('is refused for an identity number with a wrong check digit, twice the same number, or one used as a mark', async () => {
    const number = numberOf('19840311');
    const mistyped = `${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}`;
    const wrong = await faultsOf({ facts: members({ ...head, identityNumber: mistyped }) });
    expect(wrong.errors.map(({ field }) => field)).toEqual(['facts.members.0.identityNumber']);
    const twice = members(
      { ...head, identityNumber: number },
      { ...spouse, birthDate: '1984-03-11', identityNumber: number },
    );
    expect((await faultsOf({ facts: twice })).errors.map(({ messageEn }) => messageEn)).toEqual([
      'member person-he-2 has the identity number of a member before',
    ]);
    const asMark = await post({ facts: members({ ...head, personId: number }, { ...head, personId: number }) });
    expect(asMark.statusCode).toBe(400);
    expect(asMark.body).not.toContain(number);
  });

  it('is answered with its faults whatever is left out or mistaken: never with an error of the server', async () => {
    const full = {
      ...facts,
      members: facts.members.map((member) => ({
        ...member,
        livesElsewhere: { reason: 'work', since: '2025-01-01' },
        disability: { type: 'limb', grade: 2 },
        supporters: [{ id: 's1', relation: 'child', birthDate: '1960-01-01', annualIncome: 1 }],
        selfCareFailed: ['eating'],
      })),
      emergency: { event: 'fire', on: '2026-08-30', affected: [head?.personId], severity: 1, need: 1 },
      assisted: [{ on: '2026-01-05', cause: 'fire', amount: 1 }],
      vehicles: [{ kind: 'car', ownerId: head?.personId }],
      companyInterests: [{ personId: head?.personId, role: 'director' }],
    };
    const paths = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, member]) => [[...path, key], ...paths(member, [...path, key])])
        : [];
    const spoilt = (path: readonly string[], by: unknown) => {
      const copy = structuredClone(full) as unknown as Record<string, unknown>;
      const parent = path.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, copy);
      parent[path.at(-1) ?? ''] = by;
      return copy;
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths(full)),
        fc.constantFrom<unknown>(null, 'x', -1, 1.5, true, [], {}, [{}], [null], '2026-02-30'),
        async (path, by) => {
          const { statusCode } = await post({ facts: spoilt(path, by), on: '2026-09-01' });
          expect([path, by, statusCode]).toEqual([path, by, statusCode === 200 ? 200 : 400]);
        },
      ),
      { numRuns: 300 },
    );
    for (const form of [null, [], 'x', {}, { facts: null }, { facts: { members: [null] } }])
      expect(
        (
          await app.inject({
            method: 'POST',
            url: '/v1/assessments',
            headers: { ...headers, 'content-type': 'application/json' },
            payload: JSON.stringify(form),
          })
        ).statusCode,
      ).toBe(400);
  });

  it('is answered with its faults however many entries or levels a form has', async () => {
    const many = (length: number, entry: unknown) => Array.from({ length }, () => entry);
    const lists = {
      'facts.members': { members: many(200, { personId: 'm' }) },
      'facts.vehicles': { vehicles: many(21, null) },
      'facts.members.0.incomes': { members: [{ ...head, incomes: many(41, null) }] },
      'facts.members.0.parents': { members: [{ ...head, parents: many(3, null) }] },
    };
    for (const [field, spoilt] of Object.entries(lists))
      expect((await faultsOf({ facts: { ...facts, ...spoilt } })).errors.map((error) => error.field)).toContain(field);
    const deep = `{"facts":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    const response = await app.inject({
      method: 'POST',
      url: '/v1/assessments',
      headers: { ...headers, 'content-type': 'application/json' },
      payload: deep,
    });
    expect(response.statusCode).toBe(400);
  });

  it('is refused for a day after which there is no month, and for characters that no text has', async () => {
    const fields = async (payload: object) => (await faultsOf(payload)).errors.map(({ field }) => field);
    expect(await fields({ facts, on: '9999-12-31' })).toEqual(['on']);
    expect(await fields({ facts: { ...facts, cause: 'fire\u0000' } })).toEqual(['facts.cause']);
  });
});

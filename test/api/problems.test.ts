import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { App } from '../../api/plugin.ts';
import { notFound, outcomeUnknown, refused } from '../../api/problems/problem.ts';
import { problems } from '../../api/problems/schema.ts';
import { ReceiptMismatch } from '../../prisma/repositories/receipts.ts';
import { testApp } from './test-app.ts';

const grpc = (code: number) => Object.assign(new Error('14 UNAVAILABLE: secret-host'), { code });
const faults: Record<string, () => Error> = {
  refused: () => refused('postingRuns', { zh: '公示期未满', en: 'The posting still runs' }, ['withdraw']),
  missing: notFound,
  unknown: outcomeUnknown,
  temporal: () => grpc(14),
  busy: () => grpc(8),
  database: () => Object.assign(new Error("Can't reach database server at secret-host"), { code: 'P1001' }),
  mismatch: () => new ReceiptMismatch(),
  bug: () => new Error('secret-host: 王小明 320402199003070010'),
};

function extend(app: FastifyInstance): void {
  const typed = app as App;
  typed.post(
    '/v1/test/members',
    {
      config: { permission: 'public', acts: true },
      schema: {
        body: z.strictObject({
          name: z.string().min(1),
          born: z.iso.date(),
          incomeFen: z.int().nonnegative(),
          members: z.array(z.strictObject({ relation: z.enum(['spouse', 'child']) })),
        }),
        response: { 200: z.object({ commandId: z.string(), bodyHash: z.string() }), ...problems(400) },
      },
    },
    ({ commandId, bodyHash }) => ({ commandId, bodyHash }),
  );
  typed.post(
    '/v1/test/hangs',
    {
      config: { permission: 'public', acts: false, timeLimitMs: 50 },
      schema: { response: { 200: z.null(), ...problems(503) } },
    },
    () => new Promise<null>(() => undefined),
  );
  for (const [name, make] of Object.entries(faults)) {
    for (const method of ['GET', 'POST'] as const) {
      typed.route({
        method,
        url: `/v1/test/${name}`,
        config: { permission: 'public', acts: false },
        schema: { response: { 200: z.null(), ...problems(404, 409, 422, 500, 503) } },
        handler: () => {
          throw make();
        },
      });
    }
  }
}

describe('a problem', () => {
  let app: FastifyInstance;
  beforeAll(async () => ({ app } = await testApp({}, extend)));
  afterAll(() => app.close());

  const members = (payload: object | string, headers: Record<string, string> = { 'idempotency-key': 'key-0001' }) =>
    app.inject({
      method: 'POST',
      url: '/v1/test/members',
      headers: { 'content-type': 'application/json', ...headers },
      payload,
    });
  const good = { name: '甲', born: '1990-03-07', incomeFen: 0, members: [] };

  it('names every faulty field at once, in Chinese and English, and repeats no value', async () => {
    const answer = await members({
      born: '1990-02-30',
      incomeFen: -1,
      members: [{ relation: 'uncle', secret: '王小明' }],
      extra: 1,
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const body = answer.json<{
      requestId: string;
      errors: { in: string; field: string; message: string; messageEn: string }[];
    }>();
    expect(body.errors.map((error) => error.field).toSorted()).toEqual([
      'born',
      'extra',
      'incomeFen',
      'members.0.relation',
      'members.0.secret',
      'name',
    ]);
    expect(body.errors.find((error) => error.field === 'name')).toEqual({
      in: 'body',
      field: 'name',
      message: '必填',
      messageEn: 'Required',
    });
    expect(body.errors.every((error) => /\p{Script=Han}/u.test(error.message) && error.messageEn !== '')).toBe(true);
    expect(answer.headers['x-request-id']).toBe(body.requestId);
    expect(answer.body).not.toContain('1990-02-30');
    expect(answer.body).not.toContain('王小明');
  });

  it.each([
    ['a missing key', {}],
    ['a key of seven characters', { 'idempotency-key': '1234567' }],
    ['a key with a space', { 'idempotency-key': '1234 5678' }],
    ['a key of 129 characters', { 'idempotency-key': 'k'.repeat(129) }],
  ])('names the Idempotency-Key for %s', async (_case, headers) => {
    const answer = await members(good, headers);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ errors: [{ in: 'headers', field: 'idempotency-key' }] });
  });

  it('has 400 for a body that is no JSON, 413 for one too large, 415 for another format', async () => {
    expect((await members('{"name":')).statusCode).toBe(400);
    const large = await members({ ...good, name: 'x'.repeat(300_000) });
    expect([large.statusCode, large.json<{ type: string }>().type]).toEqual([413, 'urn:problem:payload-too-large']);
    const xml = await members('<a/>', { 'idempotency-key': 'key-0001', 'content-type': 'application/xml' });
    expect([xml.statusCode, xml.json<{ type: string }>().type]).toEqual([415, 'urn:problem:unsupported-media-type']);
  });

  it('is the same for what is missing, what may not be seen, and what no route serves', async () => {
    const answers = await Promise.all(['/v1/test/missing', '/v1/nothing', '/%zz'].map((url) => app.inject({ url })));
    const bodies = answers.map((answer) => ({ ...answer.json<object>(), requestId: '' }));
    expect(answers.map((answer) => answer.statusCode)).toEqual([404, 404, 404]);
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
  });

  it('of a refusal gives the reason and what is allowed', async () => {
    const answer = await app.inject({ url: '/v1/test/refused' });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ reason: 'postingRuns', detail: '公示期未满', allowedActions: ['withdraw'] });
  });

  it('tells 422 when a key comes again with another body', async () => {
    const answer = await app.inject({ url: '/v1/test/mismatch' });
    expect([answer.statusCode, answer.json<{ type: string }>().type]).toEqual([
      422,
      'urn:problem:idempotency-key-reused',
    ]);
  });

  it.each([
    ['GET', 'temporal', 'not-done'],
    ['POST', 'temporal', 'outcome-unknown'],
    ['POST', 'busy', 'not-done'],
    ['POST', 'database', 'not-done'],
    ['POST', 'unknown', 'outcome-unknown'],
  ] as const)('of %s while %s fails is 503 %s with Retry-After', async (method, name, slug) => {
    const answer = await app.inject({ method, url: `/v1/test/${name}` });
    expect(answer.statusCode).toBe(503);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(answer.json()).toMatchObject({ type: `urn:problem:${slug}` });
    expect(answer.body).not.toContain('secret-host');
  });

  it('comes in time when a part hangs: the outcome is unknown', async () => {
    const url = `${await app.listen({ port: 0 })}/v1/test/hangs`;
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ type: 'urn:problem:outcome-unknown' });
  });

  it('of a bug gives a request id and nothing else', async () => {
    const answer = await app.inject({ url: '/v1/test/bug' });
    expect(answer.statusCode).toBe(500);
    expect(Object.keys(answer.json<object>()).toSorted()).toEqual(['requestId', 'status', 'title', 'titleEn', 'type']);
    expect(answer.body).not.toContain('王小明');
  });

  it('does not arise when the same request is sent twice: both name the same command and body', async () => {
    const first = await members(good);
    const again = await members({ members: [], incomeFen: 0, born: '1990-03-07', name: '甲' });
    const other = await members({ ...good, name: '乙' });
    expect(again.json()).toEqual(first.json());
    expect(other.json<{ commandId: string }>().commandId).toBe(first.json<{ commandId: string }>().commandId);
    expect(other.json<{ bodyHash: string }>().bodyHash).not.toBe(first.json<{ bodyHash: string }>().bodyHash);
  });
});

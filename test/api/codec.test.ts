import { defaultPayloadConverter } from '@temporalio/common';
import { cookieToken } from '../../api/access/session.ts';
import { EncryptionCodec } from '../../platform/codec.ts';
import { toJson } from '../../api/routes/codec/payloads.ts';
import { testApp } from './test-app.ts';

const uiOrigin = 'http://localhost:8233';
const codec = new EncryptionCodec([{ id: 'k1', key: Buffer.alloc(32, 1) }]);

async function encoded(value: unknown) {
  return { payloads: (await codec.encode([defaultPayloadConverter.toPayload(value)])).map(toJson) };
}

describe('the codec endpoint', () => {
  let test: Awaited<ReturnType<typeof testApp>>;
  beforeEach(async () => (test = await testApp()));
  afterEach(() => test.app.close());

  const decode = async (headers: Record<string, string | undefined>) =>
    test.app.inject({ method: 'POST', url: '/codec/decode', headers, payload: await encoded('王小明') });

  it('shows payloads to an administrator and records who opened how many', async () => {
    const answer = await decode({ ...(await test.as('admin')), 'x-namespace': 'default' });
    expect(answer.statusCode).toBe(200);
    const [payload] = answer.json<{ payloads: { data: string }[] }>().payloads;
    expect(Buffer.from(payload?.data ?? '', 'base64').toString()).toBe('"王小明"');
    expect(test.openings).toEqual([{ staffId: 'admin', count: 1, namespace: 'default', workflowId: undefined }]);
  });

  it('shows nothing to other staff and to nobody', async () => {
    expect((await decode(await test.as('clerk-diaozhuang'))).statusCode).toBe(403);
    expect((await decode({})).statusCode).toBe(401);
    expect(test.openings).toEqual([]);
  });

  it('shows nothing that could not be recorded', async () => {
    const unrecorded = await testApp({
      recordOpening: () => Promise.reject(Object.assign(new Error('gone'), { code: 'P1001' })),
    });
    const answer = await unrecorded.app.inject({
      method: 'POST',
      url: '/codec/decode',
      headers: await unrecorded.as('admin'),
      payload: await encoded('王小明'),
    });
    await unrecorded.app.close();
    expect(answer.statusCode).toBe(503);
  });

  it('says that a payload under an unknown key cannot be decrypted', async () => {
    const other = new EncryptionCodec([{ id: 'k9', key: Buffer.alloc(32, 9) }]);
    const payloads = (await other.encode([defaultPayloadConverter.toPayload(1)])).map(toJson);
    const answer = await test.app.inject({
      method: 'POST',
      url: '/codec/decode',
      headers: await test.as('admin'),
      payload: { payloads },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).not.toContain('k9');
  });

  it('encodes what decode opens again', async () => {
    const plain = { payloads: [toJson(defaultPayloadConverter.toPayload(7))] };
    const headers = await test.as('admin');
    const sealed = await test.app.inject({ method: 'POST', url: '/codec/encode', headers, payload: plain });
    const opened = await test.app.inject({
      method: 'POST',
      url: '/codec/decode',
      headers,
      payload: sealed.json<object>(),
    });
    expect(opened.json()).toEqual(plain);
  });

  it('lets the origin of the Temporal UI call with credentials, and no other', async () => {
    const ask = (origin: string) =>
      test.app.inject({
        method: 'OPTIONS',
        url: '/codec/decode',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,x-namespace',
        },
      });
    const allowed = await ask(uiOrigin);
    expect(allowed.headers).toMatchObject({
      'access-control-allow-origin': uiOrigin,
      'access-control-allow-credentials': 'true',
    });
    const answered = await decode({ ...(await test.as('admin')), origin: uiOrigin });
    const turnedAway = await decode({ origin: uiOrigin });
    expect(turnedAway.headers['access-control-allow-origin']).toBe(uiOrigin);
    expect(answered.headers).toMatchObject({
      'access-control-allow-origin': uiOrigin,
      'access-control-allow-credentials': 'true',
    });
    expect((await ask('http://evil.example')).headers['access-control-allow-origin']).toBeUndefined();
    const elsewhere = await test.app.inject({ url: '/v1/divisions', headers: { origin: uiOrigin } });
    expect(elsewhere.headers['access-control-allow-origin']).toBeUndefined();
  });

  describe('by the session of the sign-in page', () => {
    const signIn = async (staffId: string) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await test.app.inject({ method: 'POST', url: '/signin', headers, payload: `staffId=${staffId}` });
      return { answer, cookie: String(answer.headers['set-cookie']) };
    };

    it('opens payloads for the Temporal UI', async () => {
      const { answer, cookie } = await signIn('admin');
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/signin']);
      expect(cookie).toMatch(/; HttpOnly; SameSite=Strict;/);
      expect((await decode({ cookie: cookie.split(';')[0], origin: uiOrigin })).statusCode).toBe(200);
    });

    it('opens nothing for a page of another origin, nor where tokens are asked for', async () => {
      const cookie = (await signIn('admin')).cookie.split(';')[0];
      expect((await decode({ cookie, origin: 'http://localhost:9999' })).statusCode).toBe(401);
      expect((await decode({ cookie })).statusCode).toBe(401);
    });

    it('is not opened for one who has left', async () => {
      expect((await signIn('left')).answer.statusCode).toBe(400);
    });

    it('ends with sign-out', async () => {
      const answer = await test.app.inject({ method: 'POST', url: '/signout' });
      expect(cookieToken(String(answer.headers['set-cookie']).split(';')[0])).toBe('');
    });

    it('shows the page with the staff to choose from, escaped', async () => {
      const page = await test.app.inject({
        url: '/signin',
        headers: { cookie: (await signIn('admin')).cookie.split(';')[0] },
      });
      expect(page.body).toContain('value="clerk-diaozhuang"');
      expect(page.body).toContain('Signed in: <strong>测试admin</strong>');
    });
  });
});

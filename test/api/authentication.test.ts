import type { FastifyInstance } from 'fastify';
import { SignJWT, UnsecuredJWT } from 'jose';
import { createPrivateKey, randomBytes } from 'node:crypto';
import { developmentAudience, developmentIssuerName, openDevelopmentIssuer } from '../../api/development/issuer.ts';
import { testApp, testKey } from './test-app.ts';

const url = '/codec/encode';
const post = (app: FastifyInstance, headers: Record<string, string>) =>
  app.inject({ method: 'POST', url, headers, payload: { payloads: [] } });

describe('an access token', () => {
  const key = createPrivateKey({ key: testKey, format: 'der', type: 'pkcs8' });
  let kid: string;
  let test: Awaited<ReturnType<typeof testApp>>;

  beforeAll(async () => {
    test = await testApp();
    kid = test.issuer.keys.keys[0]?.kid ?? '';
  });
  afterAll(() => test.app.close());

  const token = (claims: { issuer?: string; audience?: string; subject?: string; expires?: string | number }) =>
    new SignJWT()
      .setProtectedHeader({ alg: 'EdDSA', kid })
      .setIssuer(claims.issuer ?? developmentIssuerName)
      .setAudience(claims.audience ?? developmentAudience)
      .setSubject(claims.subject ?? 'admin')
      .setExpirationTime(claims.expires ?? '1m')
      .sign(key);

  it('lets an active administrator in', async () => {
    const answer = await post(test.app, { authorization: `Bearer ${await token({})}` });
    expect(answer.statusCode).toBe(200);
  });

  it.each([
    ['of another issuer', () => token({ issuer: 'https://elsewhere.example' })],
    ['for another audience', () => token({ audience: 'another-service' })],
    ['that expired two minutes ago', () => token({ expires: Math.floor(Date.now() / 1000) - 120 })],
    ['without signature', () => Promise.resolve(unsigned())],
    ['signed with a shared secret', () => sharedSecret(kid)],
    ['signed by someone else', () => signedByAnother()],
    ['that is no token', () => Promise.resolve('abc')],
  ])('is refused with 401 when it is one %s', async (_case, make) => {
    const answer = await post(test.app, { authorization: `Bearer ${await make()}` });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.json()).toMatchObject({ type: 'urn:problem:unauthenticated', title: '请先登录' });
  });

  it('is asked for with 401', async () => {
    expect((await post(test.app, {})).statusCode).toBe(401);
    expect((await post(test.app, { authorization: 'Basic YWRtaW46' })).statusCode).toBe(401);
  });

  it.each([
    ['is on no register', 'nobody'],
    ['has left', 'left'],
    ['has a role that may not', 'clerk-diaozhuang'],
  ])('is no use to someone who %s', async (_case, subject) => {
    const answer = await post(test.app, { authorization: `Bearer ${await token({ subject })}` });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ type: 'urn:problem:forbidden' });
  });

  it('cannot be checked while the register of staff is away: nothing was done, try again', async () => {
    const away = () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
    const { app, as } = await testApp({ staff: { find: away, list: away } });
    const answer = await post(app, await as('admin'));
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.json()).toMatchObject({ type: 'urn:problem:not-done' });
    await app.close();
  });

  it('is not signed by the stack itself in production', async () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    await expect(openDevelopmentIssuer(testKey)).rejects.toThrow('production');
    process.env['NODE_ENV'] = before;
  });
});

function unsigned(): string {
  return new UnsecuredJWT()
    .setIssuer(developmentIssuerName)
    .setAudience(developmentAudience)
    .setSubject('admin')
    .setExpirationTime('1m')
    .encode();
}

function sharedSecret(kid: string): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256', kid })
    .setIssuer(developmentIssuerName)
    .setAudience(developmentAudience)
    .setSubject('admin')
    .setExpirationTime('1m')
    .sign(randomBytes(32));
}

async function signedByAnother(): Promise<string> {
  const key = Buffer.concat([testKey.subarray(0, 16), Buffer.alloc(32, 0x22)]);
  return (await openDevelopmentIssuer(key)).sign('admin', 60);
}

import { pino } from 'pino';
import { Writable } from 'node:stream';
import { testApp } from './test-app.ts';

const answers = () => Promise.resolve();
const fails = () => Promise.reject(new Error('connect ECONNREFUSED 10.1.2.3'));

describe('health', () => {
  it('is alive whatever the other parts do', async () => {
    const { app } = await testApp({ readiness: { database: fails } });
    expect((await app.inject({ url: '/health/live' })).statusCode).toBe(200);
    await app.close();
  });

  it('is ready when every part answers', async () => {
    const { app } = await testApp({ readiness: { database: answers, temporal: answers, worker: answers } });
    const answer = await app.inject({ url: '/health/ready' });
    expect(answer.json()).toEqual({ status: 'ready', parts: ['database', 'temporal', 'worker'] });
    await app.close();
  });

  it('names the parts that do not answer, and no address', async () => {
    const { app } = await testApp({ readiness: { database: answers, temporal: fails, worker: fails } });
    const answer = await app.inject({ url: '/health/ready' });
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ type: 'urn:problem:not-ready', parts: ['temporal', 'worker'] });
    expect(answer.body).not.toContain('10.1.2.3');
    await app.close();
  });
});

describe('metrics', () => {
  it('count answers by route pattern and carry those of the worker', async () => {
    const { app } = await testApp({
      otherMetrics: { worker: () => Promise.resolve('temporal_worker_task_slots 4\n'), gone: fails },
    });
    await app.inject({ url: '/v1/divisions/320402' });
    const { body, statusCode } = await app.inject({ url: '/metrics' });
    expect(statusCode).toBe(200);
    expect(body).toContain(
      'doudi_http_request_duration_seconds_count{method="GET",route="/v1/divisions/:code",status="200"} 1',
    );
    expect(body).toContain('temporal_worker_task_slots 4');
    expect(body).toContain('doudi_part_up{part="gone"} 0');
    await app.close();
  });
});

describe('the log', () => {
  it('has one line for each answer: the route, never the query or the path', async () => {
    const lines: string[] = [];
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(chunk.toString());
        done();
      },
    });
    const { app } = await testApp({ logger: pino(stream) });
    await app.inject({ url: '/v1/divisions?parent=320402&limit=1' });
    await app.inject({ url: '/v1/divisions/320402' });
    await app.close();
    const answered = lines.filter((line) => line.includes('"answered"'));
    expect(answered).toHaveLength(2);
    expect(answered.map((line) => (JSON.parse(line) as { route: string }).route)).toEqual([
      '/v1/divisions',
      '/v1/divisions/:code',
    ]);
    expect(lines.join('')).not.toContain('320402');
  });
});

import { civilInstant } from '../../policy/dates.ts';
import { CalendarMoves } from '../../prisma/repositories/training-calendar.ts';
import type { MoveOrder, Training } from '../../api/training/training.ts';
import { Laggard } from '../../api/training/laggard.ts';
import { testApp } from './test-app.ts';

const now = civilInstant('2026-09-01T09:00:00');

const trainingThat = (move: Training['move']): Training => ({
  clock: { now: () => Promise.resolve(now), during: (act) => act(now) },
  show: () => Promise.resolve({ now, next: civilInstant('2026-10-01T06:00:00'), unfinished: false }),
  move,
  close: () => Promise.resolve(),
});

const moved = ({ to }: MoveOrder) => Promise.resolve({ from: now, now: to, steps: [], stuck: [] });

async function post(training: Training | undefined, body: object, staffId = 'admin') {
  const { app, as } = await testApp(training ? { training } : {});
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/training/calendar',
    headers: { ...(await as(staffId)), 'idempotency-key': 'a-key-for-one-move' },
    payload: body,
  });
  await app.close();
  return answer;
}

test('where no training calendar is, nobody can move civil time: the route does not exist', async () => {
  expect((await post(undefined, { to: '2026-09-02' })).statusCode).toBe(404);
});

test('only an administrator moves the calendar', async () => {
  expect((await post(trainingThat(moved), { to: '2026-09-02' }, 'clerk-diaozhuang')).statusCode).toBe(403);
});

test('a day means nine in the morning, an instant itself', async () => {
  expect((await post(trainingThat(moved), { to: '2026-09-02' })).json()).toMatchObject({ now: '2026-09-02T09:00:00' });
  const instant = '2026-09-02T00:00:00';
  expect((await post(trainingThat(moved), { to: instant })).json()).toMatchObject({ now: instant });
});

test.each(['2026-02-30', '2026-09-02T24:00:00', 'tomorrow'])('%s is no day and no instant', async (to) => {
  const answer = await post(trainingThat(moved), { to });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ errors: [{ field: 'to' }] });
});

test('a mistyped year is refused before time moves: at most ten years at once', async () => {
  const answer = await post(trainingThat(moved), { to: '2206-09-01' });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({
    errors: [{ field: 'to', messageEn: expect.stringContaining('10 years') as string }],
  });
  expect((await post(trainingThat(moved), { to: '2036-09-01' })).statusCode).toBe(200);
});

test('civil time never goes back', async () => {
  const answer = await post(
    trainingThat(() => Promise.resolve(undefined)),
    { to: '2026-08-01' },
  );
  expect(answer.statusCode).toBe(409);
  expect(answer.json()).toMatchObject({ reason: 'back-in-time' });
});

test('whoever does not answer in time is named, and a second move is told of the first', async () => {
  const late = await post(
    trainingThat(() => Promise.reject(new Laggard('case 17', 30, undefined))),
    { to: '2026-09-02' },
  );
  expect(late.statusCode).toBe(409);
  expect(late.json()).toMatchObject({ reason: 'laggard' });
  expect(late.body).toContain('case 17');
  const second = await post(
    trainingThat(() => Promise.reject(new CalendarMoves())),
    { to: '2026-09-02' },
  );
  expect(second.json()).toMatchObject({ reason: 'calendar-moves' });
});

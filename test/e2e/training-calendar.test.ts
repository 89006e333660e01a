import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { announceLaw, announceLawWhenPossible } from '../../api/law-changes/announce-law.ts';
import { createCalendarNotices } from '../../api/calendar-notices/notices.ts';
import { Laggard } from '../../api/training/laggard.ts';
import { openTraining, type Training, type TrainingDeps } from '../../api/training/training.ts';
import { wakeCase } from '../../api/training/wake.ts';
import { createLog } from '../../platform/log.ts';
import { type CivilInstant, civilInstant, plainDate } from '../../policy/dates.ts';
import { readEvents } from '../../prisma/repositories/case-log.ts';
import { ReceiptMismatch } from '../../prisma/repositories/receipts.ts';
import { CalendarMoves } from '../../prisma/repositories/training-calendar.ts';
import { earning, inventHousehold } from '../fixtures/households.ts';
import { delegatedTown, staffOf } from '../fixtures/staff.ts';
import { answersTo, authorisationOf, draftOf, opinionOf, visitOf } from '../policy/lifecycle/a-case.ts';
import { startCaseStack, StackCase, type CaseStack } from '../workflows/case/case-stack.ts';

jest.setTimeout(60_000);

const staff = staffOf(delegatedTown);
let stack: CaseStack;
let deps: TrainingDeps;
let training: Training;
let keys = 0;

beforeAll(async () => {
  stack = await startCaseStack('training-calendar');
  deps = {
    client: stack.client,
    taskQueue: stack.config.temporal.taskQueue,
    laggardSeconds: 30,
    prisma: stack.prisma,
    databaseUrl: stack.config.database.url,
    start: '2023-09-04',
  };
  training = openTraining(deps);
}, 120_000);
afterAll(async () => {
  await training.close();
  await stack.stop();
});

const order = (to: string) => ({ to: civilInstant(to), commandId: `move-${(keys += 1)}`, bodyHash: to });
const moveTo = (to: string, by = training) => by.move(order(to));

/** A case with its posting begun on `on`: the posting is over seven days later. */
async function posted(on: string): Promise<StackCase> {
  keys += 1;
  const household = await stack.register(
    inventHousehold(
      `family-${keys}`,
      [{ name: '丁北辰', born: '1980-05-06', relation: 'head', ...earning(6_000) }],
      100 + keys,
    ),
  );
  const it = new StackCase(stack);
  await it.take(staff.clerk, on, draftOf(household, delegatedTown));
  await it.take(staff.clerk, on, authorisationOf(household.head, household, on));
  await it.take(staff.clerk, on, { type: 'submitApplication' });
  await it.take(staff.clerk, on, { type: 'acceptApplication' });
  await it.take(staff.clerk, on, { type: 'requestVerification' });
  await it.take(staff.centre, on, answersTo({ state: await it.state() }));
  await it.take(staff.clerk, on, visitOf({ household, staff }, on));
  await it.take(staff.writer, on, opinionOf({ state: await it.state() }));
  await it.take(staff.worker, on, { type: 'startPosting', place: '村务公开栏' });
  return it;
}

const eventsAfter = async (it: StackCase, type: string) =>
  (await it.events()).filter((event) => event.type === type).map((event) => event.at);

test('civil time begins on the day the stack was given, at nine', async () => {
  expect(await training.clock.now()).toBe('2023-09-04T09:00:00');
  expect(await training.show()).toEqual({ now: '2023-09-04T09:00:00', next: '2023-10-01T06:00:00', unfinished: false });
});

test('clocks strike at their own instants in order, then the runs of the month are drawn up', async () => {
  const [first, second] = [await posted('2023-09-22'), await posted('2023-09-23')];
  const outcome = await moveTo('2023-10-01T09:00:00');
  expect(await eventsAfter(first, 'postingEnded')).toEqual(['2023-09-30T00:00:00']);
  expect(await eventsAfter(second, 'postingEnded')).toEqual(['2023-10-01T00:00:00']);
  const steps = outcome?.steps ?? [];
  expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).sort());
  expect(steps.at(-1)).toEqual({ at: '2023-10-01T06:00:00', cases: 0, lateRuns: 0, drawnUp: 7 });
  const runs = await stack.prisma.paymentRun.findMany({ where: { month: new Date('2023-10-01') } });
  expect(runs.map(({ at }) => at)).toEqual(Array(7).fill('2023-10-01T06:00:00'));
  expect(await training.clock.now()).toBe('2023-10-01T09:00:00');
});

test('the same key gets the first outcome, and civil time never goes back', async () => {
  const again = order('2023-10-02T09:00:00');
  const first = await training.move(again);
  await moveTo('2023-10-03T09:00:00');
  expect(await training.move(again)).toEqual(first);
  expect(await moveTo('2023-10-02T00:00:00')).toBeUndefined();
  expect(await training.clock.now()).toBe('2023-10-03T09:00:00');
});

test('while a command is under way the calendar waits, and while it moves commands and other moves wait or are told', async () => {
  let finish: () => void = () => undefined;
  const under = training.clock.during((at) => new Promise<string>((resolve) => (finish = () => resolve(at))));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const moving = moveTo('2023-10-09T09:00:00');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await training.clock.now()).toBe('2023-10-03T09:00:00');
  await expect(moveTo('2023-10-10T09:00:00')).rejects.toThrow(CalendarMoves);
  const next = training.clock.during((at) => Promise.resolve(at));
  finish();
  expect(await under).toBe('2023-10-03T09:00:00');
  await moving;
  expect(await next).toBe('2023-10-09T09:00:00');
});

test('a case that does not answer is named, civil time stands where it lags, and asked again it goes on', async () => {
  const it = await posted('2023-10-10');
  await stack.end();
  const impatient = openTraining({ ...deps, laggardSeconds: 1 });
  try {
    await expect(moveTo('2023-11-01T09:00:00', impatient)).rejects.toThrow(Laggard);
    await expect(moveTo('2023-11-01T09:00:00', impatient)).rejects.toThrow(
      /^case [0-9a-f-]{36} has not answered within 1 s/,
    );
    const now = await training.clock.now();
    expect(await training.show()).toEqual({ now, next: now, unfinished: true });
  } finally {
    await impatient.close();
    await stack.begin();
  }
  await moveTo('2023-11-01T09:00:00');
  expect(await eventsAfter(it, 'postingEnded')).toEqual(['2023-10-18T00:00:00']);
  expect(await stack.prisma.paymentRun.count({ where: { month: new Date('2023-11-01') } })).toBe(7);
});

test('a stack that lives by real time does not come up on a database that lives by a training calendar', async () => {
  const env = {
    ...process.env,
    DOUDI_DATABASE_URL: stack.config.database.url,
    DOUDI_TEMPORAL_ADDRESS: stack.config.temporal.address,
    DOUDI_TRAINING: 'false',
  };
  const start = promisify(execFile)(process.execPath, ['scripts/stack/schedules.ts'], { env });
  await expect(start).rejects.toMatchObject({
    stderr: expect.stringContaining('Start with DOUDI_TRAINING=true') as string,
  });
});

test('a case whose workflow was lost is taken up from the record', async () => {
  const it = await posted('2023-11-02');
  await it.handle.terminate('lost');
  await moveTo('2023-11-11T09:00:00');
  expect(await eventsAfter(it, 'postingEnded')).toEqual(['2023-11-10T00:00:00']);
});

/** The instants at which limits of a case were missed, beside those at which they fell due. */
const missed = async (it: StackCase) =>
  (await readEvents(stack.prisma, it.caseId)).flatMap((event) =>
    event.type === 'deadlineMissed' ? [[event.data.deadline.name, event.at, event.data.deadline.due]] : [],
  );

test('limits that only escalate do not stop the calendar, and strike at their own instants all the same', async () => {
  const it = await posted('2023-11-13');
  const outcome = await moveTo('2023-12-20T09:00:00');
  expect(outcome?.steps.map(({ at }) => at)).toEqual([
    '2023-11-21T00:00:00',
    '2023-12-01T06:00:00',
    '2023-12-20T09:00:00',
  ]);
  expect(outcome?.stuck).toEqual([]);
  expect(await missed(it)).toEqual([
    ['decision', '2023-12-12T00:00:00', '2023-12-12T00:00:00'],
    ['decision', '2023-12-20T00:00:00', '2023-12-20T00:00:00'],
  ]);
});

test('a holiday notice moves the deadlines that rest on its year, with an event', async () => {
  // Straight there: the months between are of no interest here.
  await stack.prisma.trainingCalendar.update({ where: { id: 1 }, data: { now: '2026-12-07T09:00:00' } });
  const it = await posted('2026-12-07');
  const decision = async () => (await it.state()).deadlines.find((clock) => clock.name === 'decision');
  expect(await decision()).toMatchObject({ provisional: true });
  const before = await decision();
  const notices = createCalendarNotices({
    ...deps,
    civilClock: training.clock,
    training: true,
    settled: (caseId, at) => wakeCase(deps, caseId, at),
  });
  const daysOff = ['2027-01-01', '2027-01-04', '2027-01-05'].map(plainDate);
  const notice = { year: 2027, notice: { daysOff, daysWorked: [] }, loadedBy: 'administrator-320400-1' };
  const given = { ...notice, commandId: 'notice-2027', bodyHash: 'first' };
  expect((await notices.load(given)).cases).toBeGreaterThan(0);
  const after = await decision();
  expect(after).toMatchObject({ provisional: false });
  expect(after && before && after.due > before.due).toBe(true);
  expect(await eventsAfter(it, 'deadlinesRecounted')).toEqual(['2026-12-07T09:00:00']);
  await notices.load(given);
  expect(await eventsAfter(it, 'deadlinesRecounted')).toHaveLength(1);
  await expect(notices.load({ ...given, bodyHash: 'another' })).rejects.toThrow(ReceiptMismatch);
  const years = await notices.years();
  expect(years.find(({ year }) => year === 2027)).toMatchObject({ status: 'published', loaded: true });
  expect(years.at(-1)).toMatchObject({ year: 2029, status: 'provisional', loaded: false });
});

test('cases in payment are told of the parameters a program came with, once a version, and started if their run was lost', async () => {
  const it = await posted('2027-03-01');
  await moveTo('2027-03-10T09:00:00');
  await it.take(staff.approver, '2027-03-10', { type: 'confirm' });
  await it.handle.terminate('lost');
  const tell = {
    ...deps,
    civilClock: training.clock,
    training: true,
    logger: createLog({ ...stack.config, logLevel: 'silent' }, 'api'),
    settled: (caseId: string, at: CivilInstant) => wakeCase(deps, caseId, at),
  };
  await announceLawWhenPossible(tell, AbortSignal.abort());
  expect(await stack.prisma.lawAnnouncement.count()).toBe(0);
  expect(await announceLaw(tell)).toBe(1);
  expect((await it.handle.describe()).status.name).toBe('RUNNING');
  expect(await announceLaw(tell)).toBe(0);
});

test('a suspension past its end opens a proceeding on the day, goes up to the top, and then holds up nothing', async () => {
  const it = await posted('2027-03-10');
  await moveTo('2027-03-19T09:00:00');
  await it.take(staff.approver, '2027-03-19', { type: 'confirm' });
  await it.take(staff.approver, '2027-03-19', { type: 'suspendPayment', ground: 'unreachable', note: '联系不上。' });
  const outcome = await moveTo('2027-06-30T09:00:00');
  expect(outcome?.stuck).toEqual([]);
  expect((await missed(it)).filter(([name]) => name === 'suspension')).toEqual([
    ['suspension', '2027-05-20T00:00:00', '2027-05-20T00:00:00'],
    ['suspension', '2027-05-28T00:00:00', '2027-05-28T00:00:00'],
    ['suspension', '2027-06-05T00:00:00', '2027-06-05T00:00:00'],
  ]);
  expect(await eventsAfter(it, 'proceedingOpened')).toEqual(['2027-05-20T00:00:00']);
});

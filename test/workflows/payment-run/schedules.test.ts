import { ScheduleOverlapPolicy } from '@temporalio/client';
import { civilInstantOf } from '../../../contracts/shanghai-time.ts';
import { yearMonth } from '../../../policy/dates.ts';
import { createPaymentSchedules } from '../../../scripts/stack/payment-schedules.ts';
import { Roll } from '../../activities/payment-runs/roll.ts';
import { startWorkerStack, until, type WorkerStack } from '../worker-stack.ts';
import { inputFor, stageOf } from './runs.ts';

const queue = 'payment-schedules';
let stack: WorkerStack;
beforeAll(async () => {
  stack = await startWorkerStack(queue);
}, 120_000);
afterAll(() => stack.stop());

test('a district’s Schedule is due on the 1st at 06:00 in Shanghai; created twice, it stays one, and paused as it was', async () => {
  const { district } = new Roll(stack.prisma);
  await createPaymentSchedules(stack.client, [district], { taskQueue: queue, training: false });
  const schedule = stack.client.schedule.getHandle(`payment-run/dibao/${district}`);
  await schedule.pause('停用');
  await createPaymentSchedules(stack.client, [district], { taskQueue: queue, training: false });
  const { state, info } = await schedule.describe();
  expect(state.paused).toBe(true);
  const due = info.nextActionTimes.map((time) => civilInstantOf(time.getTime()));
  expect(due.length).toBeGreaterThan(2);
  expect(due.every((at) => at.endsWith('-01T06:00:00'))).toBe(true);
  await schedule.delete();
});

test('on a training stack a Schedule is paused, and a backfilled first of the month starts that month’s run', async () => {
  const roll = new Roll(stack.prisma);
  await roll.household([['2024-03', undefined, 500]]);
  await stack.prisma.assistanceCase.updateMany({ where: { districtCode: roll.district }, data: { training: true } });
  await createPaymentSchedules(stack.client, [roll.district], { taskQueue: queue, training: true });
  const schedule = stack.client.schedule.getHandle(`payment-run/dibao/${roll.district}`);
  expect((await schedule.describe()).state.paused).toBe(true);
  await schedule.backfill({
    start: new Date('2024-02-29T21:59:00Z'),
    end: new Date('2024-02-29T22:01:00Z'),
    overlap: ScheduleOverlapPolicy.ALLOW_ALL,
  });
  const input = inputFor(roll.district, { month: yearMonth('2024-03') });
  await until(async () => (await stageOf(stack.prisma, input)) === 'drawnUp');
  expect(await stack.prisma.paymentRun.findFirst({ where: { districtCode: roll.district } })).toMatchObject({
    at: '2024-03-01T06:00:00',
    nextDue: '2024-03-04T00:00:00',
    training: true,
  });
  await stack.client.workflow.getHandle(`payment-run/dibao/2024-03/${roll.district}`).terminate();
  await schedule.delete();
});

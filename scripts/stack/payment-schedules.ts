import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, isGrpcServiceError, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import { paymentScheduleId } from '../../contracts/ids.ts';
import { programmes } from '../../policy/payment-run/programmes.ts';
import { type ScheduledPaymentRunInput, scheduledPaymentRunWorkflow } from '../../contracts/payment-run.ts';

/** gRPC: DEADLINE_EXCEEDED and UNAVAILABLE. */
const NOT_ANSWERING = [4, 14];
const ATTEMPTS = 5;

export type ScheduleSettings = {
  taskQueue: string;
  /** The Schedules stay paused: the training calendar backfills what is due. */
  training: boolean;
};

/**
 * One Schedule a programme and district: its monthly payment run starts on the 1st at 06:00 in Shanghai. Run again, it brings existing
 * Schedules up to date and leaves paused what an operator paused.
 *
 * A start takes seconds and every month is a run of its own, so none waits for another (`ALLOW_ALL`): after a server was away
 * over two firsts of the month, both runs start. The catch-up window of a year lets none be skipped.
 */
export async function createPaymentSchedules(
  client: Client,
  districts: readonly string[],
  { taskQueue, training }: ScheduleSettings,
): Promise<void> {
  const wantedOnes = programmes.flatMap((programme) => districts.map((district) => ({ programme, district })));
  for (const { programme, district } of wantedOnes) {
    const scheduleId = paymentScheduleId(programme, district);
    const input: ScheduledPaymentRunInput = { programme, district, training };
    const wanted = {
      spec: { calendars: [{ dayOfMonth: 1, hour: 6, minute: 0 }], timezone: 'Asia/Shanghai' },
      action: {
        type: 'startWorkflow' as const,
        workflowType: scheduledPaymentRunWorkflow,
        workflowId: `scheduled-${scheduleId}`,
        taskQueue,
        args: [input],
      },
      policies: { overlap: ScheduleOverlapPolicy.ALLOW_ALL, catchupWindow: '366 days' as const, pauseOnFailure: false },
    };
    await untilAnswered(async () => {
      try {
        const note = training
          ? '培训环境：由培训日历推进 / moved by the training calendar'
          : '每月 1 日编制 / monthly on the 1st';
        await client.schedule.create({ scheduleId, ...wanted, state: { paused: training, note } });
      } catch (error) {
        if (!(error instanceof ScheduleAlreadyRunning)) throw error;
        await client.schedule.getHandle(scheduleId).update(({ state }) => ({
          ...wanted,
          state: { ...state, paused: state.paused || training },
        }));
      }
    });
  }
}

/** A server that has just come up keeps those waiting who ask for what it had before, and may let them down. @throws its last error */
async function untilAnswered(ask: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await ask();
      return;
    } catch (error) {
      const cause = error instanceof Error ? error.cause : undefined;
      const grpc = [error, cause].find(isGrpcServiceError);
      if (attempt === ATTEMPTS || grpc === undefined || !NOT_ANSWERING.includes(grpc.code)) throw error;
      await sleep(attempt * 1_000);
    }
  }
}

import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import {
  advancePaymentRun,
  advancePaymentRunTo,
  type PaymentRunAnswer,
  type PaymentRunInput,
  type PaymentRunMessage,
  type PaymentRunView,
  paymentRunView,
} from '../../contracts/payment-run.ts';
import { epochMillisecondsOf } from '../../contracts/shanghai-time.ts';
import type { CivilInstant } from '../../policy/dates.ts';
import type { RunStage } from '../../policy/payment-run/stages.ts';
import { RunTooLong } from '../until-stored.ts';
import { PaymentRunRecord } from './payment-run-record.ts';

/** Far below the server's limit of 2,000 updates a run. */
const UPDATES_A_RUN = 500;

type Item = { readonly fail: (error: Error) => void } & (
  | { readonly message: PaymentRunMessage; readonly settle: (answer: PaymentRunAnswer) => void }
  | { readonly until: CivilInstant; readonly settle: (due: { nextDue?: CivilInstant }) => void }
);

/**
 * A district's monthly payment run 发放批次: draws up, then waits for staff, finance and bank, step by step, until every line is
 * settled or cancelled. Handlers only enqueue; the loop is the only writer, and the record decides. A step that is late
 * moves up a level. Nothing ends it early: failures are waited out, refusals are answers, a cancellation is not heeded.
 */
export async function paymentRun(input: PaymentRunInput): Promise<RunStage> {
  const record = new PaymentRunRecord(input);
  const inbox: Item[] = [];
  let served = 0;
  setHandler(advancePaymentRun, (message) => new Promise((settle, fail) => inbox.push({ message, settle, fail })));
  setHandler(advancePaymentRunTo, (until) => new Promise((settle, fail) => inbox.push({ until, settle, fail })));
  setHandler(paymentRunView, () => record.known);

  return CancellationScope.nonCancellable(async () => {
    try {
      return await serveAll();
    } catch (error) {
      if (!(error instanceof RunTooLong)) throw error;
      const unknown = ApplicationFailure.retryable(
        'The record is away; repeat the command with its key.',
        'OutcomeUnknown',
      );
      for (const { fail } of inbox) fail(unknown);
      await condition(allHandlersFinished);
      return continueAsNew<typeof paymentRun>(input);
    }
  });

  async function serveAll(): Promise<RunStage> {
    const opened = await record.open();
    let run = opened.stage === 'drawingUp' ? await record.drawUp(opened) : opened;
    for (;;) {
      const [item] = inbox;
      if (item !== undefined) {
        run = await serve(record, item);
        inbox.shift();
        served += 1;
      } else if (run.stage === 'settled' || served >= UPDATES_A_RUN || workflowInfo().continueAsNewSuggested) {
        await condition(() => inbox.length > 0 || allHandlersFinished());
        if (inbox.length > 0) continue;
        if (run.stage === 'settled') return run.stage;
        return continueAsNew<typeof paymentRun>(input);
      } else if (await isLate(inbox, run, input.training)) {
        run = await record.escalate(run.nextDue ?? run.now);
      }
    }
  }
}

async function serve(record: PaymentRunRecord, item: Item): Promise<PaymentRunView> {
  if ('message' in item) {
    const { answer, run } = await record.apply(item.message);
    item.settle(answer);
    return run;
  }
  const run = await record.escalate(item.until);
  item.settle(run.nextDue === undefined ? {} : { nextDue: run.nextDue });
  return run;
}

/** Waits for a message. True if the limit of the step passed first; a training run knows no timers. */
async function isLate(inbox: readonly Item[], { nextDue, now }: PaymentRunView, training: boolean): Promise<boolean> {
  const arrived = () => inbox.length > 0;
  if (training || nextDue === undefined) {
    await condition(arrived);
    return false;
  }
  const left = epochMillisecondsOf(nextDue) - epochMillisecondsOf(now);
  return left <= 0 || !(await condition(arrived, left, { summary: `办理期限 / limit ${nextDue}` }));
}
